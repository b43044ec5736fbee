import { describe, expect, it } from 'vitest';
import { allOf } from '../../catalog/lookup';
import { byAwsId, ENI, importValuesOf, said, SUBNET, VPC } from '../../testing/aws-input';

describe('VPCs', () => {
  it('takes blocks in state associated only, the primary one once', () => {
    const block = (CidrBlock: string, State: string) => ({ CidrBlock, CidrBlockState: { State } });
    const { document } = importValuesOf({
      Vpcs: [
        {
          ...VPC,
          CidrBlockAssociationSet: [
            block('10.0.0.0/16', 'associated'),
            block('10.1.0.0/16', 'disassociated'),
            block('10.2.0.0/16', 'associated'),
          ],
          Ipv6CidrBlockAssociationSet: [
            { Ipv6CidrBlock: '2001:db8:1::/56', Ipv6CidrBlockState: { State: 'disassociated' } },
            { Ipv6CidrBlock: '2001:db8:2::/56', Ipv6CidrBlockState: { State: 'associated' } },
          ],
        },
      ],
    });
    expect(byAwsId(document, 'vpc', 'vpc-0a')).toMatchObject({
      cidrBlock: '10.0.0.0/16',
      secondaryCidrBlocks: ['10.2.0.0/16'],
      ipv6CidrBlock: '2001:db8:2::/56',
    });
  });

  it('takes DNS settings from describe-vpc-attribute, one attribute a file', () => {
    const imported = importValuesOf(
      { Vpcs: [VPC] },
      { VpcId: 'vpc-0a', EnableDnsSupport: { Value: false } },
      { VpcId: 'vpc-0a', EnableDnsHostnames: { Value: true } },
    );
    expect(byAwsId(imported.document, 'vpc', 'vpc-0a')).toMatchObject({
      enableDnsSupport: false,
      enableDnsHostnames: true,
    });
    expect(said(imported)).not.toContain('DNS settings');
  });

  it('assumes the defaults of DNS and says so', () => {
    const imported = importValuesOf({ Vpcs: [VPC, { ...VPC, VpcId: 'vpc-0b', IsDefault: true }] });
    expect(byAwsId(imported.document, 'vpc', 'vpc-0a').enableDnsHostnames).toBe(false);
    expect(byAwsId(imported.document, 'vpc', 'vpc-0b').enableDnsHostnames).toBe(true);
    expect(said(imported)).toContain('DNS settings are not in the input');
  });

  it('says that Block Public Access is on', () => {
    const imported = importValuesOf({
      Vpcs: [{ ...VPC, BlockPublicAccessStates: { InternetGatewayBlockMode: 'block-ingress' } }],
    });
    expect(said(imported)).toContain('Block Public Access is on (block-ingress)');
    expect(imported.document.observed['vpc-1']?.blockPublicAccess).toBe('block-ingress');
  });

  it('takes Block Public Access from the options of the region, unless it is off or of another region', () => {
    const options = (AwsRegion: string, InternetGatewayBlockMode: string) => ({
      VpcBlockPublicAccessOptions: { AwsRegion, InternetGatewayBlockMode },
    });
    const blockOf = (...answers: readonly object[]) =>
      importValuesOf({ Vpcs: [VPC], Subnets: [SUBNET] }, ...answers).document.observed['vpc-1']
        ?.blockPublicAccess;
    expect(blockOf(options('us-east-1', 'block-bidirectional'))).toBe('block-bidirectional');
    expect(blockOf(options('us-east-1', 'off'))).toBeUndefined();
    expect(blockOf(options('eu-west-1', 'block-ingress'))).toBeUndefined();
  });

  it('takes the Name tag as name, keeps other tags and leaves AWS’s own out', () => {
    const { document } = importValuesOf({
      Vpcs: [
        {
          ...VPC,
          Tags: [
            { Key: 'Name', Value: 'shop' },
            { Key: 'team', Value: 'a' },
            { Key: 'aws:cloudformation:stack-name', Value: 's' },
          ],
        },
      ],
    });
    expect(byAwsId(document, 'vpc', 'vpc-0a')).toMatchObject({
      id: 'vpc-1',
      name: 'shop',
      tags: { team: 'a' },
    });
  });
});

describe('subnets', () => {
  it('names its own route table and ACL and leaves the main table unnamed', () => {
    const { document } = importValuesOf({
      Vpcs: [VPC],
      Subnets: [SUBNET, { ...SUBNET, SubnetId: 'subnet-0b', CidrBlock: '10.0.1.0/24' }],
      RouteTables: [
        { RouteTableId: 'rtb-0main', VpcId: 'vpc-0a', Associations: [{ Main: true }], Routes: [] },
        {
          RouteTableId: 'rtb-0own',
          VpcId: 'vpc-0a',
          Associations: [{ Main: false, SubnetId: 'subnet-0a' }],
          Routes: [],
        },
      ],
      NetworkAcls: [
        {
          NetworkAclId: 'acl-0a',
          VpcId: 'vpc-0a',
          IsDefault: true,
          Associations: [{ SubnetId: 'subnet-0a' }, { SubnetId: 'subnet-0b' }],
          Entries: [],
        },
      ],
    });
    expect(byAwsId(document, 'subnet', 'subnet-0a')).toMatchObject({
      routeTableId: 'rtb-2',
      networkAclId: 'acl-1',
    });
    expect(byAwsId(document, 'subnet', 'subnet-0b')).not.toHaveProperty('routeTableId');
    expect(byAwsId(document, 'route-table', 'rtb-0main').main).toBe(true);
  });

  it('ignores an association that is over', () => {
    const { document } = importValuesOf({
      Vpcs: [VPC],
      Subnets: [SUBNET],
      RouteTables: [
        {
          RouteTableId: 'rtb-0own',
          VpcId: 'vpc-0a',
          Associations: [{ SubnetId: 'subnet-0a', AssociationState: { State: 'disassociated' } }],
        },
      ],
    });
    expect(byAwsId(document, 'subnet', 'subnet-0a')).not.toHaveProperty('routeTableId');
  });

  it('holds an IPv6-only subnet without IPv4 block', () => {
    const { document } = importValuesOf({
      Vpcs: [VPC],
      Subnets: [
        {
          ...SUBNET,
          CidrBlock: '',
          Ipv6Native: true,
          Ipv6CidrBlockAssociationSet: [
            { Ipv6CidrBlock: '2001:db8::/64', Ipv6CidrBlockState: { State: 'associated' } },
          ],
        },
      ],
    });
    expect(byAwsId(document, 'subnet', 'subnet-0a')).toMatchObject({ ipv6CidrBlock: '2001:db8::/64' });
    expect(byAwsId(document, 'subnet', 'subnet-0a')).not.toHaveProperty('cidrBlock');
  });

  it('says that a subnet is outside its VPC or in no ACL’s list', () => {
    const imported = importValuesOf({
      Vpcs: [VPC],
      Subnets: [{ ...SUBNET, CidrBlock: '192.168.0.0/24' }],
      NetworkAcls: [],
    });
    expect(said(imported)).toContain('outside the blocks of its VPC');
    expect(said(imported)).toContain('in no network ACL’s list');
  });
});

describe('what is referred to and missing', () => {
  it('draws a stand-in for a VPC around its subnets', () => {
    const imported = importValuesOf({
      Subnets: [
        { ...SUBNET, CidrBlock: '10.7.4.0/24' },
        { ...SUBNET, SubnetId: 'subnet-0b', CidrBlock: '10.7.5.0/24' },
      ],
    });
    expect(byAwsId(imported.document, 'vpc', 'vpc-0a').cidrBlock).toBe('10.7.0.0/16');
    expect(said(imported)).toContain('vpc-0a: This VPC is not in the input');
  });

  it('draws stand-ins for the subnet, the VPC and the instance of an interface', () => {
    const imported = importValuesOf({ NetworkInterfaces: [ENI] });
    expect(byAwsId(imported.document, 'subnet', 'subnet-0a').cidrBlock).toBe('10.0.0.0/24');
    expect(byAwsId(imported.document, 'instance', 'i-0a').instanceType).toBe('t3.micro');
    expect(said(imported)).toMatch(/i-0a: .*describe-instances[\s\S]*subnet-0a: This subnet/);
  });

  it('leaves out what does not say in which VPC it is', () => {
    const imported = importValuesOf({
      Vpcs: [VPC],
      Subnets: [{ SubnetId: 'subnet-0z', CidrBlock: '10.0.0.0/24' }],
    });
    expect(allOf(imported.document, 'subnet')).toEqual([]);
    expect(said(imported)).toContain('subnet-0z: A subnet does not say');
  });
});

describe('ids', () => {
  it('keeps an AWS id that looks like one of ours, so that it means the same thing', () => {
    const { document } = importValuesOf({
      Vpcs: [
        { ...VPC, VpcId: 'vpc-0zz' },
        { ...VPC, VpcId: 'vpc-2' },
      ],
    });
    expect(byAwsId(document, 'vpc', 'vpc-2').id).toBe('vpc-2');
    expect(byAwsId(document, 'vpc', 'vpc-0zz').id).toBe('vpc-1');
  });
});
