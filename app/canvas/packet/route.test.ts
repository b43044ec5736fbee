import { describe, expect, it } from 'vitest';
import { fit, type Point } from '../../../engine';
import { networkOf } from '../../../engine/testing/network';
import { lengthOf, pointAt, route, straighten, type Anchor } from './route';

const document = networkOf({ vpcs: 1, zones: 2, tiers: ['public', 'private'], instancesPerSubnet: 3 });
const drawing = fit(document);

const anchor = (key: string): Anchor => {
  const drawn = drawing.things.get(key);
  if (!drawn) throw new Error(`${key} is not drawn`);
  const middle = drawn.left + drawn.width / 2;
  return { key, at: { x: middle, y: drawn.how === 'world' ? drawn.top + drawn.height : drawn.top } };
};

const KEYS = ['internet-1', 'igw-1', 'i-1', 'i-3', 'i-4', 'i-8', 'i-11'];

describe('the way of a packet', () => {
  it('is level or upright everywhere, from anchor to anchor', () => {
    for (const from of KEYS)
      for (const to of KEYS) {
        const points = route(drawing, anchor(from), anchor(to));
        if (from !== to) expect(points.at(0)).toEqual(anchor(from).at);
        expect(points.at(-1)).toEqual(anchor(to).at);
        points.slice(1).forEach((point, index) => {
          const before = points[index];
          expect(before?.x === point.x || before?.y === point.y).toBe(true);
        });
      }
  });

  it('crosses no instance card', () => {
    for (const from of KEYS)
      for (const to of KEYS)
        for (const [a, b] of stretches(route(drawing, anchor(from), anchor(to))))
          for (const card of drawing.things.values()) {
            if (card.kind !== 'instance') continue;
            const inside =
              Math.min(a.x, b.x) < card.left + card.width &&
              Math.max(a.x, b.x) > card.left &&
              Math.min(a.y, b.y) < card.top + card.height &&
              Math.max(a.y, b.y) > card.top;
            expect(inside, `${from} to ${to} through ${card.key}`).toBe(false);
          }
  });

  it('leaves out a detour that turns back on itself', () => {
    const there = { x: 0, y: 10 };
    expect(straighten([{ x: 0, y: 0 }, { x: 0, y: 30 }, there])).toEqual([{ x: 0, y: 0 }, there]);
  });

  it('is measured along its stretches', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 20 },
    ];
    expect(lengthOf(line)).toBe(30);
    expect(pointAt(line, 15)).toEqual({ x: 10, y: 5 });
    expect(pointAt(line, 99)).toEqual({ x: 10, y: 20 });
  });
});

const stretches = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).flatMap((point, index) => {
    const before = points[index];
    return before ? [[before, point] as const] : [];
  });
