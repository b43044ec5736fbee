import { describe, expect, it } from 'vitest';
import { applyChanges, fit, type ScenarioChange } from '../../../engine';
import { networkOf } from '../../../engine/testing/network';
import { pinChanges } from './pin';

const shop = networkOf({ vpcs: 1, zones: 2, tiers: ['public'], instancesPerSubnet: 2 });

const after = (changes: readonly ScenarioChange[], document = shop) => {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
};

describe('pinning', () => {
  it('keeps a thing where it is drawn, also one without a place of its own', () => {
    const drawing = fit(shop);
    const { x, y } = drawing.things.get('i-2') ?? { x: 0, y: 0 };
    const pinned = after(pinChanges(shop, drawing, ['i-2'], true));
    expect(pinned.layout).toEqual({ 'i-2': { x, y, pinned: true } });
  });

  it('letting go keeps the place', () => {
    const pinned = after(pinChanges(shop, fit(shop), ['i-2', 'subnet-1'], true));
    const free = after(pinChanges(pinned, fit(pinned), ['i-2', 'subnet-1'], false), pinned);
    expect(Object.keys(free.layout).sort()).toEqual(['i-2', 'subnet-1']);
    expect(Object.values(free.layout).some((place) => place.pinned)).toBe(false);
  });

  it('changes nothing for what is docked, gone, or pinned already', () => {
    const pinned = after(pinChanges(shop, fit(shop), ['i-2'], true));
    expect(pinChanges(pinned, fit(pinned), ['i-2', 'eni-1', 'vol-1', 'gone-1'], true)).toEqual([]);
  });
});
