import { describe, expect, it } from 'vitest';
import { getKind, primaryInterface, subnetOfInstance, volumesOf } from '../catalog/lookup';
import { fit } from '../drawing/fit';
import type { Resource } from '../catalog/descriptors';
import { edit, one, refusal, takeOffer } from '../testing/editing';
import { networkOf, withResources } from '../testing/network';

const place = (ids: string | readonly string[], into: string, at?: { x: number; y: number }) =>
  ({
    type: 'place',
    ids: typeof ids === 'string' ? [ids] : ids,
    into,
    ...(at ? { at } : {}),
  }) as const;

// subnet-1 public a, subnet-2 public b, subnet-3 app a, subnet-4 app b; two instances each.
const shop = networkOf({
  vpcs: 2,
  zones: 2,
  tiers: ['public', 'app'],
  instancesPerSubnet: 2,
  instanceType: 'm5.large',
});
const second: Resource = {
  id: 'eni-90',
  kind: 'network-interface',
  subnetId: 'subnet-3',
  privateIpAddress: '10.0.11.90',
  groupSet: ['sg-1'],
  sourceDestCheck: false,
  attachment: { instanceId: 'i-1', deviceIndex: 1, deleteOnTermination: true },
};
const eip: Resource = {
  id: 'eip-1',
  kind: 'elastic-ip',
  region: 'region-1',
  publicIp: '198.51.100.1',
  networkInterfaceId: 'eni-90',
};
const twoHomed = withResources(shop, [second, eip]);

describe('dragging in the same box', () => {
  it('is a move and nothing else', () => {
    const { document } = edit(shop, place('i-1', 'subnet-1', { x: 40, y: 400 }));
    expect(document.resources).toBe(shop.resources);
    expect(fit(document).things.get('i-1')).toMatchObject({ x: 40, y: 400 });
  });

  it('keeps several things at their distance', () => {
    const before = fit(shop).things;
    const { document } = edit(shop, place(['i-1', 'i-2'], 'subnet-1', { x: 60, y: 300 }));
    const after = fit(document).things;
    const gap = (things: typeof before): number =>
      (things.get('i-2')?.left ?? 0) - (things.get('i-1')?.left ?? 0);
    expect(gap(after)).toBe(gap(before));
    expect(after.get('i-1')).toMatchObject({ x: 60, y: 300 });
  });

  it('moves a lane in its VPC', () => {
    const { document } = edit(shop, place('vpc-1/az-1', 'vpc-1', { x: 900, y: 60 }));
    const { things } = fit(document);
    expect(things.get('vpc-1/az-1')?.x).toBeGreaterThan(things.get('vpc-1/az-2')?.x ?? 0);
  });
});

describe('dragging an instance to another subnet', () => {
  it('gives it an address there, keeps the Elastic IP and says so', () => {
    const withAddress = withResources(shop, [{ ...eip, networkInterfaceId: 'eni-1' }]);
    const { document, label } = edit(withAddress, place('i-1', 'subnet-3'));
    expect(subnetOfInstance(document, 'i-1')?.id).toBe('subnet-3');
    expect(primaryInterface(document, 'i-1')?.privateIpAddress).toBe('10.0.11.6');
    expect(one(document, 'eip-1', 'elastic-ip').networkInterfaceId).toBe('eni-1');
    expect(label).toContain('10.0.11.6');
  });

  it('takes its volumes to another zone and lets go of interfaces that can not follow', () => {
    const { document } = edit(twoHomed, place('i-1', 'subnet-2'));
    expect(volumesOf(document, 'i-1')[0]?.availabilityZone).toBe('az-2');
    expect(one(document, 'eni-90', 'network-interface').attachment).toBeUndefined();
  });

  it('moves several, each with an address of its own', () => {
    const { document } = edit(shop, place(['i-1', 'i-2'], 'subnet-3'));
    const addresses = ['i-1', 'i-2'].map((id) => primaryInterface(document, id)?.privateIpAddress);
    expect(addresses).toEqual(['10.0.11.6', '10.0.11.7']);
  });

  it('is offered a subnet on a bare lane', () => {
    const document = takeOffer(shop, place('i-1', 'vpc-1/az-2', { x: 30, y: 600 }));
    expect(subnetOfInstance(document, 'i-1')).toMatchObject({ id: 'subnet-9', availabilityZone: 'az-2' });
  });
});

describe('dragging a network interface', () => {
  it('moves to another instance with addresses, groups and Elastic IP', () => {
    const { document, label } = edit(twoHomed, place('eni-90', 'i-2'));
    expect(one(document, 'eni-90', 'network-interface')).toMatchObject({
      privateIpAddress: '10.0.11.90',
      groupSet: ['sg-1'],
      sourceDestCheck: false,
      subnetId: 'subnet-3',
      attachment: { instanceId: 'i-2', deviceIndex: 1, deleteOnTermination: false },
    });
    expect(one(document, 'eip-1', 'elastic-ip').networkInterfaceId).toBe('eni-90');
    expect(label).toBe('Move eni-90 to public-2 with 10.0.11.90, its groups, its Elastic IP');
  });

  it('is refused for the primary one, across zones and above the limit', () => {
    expect(refusal(shop, place('eni-1', 'i-2')).rule).toBe('OperationNotPermitted');
    expect(refusal(twoHomed, place('eni-90', 'i-3')).message).toContain('Availability Zone');
    const small = withResources(twoHomed, [
      { ...one(twoHomed, 'i-2', 'instance'), instanceType: 't2.micro' },
      {
        ...second,
        id: 'eni-91',
        privateIpAddress: '10.0.11.91',
        attachment: { instanceId: 'i-2', deviceIndex: 1, deleteOnTermination: false },
      },
    ]);
    expect(refusal(small, place('eni-90', 'i-2')).rule).toBe('AttachmentLimitExceeded');
  });

  it('is offered anew in another subnet, because it can not leave its own', () => {
    const document = takeOffer(twoHomed, place('eni-90', 'subnet-1'));
    expect(one(document, 'eni-90', 'network-interface')).toMatchObject({
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.1.6',
      attachment: { instanceId: 'i-1' },
    });
  });
});

describe('dragging volumes', () => {
  const disk: Resource = {
    id: 'vol-90',
    kind: 'volume',
    availabilityZone: 'az-1',
    size: 20,
    volumeType: 'gp3',
    encrypted: false,
  };
  const withDisk = withResources(shop, [disk]);

  it('attaches in the same zone and refuses another one', () => {
    const { document } = edit(withDisk, place('vol-90', 'i-1'));
    expect(one(document, 'vol-90', 'volume').attachment?.device).toBe('/dev/sdf');
    expect(refusal(withDisk, place('vol-90', 'i-3')).rule).toBe('InvalidVolume.ZoneMismatch');
  });

  it('detaches when dropped on its lane, except the root volume of a machine that is not stopped', () => {
    const { document } = edit(withDisk, place('vol-90', 'i-1'));
    expect(
      one(edit(document, place('vol-90', 'vpc-1/az-1')).document, 'vol-90', 'volume').attachment,
    ).toBeUndefined();
    expect(refusal(shop, place('vol-1', 'vpc-1/az-1')).rule).toBe('OperationNotPermitted');
    const stopped = edit(shop, place('vol-1', 'vpc-1/az-1'), { 'i-1': { state: 'stopped' } });
    expect(one(stopped.document, 'vol-1', 'volume').attachment).toBeUndefined();
  });
});

describe('dragging boxes', () => {
  it('redraws a subnet in another zone with everything in it', () => {
    const { document } = edit(shop, place('subnet-1', 'vpc-1/az-2'));
    expect(one(document, 'subnet-1', 'subnet').availabilityZone).toBe('az-2');
    expect(volumesOf(document, 'i-1')[0]?.availabilityZone).toBe('az-2');
    expect(fit(document).things.get('subnet-1')?.parent).toBe('vpc-1/az-2');
  });

  it('refuses a subnet in another VPC and a VPC in another region', () => {
    expect(refusal(shop, place('subnet-1', 'vpc-2/az-1')).rule).toBe('PLACE-009');
    const far = withResources(shop, [{ id: 'region-2', kind: 'region', regionName: 'eu-west-1' }]);
    expect(refusal(far, place('vpc-1', 'region-2')).rule).toBe('PLACE-008');
  });
});

describe('dropping on a placement group', () => {
  const group: Resource = {
    id: 'pg-1',
    kind: 'placement-group',
    region: 'region-1',
    groupName: 'orders',
    strategy: 'spread',
  };
  const grouped = withResources(shop, [group]);

  it('joins, and it on an instance too', () => {
    const joined = edit(grouped, place(['i-1', 'i-2'], 'pg-1')).document;
    expect(one(joined, 'i-2', 'instance').placementGroup).toBe('pg-1');
    expect(one(edit(grouped, place('pg-1', 'i-3')).document, 'i-3', 'instance').placementGroup).toBe('pg-1');
  });

  it('tells a running instance to stop first', () => {
    const refused = refusal(grouped, place('i-1', 'pg-1'), { 'i-1': { state: 'running' } });
    expect(refused.rule).toBe('IncorrectInstanceState');
    expect(refused.message).toContain('stop it first');
    const stopped = edit(grouped, place('i-1', 'pg-1'), { 'i-1': { state: 'stopped' } });
    expect(one(stopped.document, 'i-1', 'instance').placementGroup).toBe('pg-1');
  });
});

describe('dragging gateways and chips', () => {
  it('detaches and attaches an internet gateway', () => {
    const free = edit(shop, place('igw-1', 'region-1', { x: 10, y: 900 })).document;
    expect(one(free, 'igw-1', 'internet-gateway').vpcId).toBeUndefined();
    expect(refusal(free, place('igw-1', 'vpc-2')).rule).toBe('Resource.AlreadyAssociated');
    expect(one(edit(free, place('igw-1', 'vpc-1')).document, 'igw-1', 'internet-gateway').vpcId).toBe(
      'vpc-1',
    );
  });

  it('associates a route table with a subnet of its VPC only', () => {
    const { document } = edit(shop, place('rtb-public-1', 'subnet-3'));
    expect(getKind(document, 'subnet-3', 'subnet')?.routeTableId).toBe('rtb-public-1');
    expect(refusal(shop, place('rtb-public-1', 'subnet-5')).message).toContain('different networks');
  });
});
