import { describe, expect, it } from 'vitest';
import { allOf } from '../../catalog/lookup';
import { validateScenario } from '../../persistence/scenario-file';
import { byAwsId, ENI, importFiles, importValuesOf, said, SMALL } from '../../testing/aws-input';
import { isFullAccess } from './vpc-endpoints';

const OPEN =
  '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}';
const GATEWAY = {
  VpcEndpointId: 'vpce-0a',
  VpcEndpointType: 'Gateway',
  VpcId: 'vpc-0a',
  ServiceName: 'com.amazonaws.us-east-1.s3',
  State: 'available',
  PolicyDocument: OPEN,
  RouteTableIds: ['rtb-0a'],
};
const INTERFACE = {
  VpcEndpointId: 'vpce-0b',
  VpcEndpointType: 'Interface',
  VpcId: 'vpc-0a',
  ServiceName: 'com.amazonaws.us-east-1.sqs',
  State: 'PendingAcceptance',
  PolicyDocument: OPEN.replace('"Action":"*"', '"Action":"sqs:SendMessage"'),
  PrivateDnsEnabled: true,
  Groups: [{ GroupId: 'sg-0a', GroupName: 'endpoint' }],
  SubnetIds: ['subnet-0a'],
  NetworkInterfaceIds: ['eni-0e'],
};
const NODE = {
  ...ENI,
  NetworkInterfaceId: 'eni-0e',
  PrivateIpAddress: '10.0.0.40',
  Attachment: { InstanceOwnerId: 'amazon-aws', Status: 'attached' },
  InterfaceType: 'vpc_endpoint',
  Groups: [{ GroupId: 'sg-0a' }],
};
const CORE = {
  ...SMALL,
  NetworkInterfaces: [ENI, NODE],
  SecurityGroups: [
    {
      GroupId: 'sg-0a',
      GroupName: 'endpoint',
      VpcId: 'vpc-0a',
      IpPermissions: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-0a' }] }],
      IpPermissionsEgress: [],
    },
  ],
  RouteTables: [
    {
      RouteTableId: 'rtb-0a',
      VpcId: 'vpc-0a',
      Associations: [{ Main: true }],
      Routes: [{ DestinationPrefixListId: 'pl-0a', GatewayId: 'vpce-0a', State: 'active' }],
    },
  ],
};
const S3 = { PrefixListId: 'pl-0a', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: ['192.0.2.0/24'] };

describe('VPC endpoints', () => {
  it('of type Gateway are the target of routes for a prefix list of the document', () => {
    const { document } = importValuesOf(CORE, { VpcEndpoints: [GATEWAY] }, { PrefixLists: [S3] });
    expect(byAwsId(document, 'vpc-endpoint', 'vpce-0a')).toEqual({
      id: 'vpce-1',
      kind: 'vpc-endpoint',
      vpcId: 'vpc-1',
      vpcEndpointType: 'Gateway',
      serviceName: 'com.amazonaws.us-east-1.s3',
    });
    const table = byAwsId(document, 'route-table', 'rtb-0a');
    expect(table.routes).toEqual([{ destinationPrefixListId: 'pl-1', gatewayId: 'vpce-1' }]);
    expect(document.observed[table.id]?.routeStates).toEqual({ 'pl-1': 'active' });
    expect(byAwsId(document, 'security-group', 'sg-0a').securityGroupIngress[0]?.prefixListId).toBe('pl-1');
  });

  it('of type Interface stand at their interfaces, with groups, private names and a policy', () => {
    const { document } = importValuesOf(CORE, { VpcEndpoints: [INTERFACE] });
    const endpoint = byAwsId(document, 'vpc-endpoint', 'vpce-0b');
    expect(endpoint).toMatchObject({
      vpcEndpointType: 'Interface',
      securityGroupIds: ['sg-1'],
      privateDnsEnabled: true,
      policyDocument: INTERFACE.PolicyDocument,
    });
    expect(document.observed[endpoint.id]?.state).toBe('pendingacceptance');
    expect(byAwsId(document, 'network-interface', 'eni-0e').managedBy).toBe(endpoint.id);
    expect(byAwsId(document, 'network-interface', 'eni-0a').managedBy).toBeUndefined();
  });

  it('with private names say that the DNS names of their VPC are on, where nothing else says', () => {
    const named = importValuesOf(CORE, { VpcEndpoints: [INTERFACE] });
    expect(byAwsId(named.document, 'vpc', 'vpc-0a').enableDnsHostnames).toBe(true);
    const unnamed = importValuesOf(CORE, { VpcEndpoints: [{ ...INTERFACE, PrivateDnsEnabled: false }] });
    expect(byAwsId(unnamed.document, 'vpc', 'vpc-0a').enableDnsHostnames).toBe(false);
  });

  it('without their interfaces, or of a type the document does not have, are drawn and not modelled', () => {
    const imported = importValuesOf(SMALL, {
      VpcEndpoints: [INTERFACE, { ...GATEWAY, VpcEndpointId: 'vpce-0c', VpcEndpointType: 'ServiceNetwork' }],
    });
    expect(byAwsId(imported.document, 'other-resource', 'vpce-0b').resourceType).toBe(
      'VPC endpoint (Interface)',
    );
    expect(byAwsId(imported.document, 'other-resource', 'vpce-0c').resourceType).toBe(
      'VPC endpoint (ServiceNetwork)',
    );
    expect(said(imported)).toContain('vpce-0b: The interfaces of an endpoint are not in the input');
    expect(validateScenario(imported.document).ok).toBe(true);
  });

  it('of type GatewayLoadBalancer are kept, and their interfaces belong to nobody', () => {
    const { document } = importValuesOf(CORE, {
      VpcEndpoints: [{ ...INTERFACE, VpcEndpointType: 'GatewayLoadBalancer', Groups: [] }],
    });
    expect(byAwsId(document, 'vpc-endpoint', 'vpce-0b').vpcEndpointType).toBe('GatewayLoadBalancer');
    expect(byAwsId(document, 'network-interface', 'eni-0e').managedBy).toBeUndefined();
  });
});

describe('a policy', () => {
  it.each([
    ['everything, as AWS writes it', OPEN, true],
    ['everything, to AWS principals', OPEN.replace('"Principal":"*"', '"Principal":{"AWS":"*"}'), true],
    ['one statement that is no list', OPEN.replace('[', '').replace(']', ''), true],
    ['one action', INTERFACE.PolicyDocument, false],
    ['everything under a condition', OPEN.replace('"Resource"', '"Condition":{},"Resource"'), false],
    [
      'everything but what another statement denies',
      OPEN.replace(']', ',{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]'),
      false,
    ],
    ['what is no JSON', '{', false],
    ['a number', '7', false],
  ])('that allows %s', (_, policy, full) => {
    expect(isFullAccess(policy)).toBe(full);
  });
});

describe('prefix lists', () => {
  const managed = {
    PrefixListId: 'pl-0b',
    PrefixListName: 'offices',
    AddressFamily: 'IPv4',
    MaxEntries: 10,
    State: 'create-complete',
    PrefixListArn: 'arn:aws:ec2:us-east-1:111122223333:prefix-list/pl-0b',
    OwnerId: '111122223333',
  };
  const entries = {
    Entries: [{ Cidr: '198.51.100.0/24', Description: 'Berlin' }, { Cidr: '2001:db8::/32' }],
  };
  const offices = (files: Readonly<Record<string, unknown>>) =>
    byAwsId(importFiles({ 'core.json': CORE, ...files }).document, 'prefix-list', 'pl-0b').entries;

  it.each([
    ['the list’s id', 'entries-pl-0b.json'],
    ['its name', 'offices.json'],
  ])('get the entries of a file with %s in its name', (_, name) => {
    expect(offices({ 'PrefixLists.json': { PrefixLists: [S3, managed] }, [name]: entries })).toEqual([
      { cidr: '198.51.100.0/24', description: 'Berlin' },
      { cidr: '2001:db8::/32' },
    ]);
  });

  it('get entries that stand beside their id', () => {
    const beside = { PrefixListId: 'pl-0b', ...entries };
    expect(offices({ 'a.json': { PrefixLists: [S3, managed] }, 'b.json': beside })).toHaveLength(2);
  });

  it('merge the answers of both calls, and say which entries are missing or not readable', () => {
    const imported = importValuesOf(
      CORE,
      { PrefixLists: [S3] },
      { PrefixLists: [{ ...managed, PrefixListId: 'pl-0a' }, managed] },
      { PrefixListId: 'pl-0a', Entries: [{ Cidr: '10.0.0.0/33' }, { Cidr: '203.0.113.0/24' }] },
    );
    expect(byAwsId(imported.document, 'prefix-list', 'pl-0a').entries).toEqual([
      { cidr: '192.0.2.0/24' },
      { cidr: '203.0.113.0/24' },
    ]);
    expect(said(imported)).toContain('pl-0a: A block of a prefix list could not be read');
    expect(said(imported)).toContain('pl-0b: The entries of a prefix list are not in the input');
  });

  it('leave out a deleted list; a route to it keeps AWS’s id', () => {
    const { document } = importValuesOf(CORE, { PrefixLists: [{ ...S3, State: 'delete-complete' }] });
    expect(allOf(document, 'prefix-list')).toEqual([]);
    expect(byAwsId(document, 'route-table', 'rtb-0a').routes[0]?.destinationPrefixListId).toBe('pl-0a');
  });
});
