import { describe, expect, it } from 'vitest';
import { fit } from '../../engine';
import { networkOf } from '../../engine/testing/network';
import { outlinesOf } from './outlines';

const drawing = fit(networkOf({ vpcs: 1, zones: 1, tiers: ['public'], instancesPerSubnet: 2 }));
const count = (path: string): number => path.split('M').length - 1;

describe('marks around hits', () => {
  it('draws one outline for each thing, and one for a thing and what hangs on it', () => {
    expect(count(outlinesOf(drawing, ['i-1', 'i-2']))).toBe(2);
    const [key, chips] = [...drawing.chips.on].find(([on]) => drawing.things.has(on)) ?? [];
    expect(count(outlinesOf(drawing, [key ?? '', ...(chips ?? [])]))).toBe(1);
  });

  it('goes round what it marks', () => {
    const drawn = drawing.things.get('i-1');
    const [, x, y] = /^M([\d.-]+) ([\d.-]+)h/.exec(outlinesOf(drawing, ['i-1'])) ?? [];
    expect(Number(x)).toBeGreaterThan(drawn?.left ?? 0);
    expect(Number(y)).toBeLessThan(drawn?.top ?? 0);
  });

  it('draws nothing for what is not drawn', () => {
    expect(outlinesOf(drawing, ['nobody'])).toBe('');
  });
});
