import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../catalog/descriptors';
import { allOf, getKind, interfacesOf, subnetOfInstance, volumesOf } from '../../catalog/lookup';
import { fit } from '../../drawing/fit';
import { outsideParent, overlappingSiblings } from '../../testing/drawing';
import { changed, edit, one } from '../../testing/editing';
import { emptyScenario, networkOf, withResources } from '../../testing/network';
import { problemsOf } from '../../validation/problems';
import { propose } from '../propose';
import { clip } from './clip';
import { makeClippingText } from './clipping';

const shop = (): Scenario =>
  networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });

const copied = (document: Scenario, ...ids: readonly string[]): string => {
  const clipping = clip(document, ids);
  if (!clipping) throw new Error('Nothing was copied.');
  return makeClippingText(clipping);
};

const pasted = (document: Scenario, text: string, into?: string, keeping = false) => {
  const proposal = propose(document, { type: 'paste', text, keeping, ...(into ? { into } : {}) });
  if (!proposal.accepted) throw new Error(proposal.message);
  const after = changed(document, proposal.changeSet);
  const { selected = [], notes = [], changeSet } = proposal;
  return { document: after, selected, notes, label: changeSet.label };
};

const elasticIp = (id: string, networkInterfaceId: string) =>
  ({ id, kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.9', networkInterfaceId }) as const;

const errors = (document: Scenario) => problemsOf(document).filter(({ severity }) => severity === 'error');

describe('copying', () => {
  it('takes along the interfaces and disks of an instance', () => {
    expect(
      clip(shop(), ['i-1'])
        ?.resources.map(({ id }) => id)
        .sort(),
    ).toEqual(['eni-1', 'i-1', 'vol-1']);
  });

  it('takes the instance where its primary interface or its root disk is selected', () => {
    expect(clip(shop(), ['eni-1'])?.roots).toEqual(['i-1']);
    expect(clip(shop(), ['vol-1'])?.roots).toEqual(['i-1']);
  });

  it('counts as one thing what stands in another selected thing', () => {
    const document = shop();
    const { subnetId } = one(document, 'eni-1', 'network-interface');
    expect(clip(document, ['i-1', subnetId, 'eni-1'])?.roots).toEqual([subnetId]);
  });

  it('takes everything of a VPC', () => {
    const document = shop();
    const kinds = new Set(clip(document, ['vpc-1'])?.resources.map(({ kind }) => kind));
    for (const kind of ['subnet', 'instance', 'volume', 'route-table', 'network-acl', 'security-group'])
      expect(kinds).toContain(kind);
    expect(
      clip(document, ['vpc-1'])?.resources.some((item) => 'vpcId' in item && item.vpcId === 'vpc-2'),
    ).toBe(false);
  });

  it('takes what a region or a lane holds, and nothing where nothing can be copied', () => {
    expect(clip(shop(), ['region-1'])?.roots).toEqual(['vpc-1', 'vpc-2']);
    expect(clip(shop(), ['vpc-1/az-1'])?.roots).toHaveLength(2);
    expect(clip(shop(), ['internet-1'])).toBeNull();
    expect(clip(shop(), ['gone-1'])).toBeNull();
  });
});

describe('pasting an instance', () => {
  it('gives it new ids, a new name and the next free address, beside the original', () => {
    const document = shop();
    const named = edit(document, { type: 'set', id: 'i-1', key: 'name', value: 'web-1' }).document;
    const after = pasted(named, copied(named, 'i-1'));
    const [id = ''] = after.selected;
    expect(after.label).toBe('Paste web-2');
    expect(subnetOfInstance(after.document, id)?.id).toBe(subnetOfInstance(named, 'i-1')?.id);
    expect(interfacesOf(after.document, id)).toHaveLength(1);
    expect(volumesOf(after.document, id).map((disk) => disk.attachment?.root)).toEqual([true]);
    expect(interfacesOf(after.document, id)[0]?.privateIpAddress).not.toBe(
      interfacesOf(named, 'i-1')[0]?.privateIpAddress,
    );
    expect(overlappingSiblings(fit(after.document))).toEqual([]);
    expect(outsideParent(fit(after.document))).toEqual([]);
  });

  it('puts it into the subnet that is selected, or in which the selected thing stands', () => {
    const document = shop();
    const other = subnetOfInstance(document, 'i-2')?.id ?? '';
    expect(other).not.toBe(subnetOfInstance(document, 'i-1')?.id);
    for (const into of [other, 'i-2']) {
      const after = pasted(document, copied(document, 'i-1'), into);
      expect(subnetOfInstance(after.document, after.selected[0] ?? '')?.id).toBe(other);
    }
  });

  it('lets go of groups and placement group, or keeps them when told to', () => {
    const group = {
      id: 'sg-9',
      kind: 'security-group',
      vpcId: 'vpc-1',
      groupName: 'web',
      securityGroupIngress: [],
      securityGroupEgress: [],
    } as const;
    const rack = {
      id: 'pg-1',
      kind: 'placement-group',
      region: 'region-1',
      groupName: 'rack',
      strategy: 'spread',
    } as const;
    const start = withResources(shop(), [group, rack]);
    const document = withResources(start, [
      { ...one(start, 'i-1', 'instance'), placementGroup: 'pg-1' },
      { ...one(start, 'eni-1', 'network-interface'), groupSet: ['sg-9'] },
    ]);
    const plain = pasted(document, copied(document, 'i-1'));
    const kept = pasted(document, copied(document, 'i-1'), undefined, true);
    const groups = ({ document: after, selected }: typeof plain) => [
      getKind(after, selected[0], 'instance')?.placementGroup,
      ...(interfacesOf(after, selected[0] ?? '')[0]?.groupSet ?? []),
    ];
    const [defaultGroup] = allOf(document, 'security-group').filter(
      ({ groupName, vpcId }) => groupName === 'default' && vpcId === 'vpc-1',
    );
    expect(groups(plain)).toEqual([undefined, defaultGroup?.id]);
    expect(groups(kept)).toEqual(['pg-1', 'sg-9']);
    // Groups of another VPC can't be kept.
    const elsewhere = allOf(document, 'subnet').find(({ vpcId }) => vpcId === 'vpc-2')?.id;
    const moved = pasted(document, copied(document, 'i-1'), elsewhere, true);
    expect(groups(moved)[1]).not.toBe('sg-9');
    expect(moved.notes.join()).toContain('web');
    expect(errors(moved.document)).toEqual([]);
  });

  it('stands where it was pointed at, also in the box it was copied from; else beside the original', () => {
    const document = shop();
    const text = copied(document, 'i-1');
    const into = subnetOfInstance(document, 'i-1')?.id ?? '';
    const at = { x: 180, y: 60 };
    const there = (place: string, keeping = false) => {
      const proposal = propose(document, { type: 'paste', text, keeping, into: place, at });
      if (!proposal.accepted) throw new Error(proposal.message);
      const after = changed(document, proposal.changeSet);
      return { after, id: proposal.selects ?? '', layout: after.layout[proposal.selects ?? ''] };
    };
    expect(there(into).layout).toMatchObject(at);
    const other = subnetOfInstance(document, 'i-2')?.id ?? '';
    const onCard = there('i-2');
    expect(subnetOfInstance(onCard.after, onCard.id)?.id).toBe(other);
    const card = fit(document).things.get('i-2');
    expect(fit(onCard.after).things.get(onCard.id)).toMatchObject({
      x: (card?.x ?? 0) + at.x,
      y: (card?.y ?? 0) + at.y,
    });
    // An instance can't stand on the bare canvas.
    const onGround = there('canvas');
    expect(subnetOfInstance(onGround.after, onGround.id)?.id).toBe(into);
    expect(onGround.layout ?? {}).not.toMatchObject(at);
  });

  it('gives the copy an Elastic IP of its own and says so: it is as reachable as the original', () => {
    const document = withResources(shop(), [elasticIp('eip-9', 'eni-1')]);
    const after = pasted(document, copied(document, 'i-1'));
    const [id = ''] = after.selected;
    const [eni] = interfacesOf(after.document, id);
    const own = allOf(after.document, 'elastic-ip').filter(
      ({ networkInterfaceId }) => networkInterfaceId === eni?.id,
    );
    expect(own).toHaveLength(1);
    expect(own[0]?.publicIp).not.toBe('198.51.100.9');
    expect(one(after.document, 'eip-9', 'elastic-ip').networkInterfaceId).toBe('eni-1');
    expect(after.notes).toEqual([`public-3 has an Elastic IP of its own, ${own[0]?.publicIp}.`]);
  });

  it('leads an Elastic IP of a further address to the same further address of the copy', () => {
    const start = shop();
    const eni = { ...one(start, 'eni-1', 'network-interface'), secondaryPrivateIpAddresses: ['10.0.0.77'] };
    const document = withResources(start, [
      eni,
      { ...elasticIp('eip-9', 'eni-1'), privateIpAddress: '10.0.0.77' },
    ]);
    const after = pasted(document, copied(document, 'i-1'));
    const [copy] = interfacesOf(after.document, after.selected[0] ?? '');
    const own = allOf(after.document, 'elastic-ip').find(
      ({ networkInterfaceId }) => networkInterfaceId === copy?.id,
    );
    expect(own?.privateIpAddress).toBe(copy?.secondaryPrivateIpAddresses?.[0]);
    expect(own?.privateIpAddress).not.toBe('10.0.0.77');
  });

  it('takes up again the Elastic IP that what was cut left behind', () => {
    const document = withResources(shop(), [elasticIp('eip-9', 'eni-1')]);
    const text = copied(document, 'i-1', 'eip-9');
    const cut = edit(document, { type: 'delete', ids: ['i-1'], cut: true }).document;
    const after = pasted(cut, text);
    const [eni] = interfacesOf(after.document, after.selected[0] ?? '');
    expect(allOf(after.document, 'elastic-ip')).toHaveLength(1);
    expect(one(after.document, 'eip-9', 'elastic-ip').networkInterfaceId).toBe(eni?.id);
    expect(after.notes).toEqual(['public-1 keeps its Elastic IP 198.51.100.9.']);
    // A second paste finds it taken.
    const again = pasted(after.document, text);
    expect(allOf(again.document, 'elastic-ip')).toHaveLength(2);
    expect(again.notes[0]).toContain('has an Elastic IP of its own');
  });

  it('refuses where the subnet has no address left, as EC2 does', () => {
    const start = shop();
    const subnet = one(start, subnetOfInstance(start, 'i-1')?.id ?? '', 'subnet');
    const enis = Array.from({ length: 11 }, (_, index) => ({
      ...one(start, 'eni-1', 'network-interface'),
      id: `eni-full-${index}`,
      privateIpAddress: `10.0.0.${4 + index}`,
    })).map(({ attachment: _, ...eni }) => eni);
    const document = withResources(start, [{ ...subnet, cidrBlock: '10.0.0.0/28' }, ...enis]);
    const proposal = propose(document, { type: 'paste', text: copied(document, 'i-1'), keeping: false });
    expect(proposal).toMatchObject({ accepted: false });
  });
});

describe('pasting networks', () => {
  it('gives a VPC the next block, and everything in it the same place in the new one', () => {
    const document = shop();
    const after = pasted(document, copied(document, 'vpc-1'));
    const vpc = one(after.document, after.selected[0] ?? '', 'vpc');
    expect(vpc.cidrBlock).toBe('10.2.0.0/16');
    const subnets = allOf(after.document, 'subnet').filter(({ vpcId }) => vpcId === vpc.id);
    expect(subnets.map(({ cidrBlock }) => cidrBlock).sort()).toEqual(
      allOf(document, 'subnet')
        .filter(({ vpcId }) => vpcId === 'vpc-1')
        .map(({ cidrBlock = '' }) => cidrBlock.replace('10.0.', '10.2.'))
        .sort(),
    );
    expect(errors(after.document)).toEqual(errors(document));
    expect(overlappingSiblings(fit(after.document))).toEqual([]);
  });

  it('keeps the blocks, addresses and names where they are free: in an empty document', () => {
    const document = shop();
    const after = pasted(emptyScenario(), copied(document, 'vpc-1', 'vpc-2'));
    expect(allOf(after.document, 'vpc').map(({ cidrBlock }) => cidrBlock)).toEqual([
      '10.0.0.0/16',
      '10.1.0.0/16',
    ]);
    expect(allOf(after.document, 'region').map(({ regionName }) => regionName)).toEqual(['us-east-1']);
    expect(
      allOf(after.document, 'network-interface')
        .map(({ privateIpAddress }) => privateIpAddress)
        .sort(),
    ).toEqual(
      allOf(document, 'network-interface')
        .map(({ privateIpAddress }) => privateIpAddress)
        .sort(),
    );
    expect(errors(after.document)).toEqual([]);
  });

  it('gives a subnet the next free block in its lane, or in the VPC that is selected', () => {
    const document = shop();
    const text = copied(document, 'subnet-1');
    const beside = pasted(document, text, 'subnet-1');
    const original = one(document, 'subnet-1', 'subnet');
    expect(one(beside.document, beside.selected[0] ?? '', 'subnet')).toMatchObject({
      vpcId: 'vpc-1',
      availabilityZone: original.availabilityZone,
    });
    const other = pasted(document, text, 'vpc-2');
    expect(one(other.document, other.selected[0] ?? '', 'subnet').vpcId).toBe('vpc-2');
    expect(errors(other.document)).toEqual(errors(document));
  });

  it('offers a network to an instance that is pasted where there is none', () => {
    const proposal = propose(emptyScenario(), { type: 'paste', text: copied(shop(), 'i-1'), keeping: false });
    expect(proposal.accepted).toBe(false);
    if (proposal.accepted || !proposal.offer) throw new Error('No offer.');
    const after = changed(emptyScenario(), proposal.offer);
    expect(subnetOfInstance(after, proposal.offer.selects ?? '')).toBeDefined();
    expect(errors(after)).toEqual([]);
  });

  it('allocates an Elastic IP for a copied NAT gateway', () => {
    const made = edit(shop(), { type: 'create', kind: 'nat-gateway', into: 'subnet-1' });
    const after = pasted(made.document, copied(made.document, made.selects));
    const copy = one(after.document, after.selected[0] ?? '', 'nat-gateway');
    expect(copy.allocationId).not.toBe(one(made.document, made.selects, 'nat-gateway').allocationId);
    expect(getKind(after.document, copy.allocationId, 'elastic-ip')?.publicIp).toBeDefined();
  });
});

describe('cut and paste', () => {
  it('gives the same thing with a new id: its name, its address and its place in the network', () => {
    const document = edit(shop(), { type: 'set', id: 'i-1', key: 'name', value: 'web-1' }).document;
    const text = copied(document, 'i-1');
    const cut = edit(document, { type: 'delete', ids: ['i-1'], cut: true });
    expect(cut.label).toMatch(/^Cut web-1/);
    const after = pasted(cut.document, text, undefined, true);
    const [id = ''] = after.selected;
    expect(one(after.document, id, 'instance')).toEqual({ ...one(document, 'i-1', 'instance'), id });
    const [eni] = interfacesOf(after.document, id);
    expect({ ...eni, id: '', attachment: null }).toEqual({
      ...one(document, 'eni-1', 'network-interface'),
      id: '',
      attachment: null,
    });
  });
});

describe('duplicating', () => {
  it('keeps groups and stands beside the original', () => {
    const document = shop();
    const proposal = propose(document, { type: 'duplicate', ids: ['i-1', 'i-2'] });
    if (!proposal.accepted) throw new Error(proposal.message);
    expect(proposal.changeSet.label).toBe('Duplicate 2 things');
    const after = changed(document, proposal.changeSet);
    for (const [index, id] of (proposal.selected ?? []).entries())
      expect(subnetOfInstance(after, id)?.id).toBe(subnetOfInstance(document, `i-${index + 1}`)?.id);
    expect(overlappingSiblings(fit(after))).toEqual([]);
  });

  it('is offered the subnet it needs where it was dropped beside one, and asks nothing without an offer', () => {
    const document = shop();
    for (const into of ['vpc-2', 'vpc-2/az-1', 'region-1', 'canvas']) {
      const proposal = propose(document, {
        type: 'duplicate',
        ids: ['i-1', 'i-2'],
        into,
        at: { x: 900, y: 700 },
      });
      if (proposal.accepted || !proposal.offer) throw new Error(`Nothing is offered in ${into}.`);
      const made = into.startsWith('vpc-2') ? 'subnet' : 'VPC';
      expect(proposal.message).toMatch(new RegExp(`Make a ${made} 10\\..*\\?$`));
      expect(proposal.offer.label).toMatch(new RegExp(`^Add ${made} 10\\..* and duplicate 2 things$`));
      const after = changed(document, proposal.offer);
      const subnet = subnetOfInstance(after, proposal.offer.selects ?? '');
      expect(document.resources[subnet?.id ?? 'vpc-1']).toBeUndefined();
      if (into.startsWith('vpc-2')) expect(subnet?.vpcId).toBe('vpc-2');
      expect(overlappingSiblings(fit(after))).toEqual([]);
      expect(outsideParent(fit(after))).toEqual([]);
    }
    const subnet = propose(document, {
      type: 'duplicate',
      ids: ['subnet-1'],
      into: 'canvas',
      at: { x: 900, y: 700 },
    });
    if (subnet.accepted || !subnet.offer) throw new Error('No VPC is offered.');
    expect(subnet.offer.label).toMatch(/^Add VPC 10\.\S+ and duplicate /);
    expect(allOf(changed(document, subnet.offer), 'subnet')).toHaveLength(
      allOf(document, 'subnet').length + 1,
    );
  });

  it('stands where it was dropped', () => {
    const document = shop();
    const into = subnetOfInstance(document, 'i-2')?.id ?? '';
    const proposal = propose(document, { type: 'duplicate', ids: ['i-1'], into, at: { x: 260, y: 180 } });
    if (!proposal.accepted) throw new Error(proposal.message);
    const after = changed(document, proposal.changeSet);
    expect(subnetOfInstance(after, proposal.selects ?? '')?.id).toBe(into);
    expect(fit(after).things.get(proposal.selects ?? '')).toMatchObject({ x: 260, y: 180 });
  });
});

describe('text that is not ours', () => {
  const refusalOf = (text: string) => {
    const proposal = propose(shop(), { type: 'paste', text, keeping: false });
    return proposal.accepted ? '' : proposal.message;
  };

  it('is refused in one sentence', () => {
    const text = copied(shop(), 'i-1');
    expect(refusalOf(text.slice(0, -30))).toContain('cut off');
    expect(refusalOf('{"format":"other"}')).toContain('not copied from EC2 Playground');
    expect(refusalOf(text.replace('"version":1', '"version":7'))).toContain('newer EC2 Playground');
    expect(refusalOf(text.replace('"kind":"instance"', '"kind":"toaster"'))).toContain('toaster');
    expect(refusalOf(text.replace('"roots":["i-1"]', '"roots":["i-99"]'))).toContain('roots');
    expect(refusalOf(text.replace('"subnetId":"subnet-1"', '"subnetId":"subnet-99"'))).toContain('subnet-99');
  });
});
