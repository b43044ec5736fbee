import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, fit, type Scenario, type ScenarioChange } from '../../../engine';
import { arrangeAll } from '../../../engine/drawing';
import { collapseChanges } from '../../../engine/late';
import { networkOf } from '../../../engine/testing/network';
import { project } from '../projection/nodes';
import { farLabels, farZoom } from './labels';

const after = (document: Scenario, changes: readonly ScenarioChange[]): Scenario => {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
};
const sizes = [
  { vpcs: 1, zones: 1, tiers: ['public'], instancesPerSubnet: 0 },
  { vpcs: 2, zones: 3, tiers: ['public', 'private'], instancesPerSubnet: 1 },
  { vpcs: 3, zones: 2, tiers: ['public', 'private'], instancesPerSubnet: 12 },
] as const;
const documents = sizes.map((size) => {
  const document = networkOf({ ...size, tiers: [...size.tiers] });
  const placed = after(document, arrangeAll(document));
  return after(placed, collapseChanges(placed, fit(placed), ['subnet-2']));
});
const labelsOf = (document: Scenario, zoom: number) => {
  const drawing = fit(document);
  return farLabels(project(document, drawing), drawing, zoom);
};

describe('labels from far away', () => {
  it('never cover one another and never stand out of their box', () => {
    const zooms = fc.double({ min: 0.05, max: 0.4, noNaN: true }).map(farZoom);
    fc.assert(
      fc.property(fc.constantFrom(...documents), zooms, (document, zoom) => {
        const { things } = fit(document);
        const labels = labelsOf(document, zoom);
        labels.forEach((a, index) => {
          const box = things.get(a.key);
          if (a.look !== 'world') {
            expect(a.x).toBeGreaterThanOrEqual(box?.left ?? Infinity);
            expect(a.x + a.width).toBeLessThanOrEqual((box?.left ?? 0) + (box?.width ?? 0));
            expect(a.y + a.height).toBeLessThanOrEqual((box?.top ?? 0) + (box?.height ?? 0));
          }
          for (const b of labels.slice(index + 1)) {
            const apart =
              a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
            expect(apart, `${a.key} and ${b.key} at ${zoom}`).toBe(true);
          }
        });
      }),
      { seed: 3, numRuns: 80 },
    );
  });

  it('count what stands in each subnet while there is room, then in what is around it', () => {
    const [, , large] = documents;
    if (!large) throw new Error('No such sample.');
    const near = labelsOf(large, 0.4).filter(({ how }) => how === 'chip');
    expect(near.filter(({ look }) => look === 'subnet')).toHaveLength(12);
    expect(near.find(({ key }) => key === 'subnet-1')?.detail).toMatch(/^12 instances/);
    const far = labelsOf(large, 0.1).filter(({ how }) => how === 'chip');
    expect(far.length).toBeGreaterThan(0);
    expect(far.length).toBeLessThan(near.length);
  });

  it('are laid out for a zoom that is not larger than the one shown', () => {
    for (const zoom of [0.1, 0.11, 0.2, 0.25, 0.33, 0.4, 1])
      expect(farZoom(zoom)).toBeLessThanOrEqual(zoom + 1e-9);
    expect(farZoom(0.02)).toBe(0.05);
  });
});
