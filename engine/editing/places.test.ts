import { describe, expect, it } from 'vitest';
import { DESCRIPTORS } from '../catalog/descriptors';
import { allOf } from '../catalog/lookup';
import { fit } from '../drawing/fit';
import type { Intent } from '../model/proposal';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { changed } from '../testing/editing';
import { networkOf } from '../testing/network';
import { placesFor } from './places';
import { propose } from './propose';

const shop = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const legal = (options: ReturnType<typeof placesFor>): readonly string[] =>
  Object.keys(options).filter((place) => options[place]?.legal);

describe('placesFor', () => {
  it('lights up subnets for an instance and offers a way on VPCs and lanes', () => {
    const options = placesFor(shop, { kind: 'instance' });
    expect(legal(options)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `subnet-${number}`));
    expect(options['vpc-1']).toMatchObject({ legal: false, offersFix: true });
    expect(options['vpc-1/az-2']).toMatchObject({ legal: false, offersFix: true });
    expect(options['i-1']).toBeUndefined();
  });

  it('offers a subnet the zones its VPC does not use yet, and the drop opens the lane', () => {
    const document = changed(shop, {
      changes: allOf(shop, 'subnet').map(({ id }) => ({
        type: 'update' as const,
        id,
        set: { availabilityZone: 'az-1' },
      })),
    });
    expect(fit(document).things.has('vpc-1/az-2')).toBe(false);
    expect(legal(placesFor(document, { kind: 'subnet' }))).toContain('vpc-1/az-2');
    expect(legal(placesFor(document, { ids: ['subnet-1'] }))).toContain('vpc-1/az-2');
    expect(placesFor(document, { kind: 'instance' })['vpc-1/az-2']).toBeUndefined();
    const into = 'vpc-1/az-2';
    for (const intent of [
      { type: 'create', kind: 'subnet', into, at: { x: 900, y: 400 } },
      { type: 'place', ids: ['subnet-1'], into, at: { x: 900, y: 400 } },
    ] as const) {
      const proposal = propose(document, intent);
      if (!proposal.accepted) throw new Error(proposal.message);
      const subnet = fit(changed(document, proposal.changeSet)).things.get(proposal.selects ?? '');
      expect(subnet).toMatchObject({ parent: into, x: 12, y: 32 });
    }
  });

  it('lights up instances of the same zone for a volume', () => {
    expect(legal(placesFor(shop, { ids: ['vol-1'] }))).toEqual(['i-1']);
    const options = placesFor(shop, { kind: 'volume' });
    expect(legal(options)).toContain('i-3');
    expect(legal(options)).toContain('vpc-1/az-1');
  });

  it('says why in words of EC2', () => {
    const option = placesFor(shop, { ids: ['eni-1'] })['i-2'];
    expect(option).toMatchObject({ legal: false, offersFix: false });
    expect(option && !option.legal && option.message).toContain('cannot be detached');
  });

  it('agrees with what a drop there does, for every kind and place', () => {
    for (const { kind } of DESCRIPTORS) {
      const options = placesFor(shop, { kind });
      for (const [into, option] of Object.entries(options)) {
        const proposal = propose(shop, { type: 'create', kind, into });
        expect(proposal.accepted, `${kind} into ${into}`).toBe(option.legal);
        if (!proposal.accepted && !option.legal)
          expect(proposal.offer !== undefined, `${kind} into ${into}`).toBe(option.offersFix);
      }
    }
  });

  it('only leads to drawings in which everything stands inside and apart', () => {
    for (const { kind } of DESCRIPTORS)
      for (const into of Object.keys(placesFor(shop, { kind }))) {
        const intent: Intent = { type: 'create', kind, into, at: { x: 70, y: 90 } };
        const proposal = propose(shop, intent);
        const set = proposal.accepted ? proposal.changeSet : proposal.offer;
        if (!set) continue;
        const drawing = fit(changed(shop, set));
        expect(overlappingSiblings(drawing), `${kind} into ${into}`).toEqual([]);
        expect(outsideParent(drawing), `${kind} into ${into}`).toEqual([]);
      }
  });
});
