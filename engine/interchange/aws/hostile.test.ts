/** Whatever is dropped: a failure or a report, never an exception, and never a document that is not one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateScenario } from '../../persistence/scenario-file';
import { ENI, importValuesOf, INSTANCE, said, SMALL, SUBNET, VPC } from '../../testing/aws-input';
import { changedAnyhow } from '../../testing/hostile-values';
import { openInput } from '../open';
import { importAws } from './import-aws';

const reasonOf = (text: string): string => {
  const result = importAws([{ name: 'input.json', text }]);
  return result.ok ? 'ok' : `${result.error.reason}: ${result.error.message}`;
};

describe('text that is not AWS output', () => {
  it('is refused with file, line and column when it is not JSON', () => {
    expect(reasonOf('{"Vpcs": [\n  {"VpcId": }]}')).toMatch(/^not-json: input\.json: .*line 2, column 13/);
    expect(reasonOf('')).toMatch(/^not-json: input\.json/);
    expect(reasonOf(`${JSON.stringify({ Vpcs: [VPC] })} and then words`)).toMatch(/^not-json/);
    expect(reasonOf(`${JSON.stringify({ Vpcs: [VPC] })}{"Subnets": [}`)).toMatch(/^not-json/);
  });

  it.each(['{}', '[]', 'null', '17', '"Vpcs"', '{"name":"a package","version":"1"}'])(
    'is refused when it is %s',
    (text) => {
      expect(reasonOf(text)).toMatch(/^not-aws-output: .*describe/);
    },
  );

  it('is refused when it is nested deeply, also a million levels', () => {
    for (const depth of [65, 1_000_000]) {
      expect(reasonOf(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toMatch(/^too-deep: input\.json/);
      expect(reasonOf(`{"Vpcs":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`)).toMatch(/^too-deep/);
    }
  });

  it('is refused when it could reach a prototype', () => {
    expect(reasonOf('{"Vpcs":[{"VpcId":"vpc-1","__proto__":{"polluted":true}}]}')).toMatch(
      /^invalid: .*__proto__/,
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is refused above 100,000 things', () => {
    const subnets = Array.from({ length: 100_001 }, (_, index) => ({
      SubnetId: `subnet-${index}`,
      VpcId: 'vpc-0a',
    }));
    expect(reasonOf(JSON.stringify({ Subnets: subnets }))).toMatch(/^too-large: .*100,000/);
  });
});

describe('names that mean something to JavaScript', () => {
  it.each(['__proto__', 'constructor', 'toString'])(
    '%s as an id, a tag and a destination harms nothing',
    (name) => {
      const imported = importValuesOf({
        Vpcs: [{ ...VPC, VpcId: name, Tags: [{ Key: name, Value: 'x' }] }],
        Subnets: [{ ...SUBNET, SubnetId: name, VpcId: name, AvailabilityZone: name }],
        RouteTables: [
          {
            RouteTableId: name,
            VpcId: name,
            Associations: [],
            Routes: [{ DestinationPrefixListId: name, GatewayId: name, State: 'active' }],
          },
        ],
        NetworkInterfaces: [{ ...ENI, SubnetId: name, VpcId: name, Groups: [{ GroupId: name }] }],
        Reservations: [{ ReservationId: 'r', Instances: [INSTANCE] }],
      });
      expect(validateScenario(imported.document).ok).toBe(true);
      expect(Object.getPrototypeOf(imported.document.resources)).toBe(Object.prototype);
    },
  );
});

describe('wrong types', () => {
  it('are read as absent, and what can’t be without them is reported', () => {
    const imported = importValuesOf({
      Vpcs: [VPC, 7, null, { VpcId: 12 }, { ...VPC, VpcId: 'vpc-0b', CidrBlock: { a: 1 }, Tags: 'none' }],
      Subnets: { SubnetId: 'x' },
      NetworkAcls: 'none',
    });
    const text = said(imported);
    expect(text).toContain('An element of Vpcs is not an object');
    expect(text).toContain('An element of Vpcs has no usable VpcId');
    expect(text).toContain('vpc-0b: The VPC has no IPv4 block');
    expect(text).toContain('"NetworkAcls" should be a list');
    expect(validateScenario(imported.document).ok).toBe(true);
  });

  it('are dropped one by one: any change of any value gives a valid document or a failure', () => {
    const rich = {
      ...SMALL,
      RouteTables: [
        {
          RouteTableId: 'rtb-0a',
          VpcId: 'vpc-0a',
          Associations: [{ Main: true }, { SubnetId: 'subnet-0a' }, { GatewayId: 'igw-0a' }],
          Routes: [
            { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-0a', State: 'active' },
            { DestinationIpv6CidrBlock: '::/0', NatGatewayId: 'nat-0a', State: 'blackhole' },
          ],
        },
      ],
      InternetGateways: [
        { InternetGatewayId: 'igw-0a', Attachments: [{ VpcId: 'vpc-0a', State: 'available' }] },
      ],
      NatGateways: [
        {
          NatGatewayId: 'nat-0a',
          SubnetId: 'subnet-0a',
          VpcId: 'vpc-0a',
          State: 'available',
          NatGatewayAddresses: [
            {
              PrivateIp: '10.0.0.9',
              PublicIp: '198.51.100.1',
              AllocationId: 'eipalloc-0a',
              NetworkInterfaceId: 'eni-0n',
            },
          ],
        },
      ],
      NetworkAcls: [
        {
          NetworkAclId: 'acl-0a',
          VpcId: 'vpc-0a',
          IsDefault: true,
          Associations: [{ SubnetId: 'subnet-0a' }],
          Entries: [
            {
              RuleNumber: 100,
              Egress: true,
              Protocol: '6',
              RuleAction: 'allow',
              CidrBlock: '0.0.0.0/0',
              PortRange: { From: 1, To: 2 },
            },
            {
              RuleNumber: 101,
              Egress: false,
              Protocol: '1',
              RuleAction: 'deny',
              Ipv6CidrBlock: '::/0',
              IcmpTypeCode: { Type: 8, Code: 0 },
            },
          ],
        },
      ],
      SecurityGroups: [
        {
          GroupId: 'sg-0a',
          GroupName: 'web',
          VpcId: 'vpc-0a',
          IpPermissions: [
            {
              IpProtocol: 'tcp',
              FromPort: 1,
              ToPort: 2,
              IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'd' }],
              UserIdGroupPairs: [{ GroupId: 'sg-0a' }],
              PrefixListIds: [{ PrefixListId: 'pl-1' }],
              Ipv6Ranges: [{ CidrIpv6: '::/0' }],
            },
          ],
          IpPermissionsEgress: [],
        },
      ],
      SecurityGroupRules: [
        {
          SecurityGroupRuleId: 'sgr-1',
          GroupId: 'sg-0a',
          IsEgress: false,
          IpProtocol: '-1',
          CidrIpv4: '0.0.0.0/0',
        },
      ],
      Addresses: [
        {
          AllocationId: 'eipalloc-0b',
          PublicIp: '198.51.100.2',
          NetworkInterfaceId: 'eni-0a',
          PrivateIpAddress: '10.0.0.10',
          NetworkBorderGroup: 'us-east-1',
        },
      ],
      Volumes: [
        {
          VolumeId: 'vol-0a',
          Size: 8,
          VolumeType: 'gp3',
          Iops: 3000,
          Throughput: 125,
          AvailabilityZone: 'us-east-1a',
          State: 'in-use',
          Attachments: [{ InstanceId: 'i-0a', Device: '/dev/xvda' }],
        },
      ],
      PlacementGroups: [{ GroupId: 'pg-0a', GroupName: 'g', Strategy: 'partition', PartitionCount: 3 }],
      AvailabilityZones: [
        { ZoneName: 'us-east-1a', ZoneId: 'use1-az1', RegionName: 'us-east-1', State: 'available' },
      ],
      SpotInstanceRequests: [
        { SpotInstanceRequestId: 'sir-1', Type: 'persistent', InstanceInterruptionBehavior: 'stop' },
      ],
    };
    fc.assert(
      fc.property(changedAnyhow(rich), (value) => {
        const result = importAws([{ name: 'input.json', text: JSON.stringify(value) }]);
        if (!result.ok) return expect(result.error.message).not.toBe('');
        const checked = validateScenario(result.value.document);
        if (!checked.ok) throw new Error(checked.error.message);
      }),
      { seed: 20_240_501, numRuns: 1000 },
    );
  });
});

describe('any mix of inputs', () => {
  const aws = { name: 'Vpcs.json', text: JSON.stringify({ Vpcs: [VPC] }) };
  const scenario = {
    name: 'mine.json',
    text: JSON.stringify({ format: 'ec2-playground', version: 1, resources: [] }),
  };

  it('opens a scenario alone and AWS output together, but not both at once', () => {
    expect(openInput([scenario])).toMatchObject({ ok: true, value: { from: 'scenario', report: [] } });
    expect(openInput([aws, aws])).toMatchObject({ ok: true, value: { from: 'aws' } });
    expect(openInput([aws, scenario])).toMatchObject({
      ok: false,
      error: { reason: 'not-allowed', where: 'mine.json' },
    });
    expect(openInput([])).toMatchObject({ ok: false, error: { reason: 'not-found' } });
  });

  it('names the file in which a scenario is wrong', () => {
    const broken = {
      name: 'mine.json',
      text: JSON.stringify({ format: 'ec2-playground', version: 1, resources: 5 }),
    };
    expect(openInput([broken])).toMatchObject({
      ok: false,
      error: { reason: 'invalid', where: 'mine.json, resources' },
    });
  });

  it('knows a link by its fragment and says when it was cut', () => {
    const link = (text: string) => openInput([{ name: 'the link', text }]);
    expect(link('https://example.org/#0.99999.abc.AAAA')).toMatchObject({
      ok: false,
      error: { reason: 'cut-link' },
    });
    expect(link('0.')).toMatchObject({ ok: false, error: { reason: 'cut-link' } });
    expect(link('https://example.org/#nothing')).toMatchObject({
      ok: false,
      error: { reason: 'damaged-link' },
    });
  });
});
