import { describe, expect, it } from 'vitest';
import type { Scenario } from '../catalog/descriptors';
import { applyChanges } from '../model/change';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { networkOf, withResources } from '../testing/network';
import { arrangeAll, arrangeSelection } from './arrange';
import { fit } from './fit';

function arranged(document: Scenario): Scenario {
  const applied = applyChanges(document, arrangeAll(document));
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
}

const moved = (document: Scenario, selection: readonly string[]): readonly string[] =>
  arrangeSelection(document, selection).flatMap((change) => (change.type === 'move' ? [change.id] : []));

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

  it('draws subnets with a NAT gateway as their way out above those without any', () => {
    const document = networkOf({ vpcs: 1, zones: 2, tiers: ['db', 'app', 'public'], instancesPerSubnet: 1 });
    const routed = withResources(document, [
      {
        id: 'rtb-nat',
        kind: 'route-table',
        vpcId: 'vpc-1',
        routes: [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' }],
      },
      {
        id: 'nat-1',
        kind: 'nat-gateway',
        subnetId: 'subnet-5',
        connectivityType: 'public',
        privateIpAddress: '10.0.4.50',
      },
      ...Object.values(document.resources).flatMap((one) =>
        one.kind === 'subnet' && one.name?.startsWith('app') ? [{ ...one, routeTableId: 'rtb-nat' }] : [],
      ),
    ]);
    const { things } = fit(arranged(routed));
    const top = (id: string): number => things.get(id)?.top ?? 0;
    // Public, then app by its NAT gateway, then db.
    expect(top('subnet-5')).toBeLessThan(top('subnet-3'));
    expect(top('subnet-3')).toBeLessThan(top('subnet-1'));
    expect(top('nat-1')).toBe(top('i-5'));
    expect(things.get('nat-1')?.left).toBeGreaterThan(things.get('i-5')?.left ?? Infinity);
  });

  it('stands peered VPCs side by side, a hub between its spokes', () => {
    const document = networkOf({ vpcs: 3, zones: 1, tiers: ['app'], instancesPerSubnet: 1 });
    const peered = withResources(document, [
      { id: 'pcx-1', kind: 'vpc-peering-connection', vpcId: 'vpc-3', peerVpcId: 'vpc-1' },
      { id: 'pcx-2', kind: 'vpc-peering-connection', vpcId: 'vpc-3', peerVpcId: 'vpc-2' },
    ]);
    const { things } = fit(arranged(peered));
    const vpcs = ['vpc-1', 'vpc-2', 'vpc-3'].flatMap((id) => things.get(id) ?? []);
    const inOrder = vpcs.toSorted((a, b) => a.top - b.top || a.left - b.left).map(({ key }) => key);
    expect(inOrder[1]).toBe('vpc-3');
  });

  it('stands many tiers of one zone beside each other instead of in one column', () => {
    const tiers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const { bounds } = fit(arranged(networkOf({ vpcs: 1, zones: 1, tiers, instancesPerSubnet: 1 })));
    expect(bounds.width / bounds.height).toBeGreaterThan(0.7);
  });

  it('keeps a row of a tier beside a subnet that is pinned', () => {
    const document = networkOf(SHAPES[1]);
    const pinned = { ...document, layout: { 'subnet-5': { x: 12, y: 500, pinned: true as const } } };
    const { things } = fit(arranged(pinned));
    // Subnets 4 to 6 are the public tier.
    expect(things.get('subnet-5')?.y).toBe(500);
    expect(things.get('subnet-4')?.top).toBe(things.get('subnet-5')?.top);
    expect(things.get('subnet-6')?.top).toBe(things.get('subnet-5')?.top);
  });

  it('of a selected box arranges what stands in it, of selected things only those', () => {
    const document = arranged(networkOf(SHAPES[1]));
    const messy: Scenario = {
      ...document,
      layout: {
        ...document.layout,
        'i-1': { x: 16, y: 320 },
        'i-2': { x: 16, y: 450 },
        'i-5': { x: 300, y: 300 },
      },
    };
    expect(moved(messy, ['i-1'])).toContain('i-1');
    expect(moved(messy, ['i-1'])).not.toContain('i-2');
    expect(moved(messy, ['subnet-1'])).toEqual(expect.arrayContaining(['i-1', 'i-2']));
    expect(moved(messy, ['subnet-1'])).not.toContain('i-5');
    expect(moved(messy, [])).toEqual([]);
  });
});
