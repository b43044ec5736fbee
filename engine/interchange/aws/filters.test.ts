import { describe, expect, it } from 'vitest';
import { byAwsId, ENI, importValuesOf, said, SMALL, VPC } from '../../testing/aws-input';

describe('network ACLs', () => {
  const acl = (...Entries: readonly object[]) =>
    importValuesOf({
      Vpcs: [VPC],
      NetworkAcls: [{ NetworkAclId: 'acl-0a', VpcId: 'vpc-0a', IsDefault: true, Associations: [], Entries }],
    });
  const last = {
    RuleNumber: 32767,
    Egress: false,
    Protocol: '-1',
    RuleAction: 'deny',
    CidrBlock: '0.0.0.0/0',
  };
  const entry = {
    RuleNumber: 100,
    Egress: false,
    Protocol: '6',
    RuleAction: 'allow',
    CidrBlock: '0.0.0.0/0',
  };

  it('sorts entries, keeps protocol numbers and drops the final deny of IPv4 and IPv6', () => {
    const { document } = acl(
      last,
      { ...last, RuleNumber: 32768, CidrBlock: undefined, Ipv6CidrBlock: '::/0' },
      { ...entry, Egress: true, RuleNumber: 5 },
      { ...entry, RuleNumber: 200, Protocol: '17', PortRange: { From: 53, To: 53 } },
      { ...entry, PortRange: { From: 22, To: 23 } },
    );
    expect(byAwsId(document, 'network-acl', 'acl-0a').entries).toEqual([
      {
        ruleNumber: 100,
        egress: false,
        protocol: '6',
        ruleAction: 'allow',
        cidrBlock: '0.0.0.0/0',
        portRange: { from: 22, to: 23 },
      },
      {
        ruleNumber: 200,
        egress: false,
        protocol: '17',
        ruleAction: 'allow',
        cidrBlock: '0.0.0.0/0',
        portRange: { from: 53, to: 53 },
      },
      { ruleNumber: 5, egress: true, protocol: '6', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' },
    ]);
  });

  it('takes ICMP type and code for ICMP only', () => {
    const { document } = acl(
      last,
      { ...entry, Protocol: '1', IcmpTypeCode: { Type: 8, Code: -1 } },
      { ...entry, RuleNumber: 110, IcmpTypeCode: { Type: 0, Code: 0 } },
    );
    const [icmp, tcp] = byAwsId(document, 'network-acl', 'acl-0a').entries;
    expect(icmp?.icmp).toEqual({ type: 8, code: -1 });
    expect(tcp).not.toHaveProperty('icmp');
  });

  it('notes a list without its final deny and an entry it can’t read', () => {
    expect(said(acl(entry))).toContain('without its final deny');
    expect(said(acl(last, entry))).not.toContain('without its final deny');
    expect(said(acl(last, { ...entry, RuleAction: 'maybe' }))).toContain(
      'An entry of a network ACL could not be read',
    );
  });
});

describe('security groups', () => {
  const group = (IpPermissions: readonly object[], more: object = {}) => {
    const imported = importValuesOf({
      Vpcs: [VPC],
      SecurityGroups: [
        { GroupId: 'sg-0a', GroupName: 'web', VpcId: 'vpc-0a', IpPermissions, IpPermissionsEgress: [] },
      ],
      ...more,
    });
    return { imported, group: byAwsId(imported.document, 'security-group', 'sg-0a') };
  };

  it('makes one rule of every peer of a permission', () => {
    const { group: web } = group([
      {
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 444,
        IpRanges: [{ CidrIp: '10.0.0.0/8', Description: 'office' }, { CidrIp: '192.0.2.0/24' }],
        Ipv6Ranges: [{ CidrIpv6: '::/0' }],
        PrefixListIds: [{ PrefixListId: 'pl-0a' }],
        UserIdGroupPairs: [{ GroupId: 'sg-0a', UserId: '111122223333' }],
      },
    ]);
    const scope = { ipProtocol: 'tcp', fromPort: 443, toPort: 444 };
    expect(web.securityGroupIngress).toEqual([
      { ...scope, cidrIp: '10.0.0.0/8', description: 'office' },
      { ...scope, cidrIp: '192.0.2.0/24' },
      { ...scope, cidrIpv6: '::/0' },
      { ...scope, prefixListId: 'pl-0a' },
      { ...scope, peerGroupId: 'sg-1' },
    ]);
    expect(web.securityGroupEgress).toEqual([]);
  });

  it('leaves ports out of rules for every protocol, whether AWS wrote none, null or -1', () => {
    const anyone = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
    const { group: web } = group([
      { IpProtocol: '-1', ...anyone },
      { IpProtocol: '-1', FromPort: null, ToPort: null, ...anyone },
      { IpProtocol: '-1', FromPort: -1, ToPort: -1, ...anyone },
    ]);
    for (const rule of web.securityGroupIngress)
      expect(rule).toEqual({ ipProtocol: '-1', cidrIp: '0.0.0.0/0' });
    expect(web.securityGroupIngress).toHaveLength(3);
  });

  it('keeps the id of a group that is not in the input, and says so', () => {
    const { imported, group: web } = group([
      { IpProtocol: 'tcp', FromPort: 1, ToPort: 2, UserIdGroupPairs: [{ GroupId: 'sg-0foreign' }] },
    ]);
    expect(web.securityGroupIngress[0]?.peerGroupId).toBe('sg-0foreign');
    expect(said(imported)).toContain('names a security group that is not in the input');
  });

  it('reads describe-security-group-rules, but counts no rule twice', () => {
    const flat = {
      SecurityGroupRules: [
        {
          SecurityGroupRuleId: 'sgr-1',
          GroupId: 'sg-0a',
          IsEgress: false,
          IpProtocol: 'tcp',
          FromPort: 22,
          ToPort: 22,
          CidrIpv4: '192.0.2.0/24',
        },
        {
          SecurityGroupRuleId: 'sgr-2',
          GroupId: 'sg-0a',
          IsEgress: true,
          IpProtocol: '-1',
          FromPort: -1,
          ToPort: -1,
          CidrIpv4: '0.0.0.0/0',
        },
        {
          SecurityGroupRuleId: 'sgr-3',
          GroupId: 'sg-0a',
          IsEgress: false,
          IpProtocol: 'icmp',
          FromPort: 8,
          ToPort: -1,
          ReferencedGroupInfo: { GroupId: 'sg-0a' },
        },
      ],
    };
    const alone = importValuesOf(
      { ...SMALL, NetworkInterfaces: [{ ...ENI, Groups: [{ GroupId: 'sg-0a', GroupName: 'web' }] }] },
      flat,
    ).document;
    const web = byAwsId(alone, 'security-group', 'sg-0a');
    expect(web.groupName).toBe('web');
    expect(web.securityGroupIngress).toEqual([
      { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '192.0.2.0/24' },
      { ipProtocol: 'icmp', fromPort: 8, toPort: -1, peerGroupId: 'sg-1' },
    ]);
    expect(web.securityGroupEgress).toEqual([{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }]);
    const both = group(
      [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '192.0.2.0/24' }] }],
      flat,
    );
    expect(both.group.securityGroupIngress).toHaveLength(1);
  });

  it('draws a group that only interfaces name, with rules nobody knows', () => {
    const imported = importValuesOf({
      ...SMALL,
      NetworkInterfaces: [{ ...ENI, Groups: [{ GroupId: 'sg-0x', GroupName: 'db' }] }],
    });
    const db = byAwsId(imported.document, 'security-group', 'sg-0x');
    expect(db.securityGroupIngress).toEqual([{ ipProtocol: '-1', prefixListId: 'rules-not-in-the-input' }]);
    expect(byAwsId(imported.document, 'network-interface', 'eni-0a').groupSet).toEqual([db.id]);
    expect(said(imported)).toContain('sg-0x: An interface carries this security group');
  });
});
