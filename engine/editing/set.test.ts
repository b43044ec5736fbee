import { describe, expect, it } from 'vitest';
import { edit, one, refusal, takeOffer } from '../testing/editing';
import { networkOf } from '../testing/network';

const set = (id: string, key: string, value: unknown) => ({ type: 'set', id, key, value }) as const;
const shop = networkOf({
  vpcs: 1,
  zones: 2,
  tiers: ['public', 'app'],
  instancesPerSubnet: 1,
  instanceType: 'm5.large',
});

describe('setting a property', () => {
  it('checks type and limits with the value given and what is allowed', () => {
    expect(refusal(shop, set('vol-1', 'size', 0)).message).toBe(
      'Size: 0 is not a whole number from 1 to 65536 GiB.',
    );
    expect(refusal(shop, set('i-1', 'instanceType', 'm9.huge')).message).toContain('t3.micro');
    expect(refusal(shop, set('i-1', 'colour', 'red')).rule).toBe('UnknownProperty');
    expect(refusal(shop, set('eni-1', 'subnetId', 'subnet-2')).message).toContain("can't change");
    expect(refusal(shop, set('vpc-1', 'cidrBlock', '10.0.0.0/8')).message).toContain('between /16 and /28');
  });

  it('stores a block without host bits, as AWS does', () => {
    const { document } = edit(shop, set('subnet-1', 'cidrBlock', '10.0.1.7/23'));
    expect(one(document, 'subnet-1', 'subnet').cidrBlock).toBe('10.0.0.0/23');
  });

  it('renames, and takes a name away', () => {
    expect(one(edit(shop, set('i-1', 'name', ' web-1 ')).document, 'i-1', 'instance').name).toBe('web-1');
    expect(one(edit(shop, set('i-1', 'name', '')).document, 'i-1', 'instance').name).toBeUndefined();
  });

  it('refuses a VPC block that leaves subnets outside, and offers to move them along', () => {
    const intent = set('vpc-1', 'cidrBlock', '10.7.0.0/16');
    expect(refusal(shop, intent).rule).toBe('InvalidSubnet.Range');
    const document = takeOffer(shop, intent);
    expect(one(document, 'subnet-1', 'subnet').cidrBlock).toBe('10.7.1.0/24');
    expect(one(document, 'eni-1', 'network-interface').privateIpAddress).toBe('10.7.1.4');
  });

  it('refuses overlapping and outlying subnet blocks', () => {
    expect(refusal(shop, set('subnet-1', 'cidrBlock', '10.0.2.0/24')).rule).toBe('InvalidSubnet.Conflict');
    expect(refusal(shop, set('subnet-1', 'cidrBlock', '10.9.0.0/24')).rule).toBe('InvalidSubnet.Range');
    const moved = takeOffer(shop, set('subnet-1', 'cidrBlock', '10.0.40.0/24'));
    expect(one(moved, 'eni-1', 'network-interface').privateIpAddress).toBe('10.0.40.4');
  });

  it('refuses an address that is outside, reserved or taken', () => {
    const reasons = ['10.0.2.9', '10.0.1.3', '10.0.1.255'].map(
      (address) => refusal(shop, set('eni-1', 'privateIpAddress', address)).message,
    );
    expect(reasons[0]).toContain('does not fall within');
    expect(reasons[1]).toContain('reserved');
    expect(reasons[2]).toContain('reserved');
    const two = edit(shop, { type: 'create', kind: 'instance', into: 'subnet-1' }).document;
    expect(refusal(two, set('eni-1', 'privateIpAddress', '10.0.1.5')).rule).toBe('InvalidIPAddress.InUse');
  });

  it('refuses a type that takes fewer interfaces than are attached', () => {
    let document = shop;
    for (const _ of [1, 2])
      document = edit(document, { type: 'create', kind: 'network-interface', into: 'i-1' }).document;
    expect(refusal(document, set('i-1', 'instanceType', 't3.micro')).rule).toBe('AttachmentLimitExceeded');
  });

  it('keeps a volume within what its type takes', () => {
    expect(refusal(shop, set('vol-1', 'volumeType', 'st1')).message).toContain('root volume');
    const free = edit(shop, { type: 'create', kind: 'volume', into: 'vpc-1/az-1' });
    const larger = takeOffer(free.document, set(free.selects, 'volumeType', 'st1'));
    expect(one(larger, free.selects, 'volume')).toMatchObject({ volumeType: 'st1', size: 125 });
  });

  it('gives a NAT gateway that becomes public an address, and takes none from a private one', () => {
    const made = edit(shop, { type: 'create', kind: 'nat-gateway', into: 'subnet-1' }).document;
    const hidden = edit(made, set('nat-1', 'connectivityType', 'private')).document;
    expect(one(hidden, 'nat-1', 'nat-gateway').allocationId).toBeUndefined();
    const again = edit(hidden, set('nat-1', 'connectivityType', 'public')).document;
    expect(one(again, 'nat-1', 'nat-gateway').allocationId).toBe('eip-2');
  });

  it('takes a subnet to another zone with everything in it', () => {
    const { document } = edit(shop, set('subnet-1', 'availabilityZone', 'az-2'));
    expect(one(document, 'vol-1', 'volume').availabilityZone).toBe('az-2');
  });

  it('forgets where a subnet stood when it goes to another zone', () => {
    const placed = { ...shop, layout: { 'subnet-1': { x: 400, y: 300 } } };
    const { document } = edit(placed, set('subnet-1', 'availabilityZone', 'az-2'));
    expect(document.layout['subnet-1']).toBeUndefined();
    expect(edit(placed, set('subnet-1', 'availabilityZone', 'az-1')).document.layout).toEqual(placed.layout);
  });

  it('names the zones anew when the region changes', () => {
    const { document } = edit(shop, set('region-1', 'regionName', 'eu-west-1'));
    expect(one(document, 'az-2', 'zone').zoneName).toBe('eu-west-1b');
  });
});

describe('associating without a pointer', () => {
  it('works both ways round and lets go', () => {
    const made = edit(shop, { type: 'create', kind: 'elastic-ip', into: 'canvas' }).document;
    const there = edit(made, { type: 'associate', id: 'eip-1', with: 'i-1' }).document;
    expect(one(there, 'eip-1', 'elastic-ip').networkInterfaceId).toBe('eni-1');
    const turned = edit(shop, { type: 'associate', id: 'subnet-3', with: 'rtb-public-1' }).document;
    expect(one(turned, 'subnet-3', 'subnet').routeTableId).toBe('rtb-public-1');
    const free = edit(there, { type: 'associate', id: 'eip-1', with: null }).document;
    expect(one(free, 'eip-1', 'elastic-ip').networkInterfaceId).toBeUndefined();
    const back = edit(turned, { type: 'associate', id: 'rtb-public-1', with: null }).document;
    expect(one(back, 'subnet-3', 'subnet').routeTableId).toBeUndefined();
  });
});
