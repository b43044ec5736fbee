import { describe, expect, it } from 'vitest';
import { fit } from '../../engine';
import { networkOf } from '../../engine/testing/network';
import { siblingsIn } from './siblings';

describe('selecting everything in a box', () => {
  const document = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 2 });
  const drawing = fit(document);

  it('takes what stands beside a thing, and nothing from another box', () => {
    const home = drawing.things.get('i-1')?.parent;
    const beside = siblingsIn(drawing, ['i-1']);
    expect(beside).toContain('i-1');
    expect(beside).toHaveLength(2);
    for (const id of beside) expect(drawing.things.get(id)?.parent).toBe(home);
  });

  it('takes the zones of the lanes beside a lane, and the boxes of all that is selected', () => {
    expect(siblingsIn(drawing, ['vpc-1/az-1'])).toEqual(expect.arrayContaining(['az-1', 'az-2']));
    expect(siblingsIn(drawing, ['vpc-1', 'i-1'])).toEqual(
      expect.arrayContaining([...siblingsIn(drawing, ['vpc-1']), ...siblingsIn(drawing, ['i-1'])]),
    );
  });

  it('is nothing for what stands on the bare canvas', () => {
    expect(siblingsIn(drawing, ['region-1'])).toEqual([]);
  });
});
