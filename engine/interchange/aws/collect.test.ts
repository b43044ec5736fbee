import { describe, expect, it } from 'vitest';
import { allOf } from '../../catalog/lookup';
import {
  byAwsId,
  importFiles,
  importValuesOf,
  INSTANCE,
  said,
  SMALL,
  SUBNET,
  VPC,
} from '../../testing/aws-input';
import { importAws } from './import-aws';

const subnets = (...inputs: readonly unknown[]): readonly string[] =>
  allOf(importValuesOf({ Vpcs: [VPC] }, ...inputs).document, 'subnet').map(({ id }) => id);

describe('what counts as AWS output', () => {
  it('takes one file per call', () => {
    expect(subnets({ Subnets: [SUBNET] })).toEqual(['subnet-1']);
  });

  it('takes one object with many lists and an array of such objects', () => {
    expect(allOf(importValuesOf(SMALL).document, 'instance')).toHaveLength(1);
    expect(allOf(importValuesOf([{ Vpcs: [VPC] }, { Subnets: [SUBNET] }]).document, 'subnet')).toHaveLength(
      1,
    );
  });

  it('takes objects one after another in a file', () => {
    const text = `${JSON.stringify({ Vpcs: [VPC] })}\n${JSON.stringify({ Subnets: [SUBNET] }, null, 2)}\n`;
    const result = importAws([{ name: 'all.json', text }]);
    expect(result.ok && allOf(result.value.document, 'subnet')).toHaveLength(1);
  });

  it('knows a bare array of --query by what its elements have', () => {
    expect(subnets([SUBNET])).toEqual(['subnet-1']);
    const nested = importValuesOf({ Vpcs: [VPC], Subnets: [SUBNET] }, [[INSTANCE]]);
    expect(allOf(nested.document, 'instance')).toHaveLength(1);
    const tables = importValuesOf({ Vpcs: [VPC] }, [
      { RouteTableId: 'rtb-0a', VpcId: 'vpc-0a', Routes: [], Associations: [] },
    ]);
    expect(allOf(tables.document, 'route-table')).toHaveLength(1);
  });

  it('takes lower-case and snake_case list names, whatever the file is called', () => {
    const { document } = importFiles({
      'notes.txt': {
        vpcs: [VPC],
        subnets: [SUBNET],
        security_groups: [{ GroupId: 'sg-0a', VpcId: 'vpc-0a', GroupName: 'web' }],
        instances: [{ ...INSTANCE, SecurityGroups: [{ GroupId: 'sg-0a' }] }],
      },
    });
    expect(allOf(document, 'security-group')).toHaveLength(1);
    expect(allOf(document, 'instance')).toHaveLength(1);
  });

  it('merges the same id of two calls, the last one wins', () => {
    const { document } = importValuesOf(
      { Vpcs: [VPC], Subnets: [{ ...SUBNET, MapPublicIpOnLaunch: false }] },
      { Subnets: [{ SubnetId: 'subnet-0a', MapPublicIpOnLaunch: true }] },
    );
    expect(byAwsId(document, 'subnet', 'subnet-0a')).toMatchObject({
      mapPublicIpOnLaunch: true,
      cidrBlock: '10.0.0.0/24',
    });
  });

  it('warns of an answer that was cut off', () => {
    expect(said(importValuesOf({ Vpcs: [VPC], NextToken: 'abc' }))).toContain('NextToken');
    expect(said(importValuesOf({ Vpcs: [VPC], NextToken: null }))).not.toContain('NextToken');
  });

  it('counts what the document can’t hold in one line a list', () => {
    const { report } = importValuesOf({
      Vpcs: [VPC],
      TransitGatewayPropagations: [{ ResourceId: 'vpc-1' }, { ResourceId: 'vpc-2' }],
    });
    expect(report.find(({ message }) => message.includes('propagations'))).toMatchObject({
      severity: 'warning',
      count: 2,
      message: '2 transit gateway propagations are not held yet; a path through one is answered unknown.',
    });
  });

  it('reports keys and files it does not know and goes on', () => {
    const imported = importFiles({
      'Vpcs.json': { Vpcs: [VPC], collector_version: '1' },
      'package.json': { name: 'x' },
    });
    expect(said(imported)).toContain('Vpcs.json: "collector_version" is not known');
    expect(said(imported)).toContain('package.json: No list of AWS output was found');
    expect(allOf(imported.document, 'vpc')).toHaveLength(1);
  });

  it('says that VPN secrets were dropped and keeps none', () => {
    const imported = importValuesOf(SMALL, {
      VpnConnections: [
        {
          VpnConnectionId: 'vpn-1',
          CustomerGatewayConfiguration: '<secret/>',
          Options: { TunnelOptions: [{ PreSharedKey: 'hush' }] },
        },
      ],
    });
    expect(said(imported)).toContain('secrets');
    expect(JSON.stringify(imported)).not.toMatch(/hush|<secret/);
  });

  it('gives the same document whatever the order of files and elements', () => {
    const two = {
      Vpcs: [VPC],
      Subnets: [SUBNET, { ...SUBNET, SubnetId: 'subnet-0b', CidrBlock: '10.0.1.0/24' }],
    };
    const turned = { Subnets: [...two.Subnets].reverse(), Vpcs: two.Vpcs };
    expect(importValuesOf(SMALL, two).document).toEqual(importValuesOf(turned, SMALL).document);
  });

  it('says what is missing of the core', () => {
    const text = said(importValuesOf(SMALL));
    for (const list of ['RouteTables', 'NetworkAcls', 'SecurityGroups', 'InternetGateways'])
      expect(text).toContain(`${list} is not in the input`);
    expect(text).not.toContain('NetworkInterfaces is not in the input');
  });
});

describe('where things are', () => {
  const regionOf = (files: Readonly<Record<string, unknown>>): readonly string[] =>
    allOf(importFiles(files).document, 'region').map(({ regionName }) => regionName);

  it('takes the region from zone names, folders, ARNs and a Region key', () => {
    expect(regionOf({ 'a.json': SMALL })).toEqual(['us-east-1']);
    expect(regionOf({ 'eu-west-1/Vpcs.json': { Vpcs: [VPC] } })).toEqual(['eu-west-1']);
    expect(regionOf({ 'accounts/111122223333/ap-south-1/Vpcs.json': { Vpcs: [VPC] } })).toEqual([
      'ap-south-1',
    ]);
    expect(regionOf({ 'a.json': { Vpcs: [{ ...VPC, Region: 'eu-north-1' }] } })).toEqual(['eu-north-1']);
    expect(
      regionOf({
        'a.json': {
          Vpcs: [VPC],
          Subnets: [
            {
              ...SUBNET,
              AvailabilityZone: undefined,
              AvailabilityZoneId: undefined,
              SubnetArn: 'arn:aws:ec2:us-west-2:111122223333:subnet/subnet-0a',
            },
          ],
        },
      }),
    ).toEqual(['us-west-2']);
  });

  it('assumes a region and says so where nothing tells', () => {
    const imported = importValuesOf({ Vpcs: [VPC] });
    expect(said(imported)).toContain('vpc-0a: The input does not say which region');
  });

  it('keeps two regions of two folders apart', () => {
    const { document } = importFiles({
      'us-east-2/Vpcs.json': { Vpcs: [VPC] },
      'us-west-2/Vpcs.json': { Vpcs: [{ ...VPC, VpcId: 'vpc-0b' }] },
    });
    expect(byAwsId(document, 'vpc', 'vpc-0a').region).toBe('region-1');
    expect(byAwsId(document, 'vpc', 'vpc-0b').region).toBe('region-2');
  });

  it('tells placement groups of one name in two regions apart', () => {
    const { document } = importFiles({
      'us-east-1/all.json': {
        ...SMALL,
        Reservations: [{ Instances: [{ ...INSTANCE, Placement: { GroupName: 'pack' } }] }],
        PlacementGroups: [{ GroupName: 'pack', GroupId: 'pg-0a', Strategy: 'cluster' }],
      },
      'eu-west-1/all.json': {
        PlacementGroups: [{ GroupName: 'pack', GroupId: 'pg-0b', Strategy: 'spread' }],
      },
    });
    const { placementGroup } = byAwsId(document, 'instance', 'i-0a');
    expect(placementGroup).toBe(byAwsId(document, 'placement-group', 'pg-0a').id);
  });

  it('keeps one subnet that two accounts list, with its owner', () => {
    const shared = { ...SUBNET, OwnerId: '111122223333' };
    const { document } = importFiles({
      'accounts/111122223333/us-east-1/a.json': { Vpcs: [VPC], Subnets: [shared] },
      'accounts/444455556666/us-east-1/a.json': { Subnets: [shared] },
    });
    expect(allOf(document, 'subnet')).toHaveLength(1);
    expect(byAwsId(document, 'subnet', 'subnet-0a').account).toBeUndefined();
  });

  it('takes zones by zone id, so that two names for one zone are one zone', () => {
    const { document } = importFiles({
      'accounts/111122223333/us-east-1/Subnets.json': { Vpcs: [VPC], Subnets: [SUBNET] },
      'accounts/444455556666/us-east-1/Subnets.json': {
        Subnets: [{ ...SUBNET, SubnetId: 'subnet-0b', AvailabilityZone: 'us-east-1f' }],
      },
    });
    expect(allOf(document, 'zone').map(({ zoneId }) => zoneId)).toEqual(['use1-az1']);
  });

  it('notes the account of what is not in the commonest one', () => {
    const { document } = importValuesOf({
      Vpcs: [VPC, { ...VPC, VpcId: 'vpc-0b' }, { ...VPC, VpcId: 'vpc-0c', OwnerId: '444455556666' }],
    });
    expect(byAwsId(document, 'vpc', 'vpc-0a').account).toBeUndefined();
    expect(byAwsId(document, 'vpc', 'vpc-0c').account).toBe('444455556666');
  });
});
