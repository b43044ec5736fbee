/**
 * Security groups: a permission is (protocol, ports) times every peer it lists, a rule here has one peer.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html, API_SecurityGroupRule.html
 */
import type { ResourceOf } from '../../catalog/descriptors';
import { ipv4Cidr, ipv6Cidr } from './cidr';
import type { Element } from './collected';
import { prefixListOf } from './prefix-lists';
import { protocolOf } from './protocol';
import { shortened } from './report';
import { commonOf, composed, present, put, type Translation } from './translation';
import { flag, has, integerIn, object, objects, text, type Foreign } from './values';

type Rule = ResourceOf<'security-group'>['securityGroupIngress'][number];
type Peer = Pick<Rule, 'cidrIp' | 'cidrIpv6' | 'peerGroupId' | 'prefixListId' | 'description'>;

const MAX_RULES = 1000;

/** Rules of describe-security-group-rules by group. */
export function rulesByGroup(rules: Iterable<Element>): ReadonlyMap<string, readonly Element[]> {
  const byGroup = new Map<string, Element[]>();
  for (const rule of rules) {
    const groupId = text(rule.value, 'GroupId');
    if (groupId === undefined) continue;
    const known = byGroup.get(groupId);
    if (known) known.push(rule);
    else byGroup.set(groupId, [rule]);
  }
  return byGroup;
}

export function addSecurityGroup(
  to: Translation,
  element: Element,
  flatRules: ReadonlyMap<string, readonly Element[]>,
): void {
  const { value } = element;
  const common = commonOf(to, 'security-group', element);
  const vpcId = to.ids.of('vpc', text(value, 'VpcId'));
  if (!common || vpcId === undefined) return;
  // Both calls list the same rules: the group's own answer is complete, so the flat list only fills in.
  const own = has(value, 'IpPermissions') || has(value, 'IpPermissionsEgress');
  const flat = flatRules.get(element.id) ?? [];
  if (!own && flat.length === 0)
    to.report.warn(element.id, 'The rules of a security group are not in the input; it allows nothing.');
  const rules = (key: string, egress: boolean): readonly Rule[] =>
    own
      ? objects(value, key).flatMap((permission) => rulesOf(to, element, permission))
      : flat
          .filter((rule) => (flag(rule.value, 'IsEgress') ?? false) === egress)
          .flatMap((rule) => flatRuleOf(to, element, rule.value));
  put(
    to,
    element,
    composed(common, {
      kind: 'security-group',
      vpcId,
      groupName: (text(value, 'GroupName') ?? element.id).slice(0, 255),
      groupDescription: text(value, 'Description')?.slice(0, 255),
      securityGroupIngress: capped(to, element, rules('IpPermissions', false)),
      securityGroupEgress: capped(to, element, rules('IpPermissionsEgress', true)),
    }),
  );
}

function capped(to: Translation, element: Element, rules: readonly Rule[]): readonly Rule[] {
  if (rules.length <= MAX_RULES) return rules;
  to.report.warn(element.id, `A security group has more than ${MAX_RULES} rules; the rest was left out.`);
  return rules.slice(0, MAX_RULES);
}

/** Protocol and ports; both calls leave ports out, or write -1, where every port is meant. */
function scopeOf(from: Foreign): Pick<Rule, 'ipProtocol' | 'fromPort' | 'toPort'> | undefined {
  const ipProtocol = protocolOf(from, 'IpProtocol');
  if (ipProtocol === undefined) return undefined;
  if (ipProtocol === '-1') return { ipProtocol };
  return {
    ipProtocol,
    fromPort: integerIn(from, 'FromPort', -1, 65535),
    toPort: integerIn(from, 'ToPort', -1, 65535),
  };
}

function rulesOf(to: Translation, group: Element, permission: Foreign): readonly Rule[] {
  const scope = scopeOf(permission);
  const peers: Peer[] = [];
  const unread = (): readonly never[] => {
    to.report.warn(
      group.id,
      'A rule of a security group could not be read and was left out; verdicts may differ.',
    );
    return [];
  };
  if (!scope) return unread();
  for (const range of objects(permission, 'IpRanges')) {
    const cidrIp = ipv4Cidr(text(range, 'CidrIp') ?? text(range, 'CidrIpv4'));
    if (cidrIp === undefined) unread();
    else peers.push({ cidrIp, description: descriptionOf(range) });
  }
  for (const range of objects(permission, 'Ipv6Ranges')) {
    const cidrIpv6 = ipv6Cidr(text(range, 'CidrIpv6'));
    if (cidrIpv6 === undefined) unread();
    else peers.push({ cidrIpv6, description: descriptionOf(range) });
  }
  for (const list of objects(permission, 'PrefixListIds')) {
    const prefixListId = prefixListOf(to, text(list, 'PrefixListId'));
    if (prefixListId === undefined) unread();
    else peers.push({ prefixListId, description: descriptionOf(list) });
  }
  for (const pair of objects(permission, 'UserIdGroupPairs')) {
    const peerGroupId = peerOf(to, group, pair);
    if (peerGroupId === undefined) unread();
    else peers.push({ peerGroupId, description: descriptionOf(pair) });
  }
  return peers.map((peer) => present({ ...scope, ...peer }));
}

function flatRuleOf(to: Translation, group: Element, rule: Foreign): readonly Rule[] {
  const scope = scopeOf(rule);
  const peer: Peer = {
    cidrIp: ipv4Cidr(text(rule, 'CidrIpv4')),
    cidrIpv6: ipv6Cidr(text(rule, 'CidrIpv6')),
    prefixListId: prefixListOf(to, text(rule, 'PrefixListId')),
    peerGroupId: peerOf(to, group, object(rule, 'ReferencedGroupInfo')),
  };
  if (!scope || !(peer.cidrIp ?? peer.cidrIpv6 ?? peer.prefixListId ?? peer.peerGroupId)) {
    to.report.warn(
      group.id,
      'A rule of a security group could not be read and was left out; verdicts may differ.',
    );
    return [];
  }
  return [present({ ...scope, ...peer, description: descriptionOf(rule) })];
}

/**
 * A group that is not in the input is a stale or a foreign one: its id is kept and matches nobody here. The same goes for a
 * group across a peering connection that is gone: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 */
function peerOf(to: Translation, group: Element, peer: Foreign): string | undefined {
  const awsId = text(peer, 'GroupId');
  if (awsId === undefined) return undefined;
  const status = text(peer, 'PeeringStatus')?.toLowerCase();
  if (status !== undefined && status !== 'active') {
    to.report.warn(
      group.id,
      `A rule names a security group across a peering connection that is ${shortened(status, 40)}: it matches nothing.`,
    );
    return to.ids.dangling(awsId);
  }
  const held = to.ids.of('security-group', awsId);
  if (held !== undefined) return held;
  const account = text(peer, 'UserId');
  const own = text(group.value, 'OwnerId') ?? group.account;
  to.report.warn(
    group.id,
    account === undefined || account === own
      ? 'A rule names a security group that is not in the input: it matches nothing here.'
      : `A rule names a security group of account ${shortened(account, 20)} that is not in the input: it matches nothing here.`,
  );
  return to.ids.dangling(awsId);
}

const descriptionOf = (from: Foreign): string | undefined => text(from, 'Description')?.slice(0, 255);
