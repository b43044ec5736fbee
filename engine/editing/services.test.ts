import { describe, expect, it } from 'vitest';
import type { Resource, Scenario } from '../catalog/descriptors';
import { allOf, primaryInterface } from '../catalog/lookup';
import { fit } from '../drawing/fit';
import { edit, one, refusal, takeOffer } from '../testing/editing';
import { networkOf, withResources } from '../testing/network';
import { nodesOf } from '../catalog/nodes-table';

// vpc-1: subnet-1 public a, subnet-2 public b, subnet-3 app a, subnet-4 app b; vpc-2: the same from subnet-5 on.
const shop = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const oneZone = networkOf({ vpcs: 1, zones: 1, tiers: ['public'], instancesPerSubnet: 1 });

const create = (kind: string, into: string) => ({ type: 'create', kind, into }) as const;
const place = (id: string, into: string) => ({ type: 'place', ids: [id], into }) as const;
const set = (id: string, key: string, value: unknown) => ({ type: 'set', id, key, value }) as const;
const patched = (document: Scenario, id: string, patch: object): Scenario =>
  withResources(document, [{ ...document.resources[id], ...patch } as Resource]);
const added = (before: Scenario, after: Scenario) =>
  Object.keys(after.resources)
    .filter((id) => !Object.hasOwn(before.resources, id))
    .sort();

describe('a peering connection', () => {
  it('joins the VPC it is dropped on with the nearest that does not overlap, without routes', () => {
    const { document, label } = edit(shop, create('vpc-peering-connection', 'vpc-1'));
    expect(one(document, 'pcx-1', 'vpc-peering-connection')).toMatchObject({
      vpcId: 'vpc-1',
      peerVpcId: 'vpc-2',
      status: 'active',
    });
    expect(label).toBe('Peer vpc-1 with vpc-2, without routes yet');
    expect(added(shop, document)).toEqual(['pcx-1']);
  });

  it('is made by associating two VPCs', () => {
    const { document } = edit(shop, { type: 'associate', id: 'vpc-2', with: 'vpc-1' });
    expect(one(document, 'pcx-1', 'vpc-peering-connection')).toMatchObject({
      vpcId: 'vpc-2',
      peerVpcId: 'vpc-1',
    });
  });

  it('is refused for overlapping blocks, even unused ones, and offered with a new VPC', () => {
    const overlapping = patched(shop, 'vpc-2', { secondaryCidrBlocks: ['10.0.128.0/20'] });
    const refused = refusal(overlapping, create('vpc-peering-connection', 'vpc-1'));
    expect(refused.message).toContain('overlapping CIDR range');
    const document = takeOffer(overlapping, create('vpc-peering-connection', 'vpc-1'));
    expect(one(document, 'pcx-1', 'vpc-peering-connection').peerVpcId).toBe('vpc-3');
  });

  it('is refused a second time, and set to another VPC in the inspector', () => {
    const { document } = edit(shop, create('vpc-peering-connection', 'vpc-1'));
    const again = { type: 'associate', id: 'vpc-1', with: 'vpc-2' } as const;
    expect(refusal(document, again).rule).toBe('VpcPeeringConnectionAlreadyExists');
    expect(refusal(document, set('pcx-1', 'peerVpcId', 'vpc-1')).message).toContain('itself');
  });

  it('goes with either of its VPCs, and leaves blackholes behind', () => {
    const peered = patched(edit(shop, create('vpc-peering-connection', 'vpc-1')).document, 'rtb-1', {
      routes: [{ destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-1' }],
    });
    const { document } = edit(peered, { type: 'delete', ids: ['vpc-2'] });
    expect(document.resources['pcx-1']).toBeUndefined();
    expect(one(document, 'rtb-1', 'route-table').routes).toHaveLength(1);
  });
});

describe('a gateway endpoint', () => {
  const { document, label } = edit(shop, create('vpc-endpoint', 'vpc-1'));

  it('brings the prefix list of S3 and a route in every table in use', () => {
    expect(one(document, 'vpce-1', 'vpc-endpoint')).toMatchObject({
      vpcEndpointType: 'Gateway',
      serviceName: 'com.amazonaws.us-east-1.s3',
    });
    expect(one(document, 'pl-1', 'prefix-list').entries).toEqual([{ cidr: '54.231.0.0/17' }]);
    for (const id of ['rtb-1', 'rtb-public-1'])
      expect(one(document, id, 'route-table').routes).toContainEqual({
        destinationPrefixListId: 'pl-1',
        gatewayId: 'vpce-1',
      });
    expect(label).toContain('routes in rtb-public-1, rtb-1');
  });

  it('is for DynamoDB the second time and refused the third', () => {
    const second = edit(document, create('vpc-endpoint', 'vpc-1')).document;
    expect(one(second, 'vpce-2', 'vpc-endpoint').serviceName).toBe('com.amazonaws.us-east-1.dynamodb');
    expect(refusal(second, create('vpc-endpoint', 'vpc-1')).rule).toBe('RouteAlreadyExists');
  });

  it('shares the prefix list with one of another VPC of the region', () => {
    const second = edit(document, create('vpc-endpoint', 'vpc-2')).document;
    expect(allOf(second, 'prefix-list')).toHaveLength(1);
  });

  it('takes its routes along when it is deleted, and keeps its prefix list while it is there', () => {
    expect(refusal(document, { type: 'delete', ids: ['pl-1'] }).rule).toBe('PrefixListInUse');
    const gone = edit(document, { type: 'delete', ids: ['vpce-1'] }).document;
    expect(one(gone, 'rtb-1', 'route-table').routes).toEqual([]);
    expect(edit(gone, { type: 'delete', ids: ['pl-1'] }).document.resources['pl-1']).toBeUndefined();
  });

  it('has a prefix list that a group rule may name, and that stays while one does', () => {
    const named = patched(document, 'sg-1', {
      securityGroupEgress: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, prefixListId: 'pl-1' }],
    });
    const gone = edit(named, { type: 'delete', ids: ['vpce-1'] }).document;
    expect(refusal(gone, { type: 'delete', ids: ['pl-1'] }).message).toContain('rule of sg-1');
    expect(edit(named, { type: 'delete', ids: ['region-1'] }).document.resources['pl-1']).toBeUndefined();
  });

  it('leads to the other service with its routes', () => {
    const other = edit(document, set('vpce-1', 'serviceName', 'com.amazonaws.us-east-1.dynamodb')).document;
    expect(one(other, 'rtb-1', 'route-table').routes).toEqual([
      { destinationPrefixListId: 'pl-2', gatewayId: 'vpce-1' },
    ]);
    expect(refusal(document, set('vpce-1', 'serviceName', 'com.amazonaws.us-east-1.ssm')).rule).toBe(
      'InvalidServiceName',
    );
  });

  it('gives a table dropped on it a route', () => {
    const table: Resource = { id: 'rtb-9', kind: 'route-table', vpcId: 'vpc-1', routes: [] };
    const more = withResources(document, [table]);
    const { document: routed } = edit(more, { type: 'associate', id: 'vpce-1', with: 'rtb-9' });
    expect(one(routed, 'rtb-9', 'route-table').routes).toHaveLength(1);
  });
});

describe('an interface endpoint', () => {
  const { document } = edit(shop, create('vpc-endpoint', 'subnet-3'));

  it('stands in the subnet with an interface of its own and the default group', () => {
    expect(one(document, 'vpce-1', 'vpc-endpoint')).toMatchObject({
      vpcEndpointType: 'Interface',
      securityGroupIds: ['sg-1'],
      privateDnsEnabled: false,
    });
    expect(nodesOf(document, 'vpce-1')).toMatchObject([
      {
        subnetId: 'subnet-3',
        privateIpAddress: '10.0.11.5',
        interfaceType: 'vpc_endpoint',
        groupSet: ['sg-1'],
      },
    ]);
  });

  it('takes one subnet of each zone', () => {
    const two = edit(document, place('vpce-1', 'subnet-4')).document;
    expect(nodesOf(two, 'vpce-1')).toHaveLength(2);
    expect(refusal(two, place('vpce-1', 'subnet-1')).rule).toBe('DuplicateSubnetsInSameZone');
    const moved = takeOffer(two, place('vpce-1', 'subnet-1'));
    expect(nodesOf(moved, 'vpce-1').map((node) => node.subnetId)).toContain('subnet-1');
  });

  it('wants DNS names in its VPC for private DNS names', () => {
    const on = set('vpce-1', 'privateDnsEnabled', true);
    expect(refusal(document, on).message).toContain('enableDnsHostnames');
    const named = takeOffer(document, on);
    expect(one(named, 'vpc-1', 'vpc').enableDnsHostnames).toBe(true);
    expect(edit(named, on).document).toBeDefined();
  });

  it('gives its groups to its interfaces, which can not be changed or deleted by themselves', () => {
    const group: Resource = {
      id: 'sg-9',
      kind: 'security-group',
      vpcId: 'vpc-1',
      groupName: 'endpoints',
      securityGroupIngress: [],
      securityGroupEgress: [],
    };
    const more = withResources(document, [group]);
    const grouped = edit(more, set('vpce-1', 'securityGroupIds', ['sg-9'])).document;
    const [node] = nodesOf(grouped, 'vpce-1');
    expect(node?.groupSet).toEqual(['sg-9']);
    const id = node?.id ?? '';
    expect(refusal(grouped, set(id, 'groupSet', ['sg-1'])).message).toContain('managed by AWS');
    expect(refusal(grouped, place(id, 'i-3')).rule).toBe('OperationNotPermitted');
    const gone = takeOffer(grouped, { type: 'delete', ids: [id] });
    expect(gone.resources['vpce-1']).toBeUndefined();
  });
});

describe('a load balancer', () => {
  const { document, label } = edit(shop, create('load-balancer', 'vpc-1'));

  it('has a node in a public subnet of each zone, a listener and the instances nearest to it', () => {
    expect(label).toBe('Add an internet-facing load balancer with nodes in public-a, public-b');
    expect(one(document, 'elb-1', 'load-balancer')).toMatchObject({
      type: 'application',
      scheme: 'internet-facing',
      securityGroups: ['sg-1'],
      listeners: [{ protocol: 'HTTP', port: 80, targetGroupIds: ['tg-1'] }],
    });
    expect(nodesOf(document, 'elb-1').map((node) => node.subnetId)).toEqual(['subnet-1', 'subnet-2']);
    expect(one(document, 'tg-1', 'target-group').targets).toEqual([
      { instanceId: 'i-1' },
      { instanceId: 'i-2' },
    ]);
  });

  it('is internal in private subnets', () => {
    const inner = edit(shop, create('load-balancer', 'subnet-3')).document;
    expect(one(inner, 'elb-1', 'load-balancer').scheme).toBe('internal');
    expect(nodesOf(inner, 'elb-1').map((node) => node.subnetId)).toEqual(['subnet-3', 'subnet-4']);
  });

  it('is for the instance it is dropped on', () => {
    const aimed = edit(shop, create('load-balancer', 'i-4')).document;
    expect(one(aimed, 'tg-1', 'target-group').targets).toEqual([{ instanceId: 'i-4' }]);
  });

  it('is refused in one zone, and offered with the missing subnet', () => {
    expect(refusal(oneZone, create('load-balancer', 'vpc-1')).message).toContain(
      'At least two subnets in two different Availability Zones must be specified',
    );
    const mended = takeOffer(oneZone, create('load-balancer', 'vpc-1'));
    expect(nodesOf(mended, 'elb-1')).toHaveLength(2);
    expect(one(mended, 'elb-1', 'load-balancer').scheme).toBe('internet-facing');
  });

  it('is refused in a subnet that is too small', () => {
    const small = patched(shop, 'subnet-1', { cidrBlock: '10.0.1.0/28' });
    expect(refusal(small, create('load-balancer', 'subnet-1')).rule).toBe('InvalidSubnet');
  });

  it('becomes a Network Load Balancer with its nodes, listeners and target group', () => {
    const network = edit(document, set('elb-1', 'type', 'network')).document;
    expect(one(network, 'elb-1', 'load-balancer').listeners[0]?.protocol).toBe('TCP');
    expect(one(network, 'tg-1', 'target-group').protocol).toBe('TCP');
    expect(nodesOf(network, 'elb-1')[0]?.interfaceType).toBe('network_load_balancer');
    expect(
      refusal(network, set('elb-1', 'listeners', [{ protocol: 'HTTP', port: 80, targetGroupIds: [] }]))
        .message,
    ).toContain("must be one of 'TCP, TLS, UDP, TCP_UDP'");
  });

  it('takes its nodes along when it is deleted, and its target group stays', () => {
    const gone = edit(document, { type: 'delete', ids: ['elb-1'] }).document;
    expect(added(shop, gone)).toEqual(['tg-1']);
  });

  it('is deleted with the subnet of its last node', () => {
    const first = edit(document, { type: 'delete', ids: ['subnet-1'] }).document;
    expect(nodesOf(first, 'elb-1')).toHaveLength(1);
    const second = edit(first, { type: 'delete', ids: ['subnet-2'] }).document;
    expect(second.resources['elb-1']).toBeUndefined();
  });

  it('listens once on a port', () => {
    const twice = [80, 80].map((port) => ({ protocol: 'HTTP', port, targetGroupIds: ['tg-1'] }));
    expect(refusal(document, set('elb-1', 'listeners', twice)).rule).toBe('DuplicateListener');
  });
});

describe('a target group', () => {
  const { document } = edit(shop, create('load-balancer', 'vpc-1'));

  it('registers an instance dropped on it, on its balancer, or it on an instance', () => {
    for (const intent of [place('i-3', 'tg-1'), place('i-3', 'elb-1'), place('tg-1', 'i-3')])
      expect(one(edit(document, intent).document, 'tg-1', 'target-group').targets).toContainEqual({
        instanceId: 'i-3',
      });
  });

  it('refuses an instance of another VPC', () => {
    expect(refusal(document, place('i-5', 'tg-1')).message).toContain('not in the target group VPC vpc-1');
  });

  it('lets go of an instance that is deleted', () => {
    const gone = edit(document, { type: 'delete', ids: ['i-1'] }).document;
    expect(one(gone, 'tg-1', 'target-group').targets).toEqual([{ instanceId: 'i-2' }]);
  });

  it('made on a balancer is forwarded to, and belongs to one balancer', () => {
    const second = edit(document, create('target-group', 'elb-1')).document;
    expect(one(second, 'elb-1', 'load-balancer').listeners[0]?.targetGroupIds).toEqual(['tg-1', 'tg-2']);
    const other = edit(second, create('load-balancer', 'vpc-1')).document;
    expect(refusal(other, place('tg-1', 'elb-2')).rule).toBe('TargetGroupAssociationLimit');
  });
});

describe('IPv6', () => {
  const dual = edit(
    edit(shop, set('vpc-1', 'ipv6CidrBlock', 'auto')).document,
    set('subnet-1', 'ipv6CidrBlock', 'auto'),
  ).document;

  it('is given out as AWS does: a /56, a /64 in it, the first address after the reserved ones', () => {
    expect(one(dual, 'vpc-1', 'vpc').ipv6CidrBlock).toBe('2001:db8:1::/56');
    expect(one(dual, 'subnet-1', 'subnet').ipv6CidrBlock).toBe('2001:db8:1::/64');
    const addressed = edit(dual, set('eni-1', 'ipv6Addresses', ['auto', 'auto'])).document;
    expect(one(addressed, 'eni-1', 'network-interface').ipv6Addresses).toEqual([
      '2001:db8:1::4',
      '2001:db8:1::5',
    ]);
    const second = edit(dual, set('subnet-2', 'ipv6CidrBlock', 'auto')).document;
    expect(one(second, 'subnet-2', 'subnet').ipv6CidrBlock).toBe('2001:db8:1:1::/64');
  });

  it('opens the default ACL and untouched groups as AWS does', () => {
    expect(one(dual, 'acl-1', 'network-acl').entries).toHaveLength(4);
    expect(one(dual, 'sg-1', 'security-group').securityGroupEgress).toContainEqual({
      ipProtocol: '-1',
      cidrIpv6: '::/0',
    });
    expect(one(dual, 'acl-2', 'network-acl').entries).toHaveLength(2);
  });

  it('is refused where a size, a place or an address does not fit', () => {
    expect(refusal(dual, set('vpc-1', 'ipv6CidrBlock', '2001:db8:1::/58')).message).toContain(
      'steps of four',
    );
    expect(refusal(dual, set('subnet-2', 'ipv6CidrBlock', '2001:db8:9::/64')).rule).toBe(
      'InvalidSubnet.Range',
    );
    expect(refusal(dual, set('subnet-2', 'ipv6CidrBlock', '2001:db8:1::/64')).rule).toBe(
      'InvalidSubnet.Conflict',
    );
    expect(refusal(dual, set('eni-1', 'ipv6Addresses', ['2001:db8:1::1'])).message).toContain('reserved');
    expect(refusal(dual, set('eni-3', 'ipv6Addresses', ['auto'])).message).toContain('not an IPv6 address');
    expect(refusal(dual, set('vpc-1', 'ipv6CidrBlock', null)).rule).toBe('InvalidSubnet.Range');
  });

  it('has one egress-only gateway for each VPC', () => {
    const { document } = edit(dual, create('egress-only-internet-gateway', 'vpc-1'));
    expect(one(document, 'eigw-1', 'egress-only-internet-gateway').vpcId).toBe('vpc-1');
    expect(refusal(document, create('egress-only-internet-gateway', 'vpc-1')).message).toContain('takes one');
  });
});

describe('further blocks of a VPC', () => {
  const blocks = (...texts: readonly string[]) => set('vpc-1', 'secondaryCidrBlocks', texts);

  it('are of the same private range, of 100.64.0.0/10 or public', () => {
    for (const text of ['10.9.0.0/16', '100.64.0.0/16', '52.10.0.0/16'])
      expect(one(edit(shop, blocks(text)).document, 'vpc-1', 'vpc').secondaryCidrBlocks).toEqual([text]);
    for (const text of ['172.16.0.0/16', '192.168.0.0/16', '198.19.0.0/16'])
      expect(refusal(shop, blocks(text)).message).toContain('is restricted');
  });

  it('do not overlap each other or the peer, and are not as large as a route', () => {
    const peered = edit(shop, create('vpc-peering-connection', 'vpc-1')).document;
    expect(refusal(peered, blocks('10.1.0.0/20')).message).toContain('peered by pcx-1');
    expect(refusal(shop, blocks('10.9.0.0/16', '10.9.1.0/24')).message).toContain('overlaps');
    const routed = patched(shop, 'rtb-1', {
      routes: [{ destinationCidrBlock: '10.9.0.0/24', gatewayId: 'igw-1' }],
    });
    expect(refusal(routed, blocks('10.9.0.0/24')).message).toContain('or larger');
    expect(edit(routed, blocks('10.9.0.0/25')).document).toBeDefined();
  });
});

it('keeps an interface of an instance where a balancer comes and goes', () => {
  const { document } = edit(shop, create('load-balancer', 'vpc-1'));
  const gone = edit(document, { type: 'delete', ids: ['elb-1', 'tg-1'] }).document;
  expect(primaryInterface(gone, 'i-1')).toEqual(primaryInterface(shop, 'i-1'));
  expect(added(shop, gone)).toEqual([]);
});

it('leaves an instance where it is drawn when it is dropped on a target group', () => {
  const { document } = edit(shop, create('load-balancer', 'vpc-1'));
  const registered = edit(document, { ...place('i-3', 'tg-1'), at: { x: 20, y: 10 } }).document;
  const where = (drawn: Scenario) => fit(drawn).things.get('i-3');
  expect(where(registered)).toMatchObject({ left: where(document)?.left, top: where(document)?.top });
});

it('keeps icons on a border apart, wherever they were dropped', () => {
  let document = shop;
  for (const kind of ['load-balancer', 'egress-only-internet-gateway', 'vpc-endpoint', 'vpc-endpoint'])
    document = edit(document, { ...create(kind, 'vpc-1'), at: { x: 30, y: 0 } }).document;
  const left = [...fit(document).things.values()]
    .filter(({ how, parent }) => how === 'border' && parent === 'vpc-1')
    .map((thing) => thing.x)
    .sort((a, b) => a - b);
  expect(left).toHaveLength(5);
  left.slice(1).forEach((x, index) => expect(x - (left[index] ?? 0)).toBeGreaterThanOrEqual(28));
});

describe('groups and addresses of nodes', () => {
  const { document } = edit(shop, create('load-balancer', 'vpc-1'));
  const [node] = nodesOf(document, 'elb-1');

  it('are those of the balancer, wherever a group is dropped', () => {
    for (const into of ['elb-1', node?.id ?? '']) {
      const grouped = edit(document, create('security-group', into)).document;
      expect(one(grouped, 'elb-1', 'load-balancer').securityGroups).toEqual(['sg-1', 'sg-3']);
      for (const each of nodesOf(grouped, 'elb-1')) expect(each.groupSet).toEqual(['sg-1', 'sg-3']);
    }
    expect(refusal(document, place('sg-2', 'elb-1')).rule).toBe('InvalidSecurityGroup');
  });

  it('take an Elastic IP on a Network Load Balancer only', () => {
    const id = node?.id ?? '';
    expect(refusal(document, create('elastic-ip', id)).rule).toBe('OperationNotPermitted');
    const network = edit(document, set('elb-1', 'type', 'network')).document;
    expect(edit(network, create('elastic-ip', id)).label).toContain('Elastic IP');
  });
});

describe('blocks delegated to an interface', () => {
  it('are a /28 of the subnet that holds nobody else', () => {
    const delegate = (text: string) => set('eni-3', 'ipv4Prefixes', [text]);
    expect(edit(shop, delegate('10.0.11.32/28')).document).toBeDefined();
    expect(refusal(shop, delegate('10.0.11.32/27')).message).toContain('/28');
    expect(refusal(shop, delegate('10.0.12.32/28')).message).toContain('not inside app-a');
    expect(refusal(shop, delegate('10.0.11.0/28')).rule).toBe('InvalidIPAddress.InUse');
  });
});

describe('rows that the form adds', () => {
  const { document } = edit(shop, create('load-balancer', 'vpc-1'));

  it('are the next instance of the VPC in a target group', () => {
    const targets = [{ instanceId: 'i-1' }, { instanceId: 'i-2' }, {}];
    const added = edit(document, set('tg-1', 'targets', targets)).document;
    expect(one(added, 'tg-1', 'target-group').targets[2]).toEqual({ instanceId: 'i-3' });
    const none = [1, 2, 3, 4].map((number) => ({ instanceId: `i-${number}` }));
    expect(refusal(document, set('tg-1', 'targets', [...none, {}])).message).toContain('either an instance');
  });

  it('of a Network Load Balancer are offered in a protocol of its own', () => {
    const network = edit(document, set('elb-1', 'type', 'network')).document;
    const rows = [
      { protocol: 'TCP', port: 80, targetGroupIds: ['tg-1'] },
      { protocol: 'HTTP', port: 1, targetGroupIds: [] },
    ];
    const mended = takeOffer(network, set('elb-1', 'listeners', rows));
    expect(one(mended, 'elb-1', 'load-balancer').listeners[1]).toMatchObject({ protocol: 'TCP', port: 1 });
  });
});
