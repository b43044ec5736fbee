import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../model/change';
import type { LayoutBox } from '../model/resource';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { emptyScenario, networkOf, withResources } from '../testing/network';
import { fit } from './fit';

const shop = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'private'], instancesPerSubnet: 3 });
const keys = Object.keys(shop.resources).concat('vpc-1/az-1', 'vpc-1/az-2', 'vpc-2/az-1');

const place = fc.record(
  {
    x: fc.integer({ min: -200, max: 700 }),
    y: fc.integer({ min: -200, max: 700 }),
    width: fc.integer({ min: 0, max: 900 }),
    height: fc.integer({ min: 0, max: 900 }),
  },
  { requiredKeys: ['x', 'y'] },
);
// Most things have a place, close enough together that they collide.
const layouts = fc
  .array(fc.option(place as fc.Arbitrary<LayoutBox>, { nil: undefined, freq: 3 }), {
    minLength: keys.length,
    maxLength: keys.length,
  })
  .map((places) =>
    Object.fromEntries(keys.flatMap((key, index) => (places[index] ? [[key, places[index]] as const] : []))),
  );

describe('fit', () => {
  it('keeps every child inside its box and siblings apart, whatever the layout says', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const drawing = fit({ ...shop, layout });
        expect(overlappingSiblings(drawing)).toEqual([]);
        expect(outsideParent(drawing)).toEqual([]);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('never makes a box smaller than the user set it', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const { things } = fit({ ...shop, layout });
        for (const [key, wanted] of Object.entries(layout)) {
          const thing = things.get(key);
          if (thing?.how !== 'box') continue;
          expect(thing.width).toBeGreaterThanOrEqual(wanted.width ?? 0);
          expect(thing.height).toBeGreaterThanOrEqual(wanted.height ?? 0);
        }
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  it('grows every box around a card that is dragged far out, up to the region', () => {
    const before = fit(shop).things;
    const moved = applyChanges(shop, [{ type: 'move', id: 'i-1', to: { x: 900, y: 700 } }]);
    if (!moved.ok) throw new Error(moved.error.message);
    const after = fit(moved.value.document).things;
    for (const key of ['subnet-1', 'vpc-1/az-1', 'vpc-1', 'region-1']) {
      expect(after.get(key)?.width ?? 0).toBeGreaterThan(before.get(key)?.width ?? 0);
      expect(after.get(key)?.height ?? 0).toBeGreaterThan(before.get(key)?.height ?? 0);
    }
  });

  it('leaves what the user placed where it is when something else comes along', () => {
    const layout = { 'i-1': { x: 40, y: 80 } };
    expect(fit({ ...shop, layout }).things.get('i-1')).toMatchObject({ x: 40, y: 80 });
  });

  it('docks the primary interface on the top edge of its card and puts another one into its own subnet', () => {
    const two = networkOf({
      vpcs: 1,
      zones: 1,
      tiers: ['public', 'private'],
      instancesPerSubnet: 1,
      secondInterfaces: true,
    });
    const eni = two.resources['eni-second-1'];
    if (eni?.kind !== 'network-interface') throw new Error('sample changed');
    const { things } = fit(withResources(two, [{ ...eni, subnetId: 'subnet-2' }]));
    expect(things.get('eni-1')).toMatchObject({ parent: 'i-1', how: 'port', y: -11 });
    expect(things.get('eni-second-1')).toMatchObject({ parent: 'subnet-2', how: 'port' });
  });

  it('puts an internet gateway on the border of its VPC, and into the region without one', () => {
    const igw = shop.resources['igw-2'];
    if (igw?.kind !== 'internet-gateway') throw new Error('sample changed');
    const free = withResources(shop, [{ id: igw.id, kind: igw.kind, region: igw.region }]);
    const { things } = fit(free);
    expect(things.get('igw-1')).toMatchObject({ parent: 'vpc-1', how: 'border' });
    expect(things.get('igw-2')).toMatchObject({ parent: 'region-1', how: 'card' });
  });

  it('puts a detached volume into the lane of its zone, or into the region where no lane is', () => {
    const disk = { kind: 'volume', size: 8, volumeType: 'gp3', encrypted: false } as const;
    const { things } = fit(
      withResources(shop, [
        { id: 'az-3', kind: 'zone', region: 'region-1', zoneName: 'us-east-1c' },
        { ...disk, id: 'vol-101', availabilityZone: 'az-2' },
        { ...disk, id: 'vol-102', availabilityZone: 'az-3' },
      ]),
    );
    expect(things.get('vol-101')?.parent).toBe('vpc-1/az-2');
    expect(things.get('vol-102')?.parent).toBe('region-1');
  });

  it('shelves chips that belong to nothing', () => {
    const drawing = fit(
      withResources(shop, [
        { id: 'pg-1', kind: 'placement-group', region: 'region-1', groupName: 'orders', strategy: 'spread' },
        { id: 'eip-1', kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.1' },
      ]),
    );
    expect(drawing.chips.shelved.get('region-1')).toEqual(['eip-1', 'pg-1']);
    expect(drawing.things.get('pg-1')).toMatchObject({ parent: 'region-1', how: 'chip' });
    expect(outsideParent(drawing)).toEqual([]);
  });

  it('stands the world above the first region', () => {
    const { things } = fit(shop);
    const world = things.get('internet-1');
    expect((world?.top ?? 0) + (world?.height ?? 0)).toBeLessThan(things.get('region-1')?.top ?? 0);
  });

  it('draws an empty document as nothing', () => {
    expect(fit(emptyScenario()).bounds).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });

  it('draws what has lost its box on the canvas instead of hiding it', () => {
    const lost = withResources(emptyScenario(), [
      {
        id: 'subnet-1',
        kind: 'subnet',
        vpcId: 'vpc-9',
        availabilityZone: 'az-9',
        mapPublicIpOnLaunch: false,
      },
    ]);
    expect(fit(lost).things.get('subnet-1')?.parent).toBeNull();
  });
});
