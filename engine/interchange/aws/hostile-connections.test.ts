/** The lists of ELB, endpoints, peerings and what is not modelled, with anything in the place of anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNetwork } from '../../catalog/network-roles';
import { makeScenario, parseScenario, validateScenario } from '../../persistence/scenario-file';
import { importValuesOf, said, SMALL, VPC } from '../../testing/aws-input';
import { changedAnyhow } from '../../testing/hostile-values';
import { importAws } from './import-aws';

const ELB = 'arn:aws:elasticloadbalancing:us-east-1:111122223333';
const LB = `${ELB}:loadbalancer/net/gate/1`;
const TG = `${ELB}:targetgroup/web/2`;
const LISTENER = `${ELB}:listener/net/gate/1/3`;

const rich = {
  ...SMALL,
  Vpcs: [VPC, { ...VPC, VpcId: 'vpc-0b', CidrBlock: '10.1.0.0/16' }],
  NetworkInterfaces: [
    ...SMALL.NetworkInterfaces,
    {
      NetworkInterfaceId: 'eni-0n',
      SubnetId: 'subnet-0a',
      PrivateIpAddress: '10.0.0.20',
      Description: 'ELB net/gate/1',
    },
    {
      NetworkInterfaceId: 'eni-0e',
      SubnetId: 'subnet-0a',
      PrivateIpAddress: '10.0.0.21',
      Ipv4Prefixes: [{ Ipv4Prefix: '10.0.0.32/28' }],
      Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8::/80' }],
    },
  ],
  SecurityGroups: [
    {
      GroupId: 'sg-0a',
      VpcId: 'vpc-0a',
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          UserIdGroupPairs: [{ GroupId: 'sg-0b', UserId: '1', PeeringStatus: 'active' }],
          PrefixListIds: [{ PrefixListId: 'pl-0a' }],
        },
      ],
    },
  ],
  RouteTables: [
    {
      RouteTableId: 'rtb-0a',
      VpcId: 'vpc-0a',
      Associations: [{ Main: true }],
      Routes: [
        { DestinationPrefixListId: 'pl-0a', GatewayId: 'vpce-0a', State: 'active' },
        { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-0a', State: 'active' },
        { DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-0a', State: 'active' },
        { DestinationCidrBlock: '10.2.0.0/16', TransitGatewayId: 'tgw-0a', State: 'blackhole' },
      ],
    },
  ],
  EgressOnlyInternetGateways: [
    { EgressOnlyInternetGatewayId: 'eigw-0a', Attachments: [{ VpcId: 'vpc-0a', State: 'attached' }] },
  ],
  VpcPeeringConnections: [
    {
      VpcPeeringConnectionId: 'pcx-0a',
      Status: { Code: 'active' },
      RequesterVpcInfo: { VpcId: 'vpc-0a', PeeringOptions: { AllowDnsResolutionFromRemoteVpc: true } },
      AccepterVpcInfo: { VpcId: 'vpc-0b' },
    },
  ],
  VpcEndpoints: [
    {
      VpcEndpointId: 'vpce-0a',
      VpcEndpointType: 'Gateway',
      VpcId: 'vpc-0a',
      ServiceName: 's3',
      PolicyDocument: '{}',
    },
    {
      VpcEndpointId: 'vpce-0b',
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-0a',
      Groups: [{ GroupId: 'sg-0a' }],
      NetworkInterfaceIds: ['eni-0e'],
      PrivateDnsEnabled: true,
      State: 'available',
    },
  ],
  PrefixLists: [{ PrefixListId: 'pl-0a', PrefixListName: 's3', Cidrs: ['192.0.2.0/24'], State: 'x' }],
  Entries: [{ Cidr: '198.51.100.0/24', Description: 'd' }],
  LoadBalancers: [
    {
      LoadBalancerArn: LB,
      LoadBalancerName: 'gate',
      Type: 'network',
      Scheme: 'internal',
      VpcId: 'vpc-0a',
      DNSName: 'gate.example',
      State: { Code: 'active' },
      SecurityGroups: ['sg-0a'],
      AvailabilityZones: [
        {
          SubnetId: 'subnet-0a',
          LoadBalancerAddresses: [{ PrivateIPv4Address: '10.0.0.22', IpAddress: '198.51.100.3' }],
        },
      ],
    },
  ],
  TargetGroups: [
    {
      TargetGroupArn: TG,
      TargetGroupName: 'web',
      Protocol: 'TCP',
      Port: 80,
      VpcId: 'vpc-0a',
      TargetType: 'instance',
      LoadBalancerArns: [LB],
    },
  ],
  TargetHealthDescriptions: [{ Target: { Id: 'i-0a', Port: 80 }, TargetHealth: { State: 'healthy' } }],
  Listeners: [
    {
      ListenerArn: LISTENER,
      LoadBalancerArn: LB,
      Port: 80,
      Protocol: 'TCP',
      DefaultActions: [{ TargetGroupArn: TG }],
    },
  ],
  Rules: [
    {
      RuleArn: `${ELB}:listener-rule/net/gate/1/3/4`,
      Conditions: [{ Field: 'source-ip' }],
      Actions: [{ ForwardConfig: { TargetGroups: [{ TargetGroupArn: TG }] } }],
    },
  ],
  Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }],
  TransitGateways: [{ TransitGatewayId: 'tgw-0a', State: 'available' }],
  VpnGateways: [{ VpnGatewayId: 'vgw-0a', VpcAttachments: [{ VpcId: 'vpc-0a', State: 'attached' }] }],
  Firewall: { FirewallArn: 'arn:aws:network-firewall:us-east-1:1:firewall/f', VpcId: 'vpc-0a' },
};

describe('lists of load balancers, endpoints and connections', () => {
  it('give a document that can be saved, opened and walked through, or a failure, whatever is changed in them', () => {
    fc.assert(
      fc.property(changedAnyhow(rich), (value) => {
        const result = importAws([{ name: 'input.json', text: JSON.stringify(value) }]);
        if (!result.ok) return expect(result.error.message).not.toBe('');
        const { document } = result.value;
        const checked = validateScenario(document);
        if (!checked.ok) throw new Error(checked.error.message);
        compileNetwork({ document, at: 'design', live: {} });
      }),
      { seed: 20_261_125, numRuns: 400 },
    );
  });

  it('of the right types are all taken over, and come back the same from a file', () => {
    const { document } = importValuesOf(rich);
    const kinds = new Set(Object.values(document.resources).map(({ kind }) => kind));
    for (const kind of [
      'egress-only-internet-gateway',
      'vpc-peering-connection',
      'vpc-endpoint',
      'load-balancer',
      'target-group',
      'prefix-list',
      'other-resource',
    ] as const)
      expect(kinds).toContain(kind);
    expect(parseScenario(makeScenario(document))).toEqual({ ok: true, value: document });
  });

  it.each([null, 7, 'x', [], {}, [null, 7, 'x', [], {}]])('that are %j are read as nothing', (junk) => {
    const lists = Object.fromEntries(
      Object.keys(rich)
        .filter((key) => !(key in SMALL))
        .map((key) => [key, junk]),
    );
    expect(validateScenario(importValuesOf(SMALL, lists).document).ok).toBe(true);
  });

  it('of 20,000 answers nobody can assign are reported once', () => {
    const health = Array.from({ length: 20_000 }, () => ({ TargetHealthDescriptions: [] }));
    const groups = [TG, `${TG}2`].map((arn) => ({
      ...rich.TargetGroups[0],
      TargetGroupArn: arn,
      TargetGroupName: arn.slice(-1),
    }));
    const imported = importValuesOf(SMALL, { TargetGroups: groups }, health);
    const lines = imported.report.filter(({ message }) =>
      message.includes('does not say which target group'),
    );
    expect(lines).toMatchObject([{ count: 20_000, where: 'file-3.json' }]);
    expect(said(imported)).toContain('The targets of a target group are not in the input');
  });

  it('with names that mean something to JavaScript harm nothing', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const imported = importValuesOf(SMALL, {
        PrefixLists: [{ PrefixListId: name, PrefixListName: name, Cidrs: [name] }],
        TransitGateways: [{ TransitGatewayId: name }],
        VpcPeeringConnections: [
          { VpcPeeringConnectionId: name, Status: { Code: name }, RequesterVpcInfo: { VpcId: 'vpc-0a' } },
        ],
      });
      expect(validateScenario(imported.document).ok).toBe(true);
      expect(said(imported)).toContain('has no status that is known');
    }
  });
});

describe('output that holds nothing to open', () => {
  const refusal = (value: unknown): string => {
    const result = importAws([{ name: 'in.json', text: JSON.stringify(value) }]);
    return result.ok ? 'opened' : `${result.error.reason}: ${result.error.message}`;
  };

  it('is refused with one sentence that says why', () => {
    expect(refusal({ Vpcs: [] })).toBe(
      'not-aws-output: This is AWS output, but nothing in it can be opened: no VPC, subnet or other thing of it can be drawn. Give at least describe-vpcs and describe-subnets.',
    );
    expect(refusal({ AvailabilityZones: [{ ZoneName: 'us-east-1a' }] })).toContain('can be drawn');
    expect(refusal({ Subnets: [{ SubnetId: 'subnet-0a' }] })).toContain(
      'subnet-0a: A subnet does not say in which VPC it is',
    );
    expect(refusal({ KeyPairs: [{ KeyPairId: 'key-0a' }] })).toContain('1 key pair is not held yet');
    expect(refusal({ Vpcs: [7] })).toContain('in.json: An element of Vpcs is not an object');
  });

  it('is opened as soon as there is one thing', () => {
    expect(refusal({ TransitGateways: [{ TransitGatewayId: 'tgw-0a' }] })).toBe('opened');
  });
});

describe('the report', () => {
  it('names every place a line is about', () => {
    const subnets = Array.from({ length: 40 }, (_, index) => ({
      SubnetId: `subnet-${index}`,
      VpcId: 'vpc-0a',
    }));
    const { report } = importValuesOf({ Vpcs: [VPC], Subnets: subnets });
    const line = report.find(({ message }) => message.startsWith('A subnet has no block'));
    expect(line?.where.split(', ')).toHaveLength(40);
    expect(line?.where).toContain('subnet-39');
  });
});
