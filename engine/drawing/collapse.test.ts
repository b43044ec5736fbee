import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario, ScenarioChange } from '../catalog/descriptors';
import { applyChanges } from '../model/change';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { networkOf } from '../testing/network';
import { arrangeAll } from './arrange';
import { collapseChanges, expandChanges } from './collapse';
import { contentsOf, hidersOf, holdingsOf, shownAs } from './collapsed';
import { fit } from './fit';
import { dropCandidates } from './hit';
import { COLLAPSED_BOX } from './sizes';

const after = (document: Scenario, changes: readonly ScenarioChange[]): Scenario => {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
};
const flowing = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'private'], instancesPerSubnet: 3 });
const placed = after(flowing, arrangeAll(flowing));
const collapse = (document: Scenario, ...keys: readonly string[]): Scenario =>
  after(document, collapseChanges(document, fit(document), keys));
const expand = (document: Scenario, ...keys: readonly string[]): Scenario =>
  after(document, expandChanges(document, keys));

describe('a collapsed box', () => {
  const document = collapse(placed, 'subnet-1');
  const drawing = fit(document);

  it('is as high as a chip, and nothing in it is drawn', () => {
    expect(drawing.things.get('subnet-1')).toMatchObject({ collapsed: true, height: COLLAPSED_BOX.height });
    for (const key of contentsOf(drawing, 'subnet-1')) expect(drawing.things.has(key)).toBe(false);
    expect(contentsOf(drawing, 'subnet-1')).toContain('eni-1');
  });

  it('stands for all that is hidden in it', () => {
    expect(shownAs(drawing, 'i-1')?.key).toBe('subnet-1');
    expect(shownAs(drawing, 'eni-1')?.key).toBe('subnet-1');
    expect(shownAs(drawing, 'subnet-2')?.key).toBe('subnet-2');
    expect(shownAs(drawing, 'i-none')).toBeUndefined();
  });

  it('lies under the hand as one thing', () => {
    const chip = drawing.things.get('subnet-1');
    const at = { x: (chip?.left ?? 0) + 30, y: (chip?.top ?? 0) + 50 };
    expect(dropCandidates(drawing, at).slice(0, 2)).toEqual(['subnet-1', 'vpc-1/az-1']);
  });

  it('hides a collapsed box in it, and both must be expanded to see what that one holds', () => {
    const twice = collapse(document, 'vpc-1');
    const nested = fit(twice);
    expect(shownAs(nested, 'i-1')?.key).toBe('vpc-1');
    expect(hidersOf(twice, nested, 'i-1')).toEqual(['subnet-1', 'vpc-1']);
    expect(hidersOf(twice, nested, 'subnet-1')).toEqual(['vpc-1']);
    expect(fit(expand(twice, 'subnet-1', 'vpc-1')).things.has('i-1')).toBe(true);
  });

  it('counts what it holds, whether that is hidden or not', () => {
    const counted = [
      { kind: 'subnet', count: 4 },
      { kind: 'instance', count: 12 },
      { kind: 'internet-gateway', count: 1 },
    ];
    expect(holdingsOf(document, drawing, 'vpc-1')).toMatchObject(counted);
    const closed = collapse(document, 'vpc-1');
    expect(holdingsOf(closed, fit(closed), 'vpc-1')).toMatchObject(counted);
  });
});

describe('collapsing', () => {
  const chip = COLLAPSED_BOX.height;

  it('closes the gap below a subnet by the height it gives up', () => {
    const before = fit(placed).things;
    const now = fit(collapse(placed, 'subnet-1')).things;
    const gain = (before.get('subnet-1')?.height ?? 0) - chip;
    const below = [...before.values()].filter(
      (one) => one.parent === 'vpc-1/az-1' && one.y > (before.get('subnet-1')?.y ?? 0),
    );
    expect(below.length).toBeGreaterThan(0);
    for (const one of below) expect(now.get(one.key)?.y).toBe(one.y - gain);
  });

  it('leaves what is pinned where it is', () => {
    const [pin] = [...fit(placed).things.values()].filter(
      (one) => one.parent === 'vpc-1/az-1' && one.key !== 'subnet-1',
    );
    const key = pin?.key ?? '';
    const place = placed.layout[key];
    if (!place) throw new Error('The sample has no place for it.');
    const pinned = after(placed, [{ type: 'move', id: key, to: { ...place, pinned: true } }]);
    expect(fit(collapse(pinned, 'subnet-1')).things.get(key)?.y).toBe(pin?.y);
  });

  it('is undone by its inverse and by expanding, which brings everything back into sight', () => {
    const keys = ['subnet-1', 'vpc-1/az-2', 'vpc-2', 'region-1'];
    const applied = applyChanges(placed, collapseChanges(placed, fit(placed), keys));
    if (!applied.ok) throw new Error(applied.error.message);
    expect(after(applied.value.document, applied.value.inverse)).toEqual(placed);
    const expanded = fit(expand(applied.value.document, ...keys));
    expect([...expanded.things.keys()].sort()).toEqual([...fit(placed).things.keys()].sort());
  });

  it('does nothing to what is no box or is collapsed already', () => {
    const document = collapse(placed, 'subnet-1');
    expect(collapseChanges(document, fit(document), ['subnet-1', 'i-1', 'i-9', 'none'])).toEqual([]);
    expect(expandChanges(document, ['subnet-2', 'none'])).toEqual([]);
  });

  it('never lets siblings cover one another or stand out of their box, in whatever order', () => {
    const boxes = [...fit(placed).things.values()].filter(({ how }) => how === 'box').map(({ key }) => key);
    const steps = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...boxes)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, fc.boolean(), (list, flows) => {
        let document = flows ? flowing : placed;
        for (const [open, key] of list) document = open ? expand(document, key) : collapse(document, key);
        const drawing = fit(document);
        expect(overlappingSiblings(drawing)).toEqual([]);
        expect(outsideParent(drawing)).toEqual([]);
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
