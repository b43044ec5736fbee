import { describe, expect, it } from 'vitest';
import type { Scenario } from '../catalog/descriptors';
import { applyChanges } from '../model/change';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { networkOf } from '../testing/network';
import { arrangeAll } from './arrange';
import { fit } from './fit';

function arranged(document: Scenario): Scenario {
  const applied = applyChanges(document, arrangeAll(document));
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
}

const SHAPES = [
  { vpcs: 1, zones: 1, tiers: ['private'], instancesPerSubnet: 30 },
  { vpcs: 1, zones: 3, tiers: ['private-db', 'public', 'private-app'], instancesPerSubnet: 4 },
  { vpcs: 3, zones: 3, tiers: ['app', 'public'], instancesPerSubnet: 15, secondInterfaces: true },
  { vpcs: 9, zones: 2, tiers: ['', '', '', '', ''], instancesPerSubnet: 1 },
] as const;

describe('arrangeAll', () => {
  it.each(SHAPES)('keeps siblings apart and children inside: $vpcs VPCs, $zones zones', (shape) => {
    const drawing = fit(arranged(networkOf(shape)));
    expect(overlappingSiblings(drawing)).toEqual([]);
    expect(outsideParent(drawing)).toEqual([]);
  });

  it.each(SHAPES)('changes nothing the second time: $vpcs VPCs, $zones zones', (shape) => {
    expect(arrangeAll(arranged(networkOf(shape)))).toEqual([]);
  });

  it('does not depend on the order of resources in the file', () => {
    const document = networkOf(SHAPES[1]);
    const shuffled = {
      ...document,
      resources: Object.fromEntries(Object.entries(document.resources).reverse()),
    };
    expect(arrangeAll(shuffled)).toEqual(arrangeAll(document));
  });

  it('draws thirty instances as a grid of five by six, not as a line', () => {
    const { things } = fit(arranged(networkOf(SHAPES[0])));
    const cards = [...things.values()].filter((thing) => thing.kind === 'instance');
    expect(new Set(cards.map((card) => card.left)).size).toBe(6);
    expect(new Set(cards.map((card) => card.top)).size).toBe(5);
  });

  it('draws public subnets above private ones, each tier in one row of equal height', () => {
    const document = arranged(networkOf(SHAPES[1]));
    const { things } = fit(document);
    const rows = ['public', 'private-db', 'private-app'].map((tier) =>
      [...things.values()].filter((thing) => document.resources[thing.key]?.name?.startsWith(`${tier}-`)),
    );
    const subnets = rows.map((row) => row.filter((thing) => thing.kind === 'subnet'));
    for (const row of subnets) {
      expect(row).toHaveLength(3);
      expect(new Set(row.map((thing) => thing.top)).size).toBe(1);
      expect(new Set(row.map((thing) => thing.height)).size).toBe(1);
    }
    const tops = subnets.map((row) => row[0]?.top ?? 0);
    expect(tops[0]).toBeLessThan(Math.min(tops[1] ?? 0, tops[2] ?? 0));
  });

  it('draws many VPCs in rows, about as wide as a screen', () => {
    const { bounds } = fit(arranged(networkOf(SHAPES[3])));
    expect(bounds.width / bounds.height).toBeGreaterThan(0.7);
    expect(bounds.width / bounds.height).toBeLessThan(3);
  });
});
