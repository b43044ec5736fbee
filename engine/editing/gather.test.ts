import { describe, expect, it } from 'vitest';
import { allOf, getKind, subnetOfInstance } from '../catalog/lookup';
import { fit } from '../drawing/fit';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { edit, refusal } from '../testing/editing';
import { networkOf } from '../testing/network';

const shop = () => networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });

describe('gathering', () => {
  it('puts instances into a new placement group, and takes them out again, each in one step', () => {
    const { document, label } = edit(shop(), {
      type: 'gather',
      ids: ['i-1', 'i-2'],
      kind: 'placement-group',
    });
    const [group] = allOf(document, 'placement-group');
    expect(label).toBe('Put 2 instances into a new placement group');
    for (const id of ['i-1', 'i-2'])
      expect(getKind(document, id, 'instance')?.placementGroup).toBe(group?.id);
    const out = edit(document, { type: 'gather', ids: ['i-1', 'i-2', 'i-3'], kind: null });
    expect(out.label).toBe('Take 2 instances out of their placement groups');
    for (const id of ['i-1', 'i-2'])
      expect(getKind(out.document, id, 'instance')?.placementGroup).toBeUndefined();
  });

  it('puts instances into a new subnet of their VPC, in the zone of the first', () => {
    const before = shop();
    const zone = subnetOfInstance(before, 'i-1')?.availabilityZone;
    const { document } = edit(before, { type: 'gather', ids: ['i-1', 'i-2'], kind: 'subnet' });
    const [one, two] = ['i-1', 'i-2'].map((id) => subnetOfInstance(document, id));
    expect(one?.id).toBe(two?.id);
    expect(before.resources[one?.id ?? 'i-1']).toBeUndefined();
    expect(one?.availabilityZone).toBe(zone);
    expect(overlappingSiblings(fit(document))).toEqual([]);
    expect(outsideParent(fit(document))).toEqual([]);
  });

  it('is refused for what is no instance, across VPCs, where nothing is in a group, and while one runs', () => {
    const document = shop();
    const elsewhere = allOf(document, 'instance').find(
      ({ id }) => subnetOfInstance(document, id)?.vpcId === 'vpc-2',
    );
    const gather = (ids: readonly string[], kind: 'placement-group' | 'subnet' | null) =>
      ({ type: 'gather', ids, kind }) as const;
    expect(refusal(document, gather(['vpc-1'], 'subnet')).rule).toBe('GATHER-001');
    expect(refusal(document, gather(['i-1', elsewhere?.id ?? ''], 'subnet')).rule).toBe('GATHER-002');
    expect(refusal(document, gather(['i-1'], null)).message).toContain('None of these');
    const running = { 'i-1': { state: 'running' } } as never;
    expect(refusal(document, gather(['i-1'], 'placement-group'), running).message).toContain('stop it first');
  });
});
