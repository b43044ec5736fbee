import { describe, expect, it } from 'vitest';
import { allOf } from '../../catalog/lookup';
import { validateScenario } from '../../persistence/scenario-file';
import { byAwsId, ENI, importFiles, importValuesOf, said, SMALL, VPC } from '../../testing/aws-input';

const FAR = { ...VPC, VpcId: 'vpc-0b', CidrBlock: '10.1.0.0/16', OwnerId: '444455556666' };
const PEERING = {
  VpcPeeringConnectionId: 'pcx-0a',
  Status: { Code: 'active', Message: 'Active' },
  RequesterVpcInfo: {
    VpcId: 'vpc-0a',
    OwnerId: '111122223333',
    Region: 'us-east-1',
    CidrBlock: '10.0.0.0/16',
    CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }],
    PeeringOptions: { AllowDnsResolutionFromRemoteVpc: true },
  },
  AccepterVpcInfo: {
    VpcId: 'vpc-0b',
    OwnerId: '444455556666',
    Region: 'eu-west-1',
    CidrBlock: '10.1.0.0/16',
    PeeringOptions: { AllowDnsResolutionFromRemoteVpc: true },
  },
};
const table = (...routes: readonly object[]) => ({
  RouteTables: [{ RouteTableId: 'rtb-0a', VpcId: 'vpc-0a', Associations: [{ Main: true }], Routes: routes }],
});

describe('egress-only internet gateways', () => {
  const gateway = {
    EgressOnlyInternetGatewayId: 'eigw-0a',
    Attachments: [{ State: 'attached', VpcId: 'vpc-0a' }],
  };
  const route = {
    DestinationIpv6CidrBlock: '::/0',
    EgressOnlyInternetGatewayId: 'eigw-0a',
    State: 'active',
  };

  it('stand at their VPC, and routes lead to them', () => {
    const { document } = importValuesOf(SMALL, { EgressOnlyInternetGateways: [gateway] }, table(route));
    expect(byAwsId(document, 'egress-only-internet-gateway', 'eigw-0a').vpcId).toBe('vpc-1');
    expect(byAwsId(document, 'route-table', 'rtb-0a').routes).toEqual([
      { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: 'eigw-1' },
    ]);
  });

  it('are left out where they are of no VPC of the input, and a route to one stays one we can’t follow', () => {
    const imported = importValuesOf(
      SMALL,
      { EgressOnlyInternetGateways: [{ ...gateway, Attachments: [] }] },
      table(route),
    );
    expect(said(imported)).toContain('eigw-0a: An egress-only internet gateway of no VPC');
    expect(byAwsId(imported.document, 'route-table', 'rtb-0a').routes).toEqual([
      { destinationIpv6CidrBlock: '::/0', otherTarget: 'eigw-0a' },
    ]);
  });

  it('leave a dangling id when their list does not hold the target of a route', () => {
    const imported = importValuesOf(SMALL, { EgressOnlyInternetGateways: [] }, table(route));
    expect(byAwsId(imported.document, 'route-table', 'rtb-0a').routes).toEqual([
      { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: 'eigw-0a' },
    ]);
    expect(said(imported)).toContain('missing from EgressOnlyInternetGateways');
  });
});

describe('VPC peering connections', () => {
  it('join two regions and accounts of two folders, listed in both', () => {
    const imported = importFiles({
      'accounts/111122223333/us-east-1/all.json': {
        ...SMALL,
        ...table({
          DestinationCidrBlock: '10.1.0.0/16',
          VpcPeeringConnectionId: 'pcx-0a',
          State: 'active',
        }),
        VpcPeeringConnections: [PEERING],
      },
      'accounts/444455556666/eu-west-1/all.json': { Vpcs: [FAR], VpcPeeringConnections: [PEERING] },
    });
    const { document } = imported;
    expect(allOf(document, 'region').map(({ regionName }) => regionName)).toEqual(['eu-west-1', 'us-east-1']);
    expect(allOf(document, 'vpc-peering-connection')).toEqual([
      {
        id: 'pcx-1',
        kind: 'vpc-peering-connection',
        vpcId: byAwsId(document, 'vpc', 'vpc-0a').id,
        peerVpcId: byAwsId(document, 'vpc', 'vpc-0b').id,
        allowDnsResolutionFromRemoteVpc: true,
      },
    ]);
    expect(byAwsId(document, 'vpc', 'vpc-0b').account).toBe('444455556666');
    expect(byAwsId(document, 'route-table', 'rtb-0a').routes[0]).toEqual({
      destinationCidrBlock: '10.1.0.0/16',
      vpcPeeringConnectionId: 'pcx-1',
    });
    expect(said(imported)).not.toContain('The same id');
  });

  it('keep the half that the input holds, and say so', () => {
    const imported = importValuesOf(SMALL, { VpcPeeringConnections: [PEERING] });
    const peering = byAwsId(imported.document, 'vpc-peering-connection', 'pcx-0a');
    expect(peering.vpcId).toBe('vpc-1');
    expect(peering).not.toHaveProperty('peerVpcId');
    expect(said(imported)).toContain('pcx-0a: One VPC of a peering connection is not in the input');
  });

  it('are left out when neither VPC is there', () => {
    const far = { ...PEERING, RequesterVpcInfo: { VpcId: 'vpc-0y' }, AccepterVpcInfo: { VpcId: 'vpc-0z' } };
    const imported = importValuesOf(SMALL, { VpcPeeringConnections: [far] });
    expect(allOf(imported.document, 'vpc-peering-connection')).toEqual([]);
    expect(said(imported)).toContain('pcx-0a: A peering connection between VPCs that are not in the input');
  });

  it.each([
    ['pending-acceptance', 'pending-acceptance'],
    ['Provisioning', 'pending-acceptance'],
    ['deleting', 'deleted'],
    ['expired', 'expired'],
    ['active', undefined],
  ])('in status %s carry packets only if they are active', (Code, status) => {
    const { document } = importValuesOf(SMALL, { VpcPeeringConnections: [{ ...PEERING, Status: { Code } }] });
    const peering = byAwsId(document, 'vpc-peering-connection', 'pcx-0a');
    expect(peering.status).toBe(status);
    expect(document.observed[peering.id]?.state).toBe(Code.toLowerCase());
  });

  it('say that a status is not known, and that only one side resolves names', () => {
    const imported = importValuesOf(SMALL, {
      VpcPeeringConnections: [
        {
          ...PEERING,
          Status: {},
          AccepterVpcInfo: {
            ...PEERING.AccepterVpcInfo,
            PeeringOptions: { AllowDnsResolutionFromRemoteVpc: false },
          },
        },
      ],
    });
    expect(said(imported)).toContain('has no status that is known');
    expect(said(imported)).toContain('Only one side of a peering connection');
  });
});

describe('references to groups across a peering connection', () => {
  const group = (pair: object) => ({
    SecurityGroups: [
      {
        GroupId: 'sg-0a',
        GroupName: 'web',
        VpcId: 'vpc-0a',
        OwnerId: '111122223333',
        IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [pair] }],
        IpPermissionsEgress: [],
      },
      { GroupId: 'sg-0b', GroupName: 'far', VpcId: 'vpc-0b', OwnerId: '444455556666', IpPermissions: [] },
    ],
  });
  const peerOf = (pair: object): readonly [string | undefined, string] => {
    const imported = importValuesOf(SMALL, { Vpcs: [VPC, FAR] }, group(pair));
    const [rule] = byAwsId(imported.document, 'security-group', 'sg-0a').securityGroupIngress;
    return [rule?.peerGroupId, said(imported)];
  };

  it('name the group of the other account if the input holds it', () => {
    const pair = { GroupId: 'sg-0b', UserId: '444455556666', PeeringStatus: 'active' };
    expect(peerOf(pair)[0]).toBe('sg-2');
  });

  it('match nothing once the connection is gone, or if the group is not in the input', () => {
    const [gone, why] = peerOf({ GroupId: 'sg-0b', UserId: '444455556666', PeeringStatus: 'deleted' });
    expect(gone).toBe('sg-0b');
    expect(why).toContain('sg-0a: A rule names a security group across a peering connection that is deleted');
    const [foreign, missing] = peerOf({ GroupId: 'sg-0c', UserId: '777788889999' });
    expect(foreign).toBe('sg-0c');
    expect(missing).toContain('a security group of account 777788889999 that is not in the input');
  });
});

describe('what is not modelled', () => {
  const others = {
    TransitGateways: [{ TransitGatewayId: 'tgw-0a', State: 'available', OwnerId: '111122223333' }],
    TransitGatewayAttachments: [
      {
        TransitGatewayAttachmentId: 'tgw-attach-0a',
        ResourceType: 'vpc',
        ResourceId: 'vpc-0a',
        State: 'available',
      },
    ],
    TransitGatewayVpcAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-0a', VpcId: 'vpc-0a' }],
    TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: 'tgw-rtb-0a', State: 'available' }],
    VpnGateways: [
      {
        VpnGatewayId: 'vgw-0a',
        State: 'available',
        VpcAttachments: [
          { VpcId: 'vpc-0z', State: 'detached' },
          { VpcId: 'vpc-0a', State: 'attached' },
        ],
      },
    ],
    VpnConnections: [{ VpnConnectionId: 'vpn-0a', State: 'deleted' }],
    CustomerGateways: [{ CustomerGatewayId: 'cgw-0a', State: 'available' }],
    CarrierGateways: [{ CarrierGatewayId: 'cagw-0a', VpcId: 'vpc-0a', State: 'available' }],
    directConnectGateways: [
      {
        directConnectGatewayId: 'dx-0a',
        directConnectGatewayName: 'office',
        directConnectGatewayState: 'available',
        ownerAccount: '777788889999',
      },
    ],
    Firewall: {
      FirewallName: 'wall',
      FirewallArn: 'arn:aws:network-firewall:us-east-1:111122223333:firewall/wall',
      VpcId: 'vpc-0a',
    },
    FirewallStatus: { Status: 'READY' },
    LoadBalancerDescriptions: [
      { LoadBalancerName: 'old', DNSName: 'old-1.us-east-1.elb.amazonaws.com', VPCId: 'vpc-0a' },
    ],
    VpcBlockPublicAccessExclusions: [
      {
        ExclusionId: 'vpcbpa-exclude-0a',
        ResourceArn: 'arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0a',
        State: 'create-complete',
      },
    ],
  };

  it('is drawn with its name in AWS’s words, at the VPC it is attached to', () => {
    const imported = importValuesOf(SMALL, others);
    const found = allOf(imported.document, 'other-resource').map(({ id, resourceType, vpcId, name }) => [
      imported.document.observed[id]?.awsId,
      resourceType,
      vpcId,
      name,
    ]);
    expect(found.sort()).toEqual([
      ['arn:aws:network-firewall:us-east-1:111122223333:firewall/wall', 'Network Firewall', 'vpc-1', 'wall'],
      ['cagw-0a', 'Carrier gateway', 'vpc-1', undefined],
      ['cgw-0a', 'Customer gateway', undefined, undefined],
      ['dx-0a', 'Direct Connect gateway', undefined, 'office'],
      ['old-1.us-east-1.elb.amazonaws.com', 'Classic Load Balancer', 'vpc-1', 'old'],
      ['tgw-0a', 'Transit gateway', undefined, undefined],
      ['tgw-attach-0a', 'Transit gateway attachment', 'vpc-1', undefined],
      ['tgw-rtb-0a', 'Transit gateway route table', undefined, undefined],
      ['vgw-0a', 'Virtual private gateway', 'vpc-1', undefined],
      ['vpcbpa-exclude-0a', 'Block Public Access exclusion', 'vpc-1', undefined],
    ]);
    expect(said(imported)).toContain('vpn-0a: A deleted Site-to-Site VPN connection was left out.');
    expect(said(imported)).toContain('tgw-0a: Transit gateway: drawn, not modelled');
    expect(said(imported)).not.toContain('FirewallStatus');
    expect(validateScenario(imported.document).ok).toBe(true);
  });

  it('leaves no list beside an id unread', () => {
    const imported = importValuesOf(SMALL, {
      TransitGatewayRouteTableId: 'tgw-rtb-0a',
      Routes: [{ DestinationCidrBlock: '10.0.0.0/8' }],
    });
    expect(said(imported)).toContain('1 transit gateway route is not held yet');
  });

  it('stays the target of routes by AWS’s id', () => {
    const { document } = importValuesOf(
      SMALL,
      others,
      table({ DestinationCidrBlock: '10.9.0.0/16', TransitGatewayId: 'tgw-0a', State: 'active' }),
    );
    expect(byAwsId(document, 'route-table', 'rtb-0a').routes[0]).toEqual({
      destinationCidrBlock: '10.9.0.0/16',
      otherTarget: 'tgw-0a',
    });
  });
});

describe('a folder without a region’s name', () => {
  it('is of the region that its zones, ARNs and service names say', () => {
    const { document } = importFiles({
      'first/Subnets.json': { Subnets: SMALL.Subnets },
      'first/Vpcs.json': { Vpcs: SMALL.Vpcs },
      'first/TransitGateways.json': { TransitGateways: [{ TransitGatewayId: 'tgw-0a' }] },
      'second/all.json': {
        Vpcs: [FAR],
        Subnets: [
          {
            SubnetId: 'subnet-0b',
            VpcId: 'vpc-0b',
            CidrBlock: '10.1.0.0/24',
            AvailabilityZone: 'eu-west-1a',
          },
        ],
        TransitGateways: [{ TransitGatewayId: 'tgw-0b' }],
        PrefixLists: [
          { PrefixListId: 'pl-0a', PrefixListName: 'com.amazonaws.ap-south-1.s3', Cidrs: ['192.0.2.0/24'] },
        ],
      },
    });
    const regionOf = (id: string) => allOf(document, 'region').find((region) => region.id === id)?.regionName;
    expect(regionOf(byAwsId(document, 'other-resource', 'tgw-0a').region)).toBe('us-east-1');
    expect(regionOf(byAwsId(document, 'other-resource', 'tgw-0b').region)).toBe('eu-west-1');
    expect(regionOf(byAwsId(document, 'prefix-list', 'pl-0a').region)).toBe('ap-south-1');
  });

  it('tells when one id is given in two regions', () => {
    const imported = importFiles({ 'us-east-1/a.json': SMALL, 'us-west-2/a.json': SMALL });
    expect(said(imported)).toContain('The same id is given in the folders of us-east-1 and us-west-2');
  });
});

describe('delegated blocks and addresses of an interface', () => {
  it('are kept, and each secondary address has its own public one', () => {
    const { document } = importValuesOf({
      ...SMALL,
      NetworkInterfaces: [
        {
          ...ENI,
          Ipv4Prefixes: [{ Ipv4Prefix: '10.0.0.32/28' }, { Ipv4Prefix: 'none' }],
          Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8::/80' }],
          PrivateIpAddresses: [
            {
              PrivateIpAddress: '10.0.0.10',
              Primary: true,
              Association: { PublicIp: '198.51.100.1', IpOwnerId: 'amazon' },
            },
            {
              PrivateIpAddress: '10.0.0.11',
              Primary: false,
              Association: {
                PublicIp: '198.51.100.2',
                AllocationId: 'eipalloc-0a',
                IpOwnerId: '111122223333',
              },
            },
          ],
        },
      ],
    });
    const eni = byAwsId(document, 'network-interface', 'eni-0a');
    expect(eni).toMatchObject({ ipv4Prefixes: ['10.0.0.32/28'], ipv6Prefixes: ['2001:db8::/80'] });
    expect(document.observed[eni.id]?.publicIps).toEqual({ '10.0.0.10': '198.51.100.1' });
    expect(byAwsId(document, 'elastic-ip', 'eipalloc-0a')).toMatchObject({
      networkInterfaceId: eni.id,
      privateIpAddress: '10.0.0.11',
    });
  });
});
