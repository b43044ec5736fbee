import { describe, expect, it } from 'vitest';
import { fit } from '../../../engine';
import { networkOf } from '../../../engine/testing/network';
import { firstIn, nearestIn, neighbourOf, outOf, DIRECTIONS } from './walk';

const RIGHT = DIRECTIONS['ArrowRight']!;
const LEFT = DIRECTIONS['ArrowLeft']!;
const DOWN = DIRECTIONS['ArrowDown']!;
const UP = DIRECTIONS['ArrowUp']!;

const at = (x: number, y: number) => ({ x, y, width: 100, height: 50 });

describe('walking over the drawing', () => {
  const around = [
    ['right', at(150, 0)],
    ['far right', at(300, 0)],
    ['right and down', at(120, 90)],
    ['below', at(10, 80)],
  ] as const;

  it('goes to the nearest in the direction, and stays in the row', () => {
    expect(nearestIn(at(0, 0), around, RIGHT)).toBe('right');
    expect(nearestIn(at(0, 0), around, DOWN)).toBe('below');
    expect(nearestIn(at(150, 0), around.slice(1), RIGHT)).toBe('far right');
  });

  it('goes nowhere where nothing stands', () => {
    expect(nearestIn(at(0, 0), around, LEFT)).toBeNull();
    expect(nearestIn(at(0, 0), around, UP)).toBeNull();
  });

  const drawing = fit(
    networkOf({
      vpcs: 1,
      zones: 2,
      tiers: ['public', 'app'],
      instancesPerSubnet: 2,
      instanceType: 'm5.large',
    }),
  );
  const keys = [...drawing.things.keys()];

  it('leads into a box and out of it again', () => {
    const inVpc = firstIn(drawing, 'vpc-1');
    expect(inVpc).not.toBeNull();
    expect(outOf(drawing, inVpc ?? '')).toBe('vpc-1');
    expect(firstIn(drawing, 'subnet-1')).toMatch(/^i-/);
    expect(outOf(drawing, 'region-1')).toBeNull();
  });

  it('leaves a subnet sideways for the next one’s machines', () => {
    const [first = '', second = ''] = drawing.children.get('subnet-1') ?? [];
    const last = [first, second].sort(
      (a, b) => (drawing.things.get(b)?.left ?? 0) - (drawing.things.get(a)?.left ?? 0),
    )[0];
    const next = neighbourOf(drawing, last ?? '', RIGHT);
    expect(next === null ? '' : drawing.things.get(next)?.parent).not.toBe('subnet-1');
  });

  it('comes back by the opposite key from any neighbour in the same box', () => {
    for (const key of keys) {
      const next = neighbourOf(drawing, key, RIGHT);
      if (next === null || outOf(drawing, next) !== outOf(drawing, key)) continue;
      expect(neighbourOf(drawing, next, LEFT)).not.toBeNull();
    }
  });

  it('reaches every thing from the first by arrows, Enter and Escape', () => {
    const reached = new Set<string>();
    const open = [keys[0] ?? ''];
    while (open.length > 0) {
      const key = open.pop() ?? '';
      if (reached.has(key)) continue;
      reached.add(key);
      const next = [
        ...[RIGHT, LEFT, UP, DOWN].map((direction) => neighbourOf(drawing, key, direction)),
        firstIn(drawing, key),
        outOf(drawing, key),
      ];
      open.push(...next.filter((one) => one !== null));
    }
    expect(keys.filter((key) => !reached.has(key))).toEqual([]);
  });
});
