/** Security groups and network ACLs in AWS's words. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf } from '../../catalog/lookup';
import { awsIdOf, madeId } from './aws-ids';
import { ACCOUNT, tagsOf } from './aws-places';

type Rule = ResourceOf<'security-group'>['securityGroupIngress'][number];
type Entry = ResourceOf<'network-acl'>['entries'][number];

export const groupsOf = (document: Scenario): readonly unknown[] =>
  allOf(document, 'security-group').map((group) => ({
    GroupId: awsIdOf(group.id),
    IpPermissionsEgress: permissionsOf(group.securityGroupEgress),
    Tags: tagsOf(group.name),
    VpcId: awsIdOf(group.vpcId),
    OwnerId: ACCOUNT,
    GroupName: group.groupName,
    Description: group.groupDescription ?? group.groupName,
    IpPermissions: permissionsOf(group.securityGroupIngress),
  }));

interface Permission {
  readonly rule: Rule;
  readonly UserIdGroupPairs: unknown[];
  readonly IpRanges: unknown[];
  readonly Ipv6Ranges: unknown[];
}

/** AWS prints rules of one protocol and one range of ports as one permission with several peers. */
function permissionsOf(rules: readonly Rule[]): readonly unknown[] {
  const permissions = new Map<string, Permission>();
  for (const rule of rules) {
    const key = `${rule.ipProtocol} ${rule.fromPort} ${rule.toPort}`;
    const known = permissions.get(key) ?? { rule, UserIdGroupPairs: [], IpRanges: [], Ipv6Ranges: [] };
    permissions.set(key, known);
    if (rule.prefixListId !== undefined) throw new RangeError('Rules for prefix lists are not written.');
    if (rule.peerGroupId !== undefined)
      known.UserIdGroupPairs.push({ UserId: ACCOUNT, GroupId: awsIdOf(rule.peerGroupId) });
    if (rule.cidrIp !== undefined) known.IpRanges.push({ CidrIp: rule.cidrIp });
    if (rule.cidrIpv6 !== undefined) known.Ipv6Ranges.push({ CidrIpv6: rule.cidrIpv6 });
  }
  return [...permissions.values()].map(({ rule, ...peers }) => ({
    IpProtocol: rule.ipProtocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
    ...peers,
    PrefixListIds: [],
  }));
}

export const aclsOf = (document: Scenario): readonly unknown[] =>
  allOf(document, 'network-acl').map(({ id, name, vpcId, isDefault = false, entries }) => {
    const subnets = allOf(document, 'subnet').filter(
      ({ networkAclId, vpcId: own }) => own === vpcId && (networkAclId ?? (isDefault && id)) === id,
    );
    return {
      Associations: subnets.map((subnet) => ({
        NetworkAclAssociationId: madeId('aclassoc', subnet.id),
        NetworkAclId: awsIdOf(id),
        SubnetId: awsIdOf(subnet.id),
      })),
      Entries: [...entries.map(entryOf), lastEntry(true), lastEntry(false)],
      IsDefault: isDefault,
      NetworkAclId: awsIdOf(id),
      Tags: tagsOf(name),
      VpcId: awsIdOf(vpcId),
      OwnerId: ACCOUNT,
    };
  });

const entryOf = (entry: Entry): unknown => ({
  CidrBlock: entry.cidrBlock,
  Ipv6CidrBlock: entry.ipv6CidrBlock,
  Egress: entry.egress,
  IcmpTypeCode: entry.icmp && { Code: entry.icmp.code, Type: entry.icmp.type },
  PortRange: entry.portRange && { From: entry.portRange.from, To: entry.portRange.to },
  Protocol: entry.protocol,
  RuleAction: entry.ruleAction,
  RuleNumber: entry.ruleNumber,
});

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html */
const lastEntry = (egress: boolean): unknown => ({
  CidrBlock: '0.0.0.0/0',
  Egress: egress,
  Protocol: '-1',
  RuleAction: 'deny',
  RuleNumber: 32_767,
});
