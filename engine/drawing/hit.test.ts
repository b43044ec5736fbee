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
