import { describe, expect, it } from 'vitest';
import { allOf, interfacesOf, volumesOf } from '../catalog/lookup';
import { fit } from '../drawing/fit';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { changed, edit, one, refusal, takeOffer } from '../testing/editing';
import { emptyScenario } from '../persistence/empty';
import { networkOf } from '../testing/network';

const create = (kind: string, into: string, at?: { x: number; y: number }) =>
  ({ type: 'create', kind, into, ...(at ? { at } : {}) }) as const;

const withVpc = edit(emptyScenario(), create('vpc', 'region-1', { x: 60, y: 80 })).document;
const withSubnet = edit(withVpc, create('subnet', 'vpc-1')).document;
const withServer = edit(withSubnet, create('instance', 'subnet-1')).document;

describe('creating a VPC', () => {
  it('brings its main route table, default ACL and default group in one undo', () => {
    expect(one(withVpc, 'vpc-1', 'vpc').cidrBlock).toBe('10.0.0.0/16');
    expect(one(withVpc, 'rtb-1', 'route-table')).toMatchObject({ vpcId: 'vpc-1', main: true, routes: [] });
    expect(one(withVpc, 'acl-1', 'network-acl').entries.map((entry) => entry.ruleNumber)).toEqual([100, 100]);
    expect(one(withVpc, 'sg-1', 'security-group').securityGroupIngress).toEqual([
      { ipProtocol: '-1', peerGroupId: 'sg-1' },
    ]);
  });

  it('takes a block beside those of the other VPCs', () => {
    const two = edit(withVpc, create('vpc', 'canvas')).document;
    expect(one(two, 'vpc-2', 'vpc').cidrBlock).toBe('10.1.0.0/16');
  });

  it('stands where it was dropped', () => {
    expect(withVpc.layout['vpc-1']).toEqual({ x: 60, y: 80 });
  });

  it('makes the region it needs on an empty canvas', () => {
    const bare = { ...emptyScenario(), resources: {} };
    const made = edit(bare, create('vpc', 'canvas')).document;
    expect(allOf(made, 'region')).toHaveLength(1);
    expect(allOf(made, 'zone').map((zone) => zone.zoneName)).toEqual(['us-east-1a', 'us-east-1b']);
  });
});

describe('creating a subnet', () => {
  it('takes the next free block and, without a position, the next zone', () => {
    const second = edit(withSubnet, create('subnet', 'vpc-1')).document;
    expect(one(withSubnet, 'subnet-1', 'subnet')).toMatchObject({
      cidrBlock: '10.0.0.0/24',
      availabilityZone: 'az-1',
    });
    expect(one(second, 'subnet-2', 'subnet')).toMatchObject({
      cidrBlock: '10.0.1.0/24',
      availabilityZone: 'az-2',
    });
  });

  it('uses the zone of the lane it is dropped on, and a new lane right of all lanes', () => {
    const inLane = edit(withSubnet, create('subnet', 'vpc-1/az-1')).document;
    expect(one(inLane, 'subnet-2', 'subnet').availabilityZone).toBe('az-1');
    const width = fit(withSubnet).things.get('vpc-1')?.width ?? 0;
    const beyond = edit(withSubnet, create('subnet', 'vpc-1', { x: width + 50, y: 60 })).document;
    expect(one(beyond, 'subnet-2', 'subnet').availabilityZone).toBe('az-2');
  });

  it('offers a VPC where there is none', () => {
    const made = takeOffer(emptyScenario(), create('subnet', 'region-1'));
    expect(one(made, 'subnet-1', 'subnet').vpcId).toBe('vpc-1');
  });

  it('is refused when the VPC has no block left', () => {
    let document = edit(withVpc, {
      type: 'set',
      id: 'vpc-1',
      key: 'cidrBlock',
      value: '10.0.0.0/28',
    }).document;
    document = edit(document, create('subnet', 'vpc-1')).document;
    expect(one(document, 'subnet-1', 'subnet').cidrBlock).toBe('10.0.0.0/28');
    expect(refusal(document, create('subnet', 'vpc-1')).rule).toBe('InvalidSubnet.Conflict');
  });
});

describe('creating an instance', () => {
  it('brings its primary interface and root volume', () => {
    expect(one(withServer, 'i-1', 'instance')).toMatchObject({ name: 'server-1', instanceType: 't3.micro' });
    expect(interfacesOf(withServer, 'i-1')).toMatchObject([
      { privateIpAddress: '10.0.0.4', groupSet: ['sg-1'], attachment: { deviceIndex: 0 } },
    ]);
    expect(volumesOf(withServer, 'i-1')).toMatchObject([
      { size: 8, volumeType: 'gp3', attachment: { root: true, deleteOnTermination: true } },
    ]);
  });

  it('gives each the next address and a name of its own', () => {
    const two = edit(withServer, create('instance', 'subnet-1')).document;
    expect(one(two, 'eni-2', 'network-interface').privateIpAddress).toBe('10.0.0.5');
    expect(one(two, 'i-2', 'instance').name).toBe('server-2');
  });

  it('is offered a subnet on a bare VPC, a lane, and a VPC on the bare region', () => {
    const onVpc = refusal(withVpc, create('instance', 'vpc-1', { x: 40, y: 90 }));
    expect(onVpc.message).toBe('An instance stands in a subnet. Make a subnet 10.0.0.0/24 here?');
    expect(onVpc.offer?.selects).toBe('i-1');
    const inLane = takeOffer(withSubnet, create('instance', 'vpc-1/az-1', { x: 20, y: 300 }));
    expect(one(inLane, 'subnet-2', 'subnet').availabilityZone).toBe('az-1');
    expect(interfacesOf(inLane, 'i-1')[0]?.subnetId).toBe('subnet-2');
    const onRegion = takeOffer(emptyScenario(), create('instance', 'region-1', { x: 100, y: 120 }));
    expect(onRegion.layout['vpc-1']).toEqual({ x: 100, y: 120 });
    expect(interfacesOf(onRegion, 'i-1')).toHaveLength(1);
  });

  it('is refused in a full subnet', () => {
    let document = edit(withVpc, {
      type: 'set',
      id: 'vpc-1',
      key: 'cidrBlock',
      value: '10.0.0.0/28',
    }).document;
    document = edit(document, create('subnet', 'vpc-1')).document;
    for (let count = 0; count < 11; count += 1)
      document = edit(document, create('network-interface', 'subnet-1')).document;
    expect(refusal(document, create('instance', 'subnet-1')).rule).toBe('InsufficientFreeAddressesInSubnet');
  });
});

describe('creating an interface', () => {
  it('stands alone in a subnet and becomes the next device on an instance', () => {
    const alone = edit(withServer, create('network-interface', 'subnet-1'));
    expect(one(alone.document, alone.selects, 'network-interface').attachment).toBeUndefined();
    const second = edit(withServer, create('network-interface', 'i-1'));
    expect(one(second.document, second.selects, 'network-interface')).toMatchObject({
      subnetId: 'subnet-1',
      attachment: { instanceId: 'i-1', deviceIndex: 1, deleteOnTermination: false },
    });
  });

  it('is refused above what the type takes, in EC2 words', () => {
    const full = edit(withServer, create('network-interface', 'i-1')).document;
    expect(refusal(full, create('network-interface', 'i-1'))).toMatchObject({
      rule: 'AttachmentLimitExceeded',
      message: expect.stringContaining('t3.micro') as string,
    });
  });
});

describe('creating gateways and addresses', () => {
  it('attaches an internet gateway to the VPC, once', () => {
    const { document, selects } = edit(withVpc, create('internet-gateway', 'vpc-1', { x: 120, y: 4 }));
    expect(one(document, selects, 'internet-gateway').vpcId).toBe('vpc-1');
    const again = refusal(document, create('internet-gateway', 'vpc-1'));
    expect(again.rule).toBe('Resource.AlreadyAssociated');
    if (!again.offer) throw new Error('no offer');
    expect(one(changed(document, again.offer), 'igw-2', 'internet-gateway').vpcId).toBeUndefined();
  });

  it('allocates an Elastic IP with a NAT gateway, never one that is taken', () => {
    const first = edit(withServer, create('nat-gateway', 'subnet-1')).document;
    const second = edit(first, create('nat-gateway', 'subnet-1')).document;
    expect(allOf(second, 'elastic-ip').map((address) => address.publicIp)).toEqual([
      '198.51.100.1',
      '198.51.100.2',
    ]);
    expect(one(second, 'nat-2', 'nat-gateway')).toMatchObject({
      privateIpAddress: '10.0.0.6',
      allocationId: 'eip-2',
    });
  });

  it('associates an Elastic IP dropped on an instance and lets go of the one before', () => {
    const first = edit(withServer, create('elastic-ip', 'i-1')).document;
    const second = edit(first, create('elastic-ip', 'eni-1')).document;
    expect(one(second, 'eip-1', 'elastic-ip').networkInterfaceId).toBeUndefined();
    expect(one(second, 'eip-2', 'elastic-ip').networkInterfaceId).toBe('eni-1');
  });
});

describe('creating volumes, groups and tables', () => {
  it('attaches a volume at the next device and keeps it after termination', () => {
    const { document, selects } = edit(withServer, create('volume', 'i-1'));
    expect(one(document, selects, 'volume').attachment).toEqual({
      instanceId: 'i-1',
      device: '/dev/sdf',
      deleteOnTermination: false,
    });
  });

  it('stands a volume in the zone of a lane', () => {
    const { document, selects } = edit(withServer, create('volume', 'vpc-1/az-1'));
    expect(one(document, selects, 'volume')).toMatchObject({ availabilityZone: 'az-1' });
  });

  it('adds a group, a route table and an ACL to what they are dropped on', () => {
    let document = edit(withServer, create('security-group', 'i-1')).document;
    document = edit(document, create('route-table', 'subnet-1')).document;
    document = edit(document, create('network-acl', 'subnet-1')).document;
    expect(one(document, 'eni-1', 'network-interface').groupSet).toEqual(['sg-1', 'sg-2']);
    expect(one(document, 'subnet-1', 'subnet')).toMatchObject({
      routeTableId: 'rtb-2',
      networkAclId: 'acl-2',
    });
    expect(one(document, 'acl-2', 'network-acl').entries).toEqual([]);
  });

  it('makes a placement group a chip of its region', () => {
    const { document, selects } = edit(withServer, create('placement-group', 'canvas'));
    expect(one(document, selects, 'placement-group')).toMatchObject({ region: 'region-1' });
    expect(fit(document).things.get(selects)?.how).toBe('chip');
  });

  it('adds the next zone as a lane', () => {
    const { document } = edit(withSubnet, create('zone', 'vpc-1'));
    expect(fit(document).things.get('vpc-1/az-2')?.kind).toBe('lane');
  });
});

describe('every creation', () => {
  it('leaves siblings apart, inside their box and where they were', () => {
    let document = networkOf({ vpcs: 1, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 2 });
    const before = fit(document).things;
    document = edit(document, create('instance', 'subnet-1', { x: 30, y: 300 })).document;
    const drawing = fit(document);
    expect(overlappingSiblings(drawing)).toEqual([]);
    expect(outsideParent(drawing)).toEqual([]);
    for (const id of ['i-1', 'i-2']) {
      const [was, is] = [before.get(id), drawing.things.get(id)];
      expect([is?.x, is?.y]).toEqual([was?.x, was?.y]);
    }
    expect(drawing.things.get('i-9')).toMatchObject({ x: 30, y: 300 });
  });
});
