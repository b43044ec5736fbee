import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../testing/network';
import { fit } from './fit';
import { dropCandidates, placeAt, within } from './hit';

const drawing = fit(networkOf({ vpcs: 1, zones: 2, tiers: ['public'], instancesPerSubnet: 1 }));
const corner = (key: string, dx: number, dy: number) => {
  const thing = drawing.things.get(key);
  if (!thing) throw new Error(`${key} is not drawn`);
  return { x: thing.left + dx, y: thing.top + dy };
};

describe('placeAt', () => {
  it('finds the innermost box and the canvas outside of all', () => {
    expect(placeAt(drawing, corner('i-1', 5, 40))).toBe('subnet-1');
    expect(placeAt(drawing, corner('vpc-1/az-2', 4, 4))).toBe('vpc-1/az-2');
    expect(placeAt(drawing, corner('vpc-1', 4, 30))).toBe('vpc-1');
    expect(placeAt(drawing, corner('region-1', 4, 4))).toBe('region-1');
    expect(placeAt(drawing, { x: -5000, y: 0 })).toBe('canvas');
  });
});

describe('dropCandidates', () => {
  it('lists everything under the point from the inside out', () => {
    expect(dropCandidates(drawing, corner('vol-1', 5, 5))).toEqual([
      'vol-1',
      'i-1',
      'subnet-1',
      'vpc-1/az-1',
      'vpc-1',
      'region-1',
      'canvas',
    ]);
  });

  it('finds a docked interface that stands out over its card', () => {
    expect(dropCandidates(drawing, corner('eni-1', 5, 2))[0]).toBe('eni-1');
  });

  it('finds at any point all that covers it, however little of it', () => {
    const large = fit(networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 5 }));
    const { x, y, width, height } = large.bounds;
    const coordinates = (from: number, length: number) =>
      fc.integer({ min: from - 20, max: from + length + 20 });
    const looksThrough = new Set(['i-3', 'subnet-2']);
    const isInHand = (key: string | null): boolean =>
      key !== null && (looksThrough.has(key) || isInHand(large.things.get(key)?.parent ?? null));
    fc.assert(
      fc.property(coordinates(x, width), coordinates(y, height), (left, top) => {
        const covering = [...large.things.values()].filter(
          (thing) =>
            !isInHand(thing.key) &&
            thing.left <= left &&
            left < thing.left + thing.width &&
            thing.top <= top &&
            top < thing.top + thing.height,
        );
        expect([...dropCandidates(large, { x: left, y: top }, looksThrough)].sort()).toEqual(
          [...covering.map(({ key }) => key), 'canvas'].sort(),
        );
      }),
      { seed: 17, numRuns: 400 },
    );
  });

  it('looks through what is being dragged', () => {
    const found = dropCandidates(drawing, corner('i-1', 5, 40), new Set(['i-1']));
    expect(found[0]).toBe('subnet-1');
  });
});

describe('within', () => {
  it('gives the corner relative to a place', () => {
    expect(within(drawing, 'subnet-1', corner('subnet-1', 12, 34))).toEqual({ x: 12, y: 34 });
  });
});
