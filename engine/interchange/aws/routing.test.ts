import { describe, expect, it } from 'vitest';
import { allOf } from '../../catalog/lookup';
import { byAwsId, ENI, importValuesOf, said, SMALL, SUBNET, VPC } from '../../testing/aws-input';

const LOCAL = {
  DestinationCidrBlock: '10.0.0.0/16',
  GatewayId: 'local',
  Origin: 'CreateRouteTable',
  State: 'active',
};
const table = (...routes: readonly object[]) => ({
  RouteTables: [
    { RouteTableId: 'rtb-0a', VpcId: 'vpc-0a', Associations: [{ Main: true }], Routes: [LOCAL, ...routes] },
  ],
});
const routesOf = (...inputs: readonly unknown[]) =>
  byAwsId(importValuesOf({ Vpcs: [VPC], Subnets: [SUBNET] }, ...inputs).document, 'route-table', 'rtb-0a')
    .routes;
const DEFAULT = { DestinationCidrBlock: '0.0.0.0/0', Origin: 'CreateRoute', State: 'active' };
const IGW = {
  InternetGateways: [{ InternetGatewayId: 'igw-0a', Attachments: [{ VpcId: 'vpc-0a', State: 'available' }] }],
};
const NAT = {
  NatGatewayId: 'nat-0a',
  State: 'available',
  SubnetId: 'subnet-0a',
  VpcId: 'vpc-0a',
  NatGatewayAddresses: [
    {
      PrivateIp: '10.0.0.20',
      PublicIp: '198.51.100.20',
      AllocationId: 'eipalloc-0a',
      NetworkInterfaceId: 'eni-0nat',
    },
  ],
};

describe('routes', () => {
  it('leaves local routes to the VPC, but keeps one whose target was changed', () => {
    expect(routesOf(table())).toEqual([]);
    expect(
      routesOf(table({ ...LOCAL, GatewayId: undefined, NetworkInterfaceId: 'eni-0a' }), {
        NetworkInterfaces: [ENI],
      }),
    ).toEqual([{ destinationCidrBlock: '10.0.0.0/16', networkInterfaceId: 'eni-1' }]);
  });

  it('points at gateways and interfaces of the input', () => {
    expect(routesOf(table({ ...DEFAULT, GatewayId: 'igw-0a' }), IGW)).toEqual([
      { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
    ]);
    expect(routesOf(table({ ...DEFAULT, NatGatewayId: 'nat-0a' }), { NatGateways: [NAT] })).toEqual([
      { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' },
    ]);
    expect(routesOf(table({ ...DEFAULT, NetworkInterfaceId: 'eni-0a', InstanceId: 'i-0a' }), SMALL)).toEqual([
      { destinationCidrBlock: '0.0.0.0/0', networkInterfaceId: 'eni-1' },
    ]);
  });

  it('lets the id of a target dangle that its own list does not hold', () => {
    expect(routesOf(table({ ...DEFAULT, GatewayId: 'igw-0gone' }), IGW)[0]).toEqual({
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: 'igw-0gone',
    });
    expect(routesOf(table({ ...DEFAULT, State: 'blackhole', NatGatewayId: 'nat-0gone' }))[0]).toMatchObject({
      natGatewayId: 'nat-0gone',
    });
  });

  it('says that a list does not hold the target of an active route', () => {
    const active = importValuesOf({ Vpcs: [VPC] }, IGW, table({ ...DEFAULT, GatewayId: 'igw-0gone' }));
    expect(said(active)).toContain(
      'rtb-0a: A route is active, but its target is missing from InternetGateways',
    );
    const blackhole = importValuesOf(
      { Vpcs: [VPC] },
      IGW,
      table({ ...DEFAULT, GatewayId: 'igw-0gone', State: 'blackhole' }),
    );
    expect(said(blackhole)).not.toContain('A route is active');
  });

  it('never takes a missing target for another thing of the document', () => {
    const [route] = routesOf(table({ ...DEFAULT, GatewayId: 'igw-1' }), IGW);
    expect(route?.gatewayId).toBe('igw-1-absent');
  });

  it('keeps a target as one we can’t follow when its list was not given and AWS says active', () => {
    expect(routesOf(table({ ...DEFAULT, NatGatewayId: 'nat-0a' }))[0]).toEqual({
      destinationCidrBlock: '0.0.0.0/0',
      otherTarget: 'nat-0a',
    });
    expect(routesOf(table({ ...DEFAULT, GatewayId: 'igw-0a' }))[0]).toMatchObject({ otherTarget: 'igw-0a' });
    expect(routesOf(table({ ...DEFAULT, InstanceId: 'i-0x' }))[0]).toMatchObject({ otherTarget: 'i-0x' });
  });

  it.each([
    ['TransitGatewayId', 'tgw-0a'],
    ['VpcPeeringConnectionId', 'pcx-0a'],
    ['EgressOnlyInternetGatewayId', 'eigw-0a'],
    ['CoreNetworkArn', 'arn:aws:networkmanager::111122223333:core-network/core-network-0a'],
    ['GatewayId', 'vgw-0a'],
    ['GatewayId', 'vpce-0a'],
  ])('keeps %s as a target it can’t draw', (key, id) => {
    expect(routesOf(table({ ...DEFAULT, [key]: id }))[0]).toEqual({
      destinationCidrBlock: '0.0.0.0/0',
      otherTarget: id,
    });
  });

  it('keeps what AWS said of each route, and which were propagated', () => {
    const { document } = importValuesOf(
      { Vpcs: [VPC] },
      table(
        { ...DEFAULT, State: 'blackhole', NatGatewayId: 'nat-0gone' },
        {
          DestinationCidrBlock: '192.168.0.0/16',
          GatewayId: 'vgw-0a',
          Origin: 'EnableVgwRoutePropagation',
          State: 'active',
        },
        { DestinationPrefixListId: 'pl-0a', GatewayId: 'vpce-0a', State: 'active' },
        { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-0a', State: 'active' },
      ),
    );
    const imported = byAwsId(document, 'route-table', 'rtb-0a');
    expect(imported.routes.map(({ propagated }) => propagated ?? false)).toEqual([false, true, false, false]);
    expect(document.observed[imported.id]?.routeStates).toEqual({
      '0.0.0.0/0': 'blackhole',
      '192.168.0.0/16': 'active',
      'pl-0a': 'active',
      '::/0': 'active',
    });
  });

  it('keeps an edge association with an internet gateway and reports another', () => {
    const edge = (GatewayId: string) =>
      importValuesOf({ Vpcs: [VPC] }, IGW, {
        RouteTables: [
          {
            RouteTableId: 'rtb-0e',
            VpcId: 'vpc-0a',
            Associations: [{ Main: false, GatewayId }],
            Routes: [LOCAL],
          },
        ],
      });
    expect(byAwsId(edge('igw-0a').document, 'route-table', 'rtb-0e').gatewayId).toBe('igw-1');
    expect(byAwsId(edge('vgw-0a').document, 'route-table', 'rtb-0e')).not.toHaveProperty('gatewayId');
    expect(said(edge('vgw-0a'))).toContain('rtb-0e: An edge association');
  });

  it('takes the first of two main tables', () => {
    const main = (RouteTableId: string) => ({
      RouteTableId,
      VpcId: 'vpc-0a',
      Associations: [{ Main: true }],
      Routes: [],
    });
    const imported = importValuesOf({ Vpcs: [VPC], RouteTables: [main('rtb-0b'), main('rtb-0a')] });
    expect(byAwsId(imported.document, 'route-table', 'rtb-0a').main).toBe(true);
    expect(byAwsId(imported.document, 'route-table', 'rtb-0b')).not.toHaveProperty('main');
    expect(said(imported)).toContain('more than one main route table');
  });
});

describe('gateways', () => {
  it.each(['available', 'attached', 'Attached'])(
    'takes an internet gateway in state %s as attached',
    (State) => {
      const { document } = importValuesOf({
        Vpcs: [VPC],
        InternetGateways: [{ InternetGatewayId: 'igw-0a', Attachments: [{ VpcId: 'vpc-0a', State }] }],
      });
      expect(byAwsId(document, 'internet-gateway', 'igw-0a').vpcId).toBe('vpc-1');
    },
  );

  it('leaves an internet gateway without attachments detached', () => {
    const { document } = importValuesOf({
      Vpcs: [VPC],
      InternetGateways: [{ InternetGatewayId: 'igw-0a', Attachments: [] }],
    });
    expect(byAwsId(document, 'internet-gateway', 'igw-0a')).not.toHaveProperty('vpcId');
  });

  it('draws a NAT gateway once: its interface is not a thing of its own, its address an Elastic IP', () => {
    const eni = {
      ...ENI,
      NetworkInterfaceId: 'eni-0nat',
      PrivateIpAddress: '10.0.0.20',
      InterfaceType: 'nat_gateway',
      Attachment: { InstanceOwnerId: 'amazon-aws', DeviceIndex: 1 },
    };
    const { document } = importValuesOf({
      Vpcs: [VPC],
      Subnets: [SUBNET],
      NatGateways: [NAT],
      NetworkInterfaces: [eni],
    });
    expect(allOf(document, 'network-interface')).toEqual([]);
    expect(byAwsId(document, 'nat-gateway', 'nat-0a')).toMatchObject({
      connectivityType: 'public',
      privateIpAddress: '10.0.0.20',
      allocationId: 'eip-1',
    });
    expect(document.observed['nat-1']?.state).toBe('available');
    expect(allOf(document, 'elastic-ip')).toEqual([
      { id: 'eip-1', kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.20' },
    ]);
  });

  it('keeps a deleted NAT gateway with its state, and one without address as a blackhole', () => {
    const gone = importValuesOf({
      Vpcs: [VPC],
      Subnets: [SUBNET],
      NatGateways: [{ ...NAT, State: 'deleted' }],
    });
    expect(gone.document.observed['nat-1']?.state).toBe('deleted');
    const failed = importValuesOf(
      { Vpcs: [VPC], Subnets: [SUBNET], NatGateways: [{ ...NAT, State: 'failed', NatGatewayAddresses: [] }] },
      table({ ...DEFAULT, NatGatewayId: 'nat-0a' }),
    );
    expect(byAwsId(failed.document, 'route-table', 'rtb-0a').routes[0]).toMatchObject({
      natGatewayId: 'nat-0a',
    });
  });

  it('keeps a regional NAT gateway as a target it can’t follow', () => {
    const imported = importValuesOf(
      {
        Vpcs: [VPC],
        NatGateways: [
          {
            NatGatewayId: 'nat-0r',
            VpcId: 'vpc-0a',
            State: 'available',
            AvailabilityMode: 'regional',
            NatGatewayAddresses: [],
          },
        ],
      },
      table({ ...DEFAULT, NatGatewayId: 'nat-0r' }),
    );
    expect(byAwsId(imported.document, 'route-table', 'rtb-0a').routes[0]).toMatchObject({
      otherTarget: 'nat-0r',
    });
    expect(said(imported)).toContain('regional NAT gateway');
  });
});

describe('Elastic IPs', () => {
  it('stay idle without association, and name the private address only where it is a secondary one', () => {
    const eni = {
      ...ENI,
      PrivateIpAddresses: [
        { Primary: true, PrivateIpAddress: '10.0.0.10' },
        { Primary: false, PrivateIpAddress: '10.0.0.11' },
      ],
    };
    const { document } = importValuesOf({
      ...SMALL,
      NetworkInterfaces: [eni],
      Addresses: [
        { AllocationId: 'eipalloc-0a', PublicIp: '198.51.100.1', Domain: 'vpc' },
        {
          AllocationId: 'eipalloc-0b',
          PublicIp: '198.51.100.2',
          NetworkInterfaceId: 'eni-0a',
          PrivateIpAddress: '10.0.0.10',
        },
        {
          AllocationId: 'eipalloc-0c',
          PublicIp: '198.51.100.3',
          NetworkInterfaceId: 'eni-0a',
          PrivateIpAddress: '10.0.0.11',
        },
      ],
    });
    expect(
      allOf(document, 'elastic-ip').map(({ networkInterfaceId, privateIpAddress }) => [
        networkInterfaceId,
        privateIpAddress,
      ]),
    ).toEqual([
      [undefined, undefined],
      ['eni-1', undefined],
      ['eni-1', '10.0.0.11'],
    ]);
  });

  it('are told from auto-assigned addresses by their owner', () => {
    const associated = (association: object) =>
      importValuesOf({
        ...SMALL,
        NetworkInterfaces: [{ ...ENI, Association: { PublicIp: '203.0.113.10', ...association } }],
      }).document;
    const own = associated({ IpOwnerId: '111122223333' });
    expect(allOf(own, 'elastic-ip')).toMatchObject([
      { publicIp: '203.0.113.10', networkInterfaceId: 'eni-1' },
    ]);
    expect(own.observed['eni-1']?.publicIps).toBeUndefined();
    const automatic = associated({ IpOwnerId: 'amazon' });
    expect(allOf(automatic, 'elastic-ip')).toEqual([]);
    expect(automatic.observed['eni-1']?.publicIps).toEqual({ '10.0.0.10': '203.0.113.10' });
    expect(associated({ IpOwnerId: 'amazon-elb' }).observed['eni-1']?.publicIps).toBeDefined();
  });
});
