import { parseCidr4 } from '../../model/ip/ipv4';
import type { ResourceId } from '../../model/resource';
import { ANY, type GroupPart, type GroupRulePart } from '../../network/parts';
import type { Remedy } from '../../network/remedy';
import type { Scenario, ScenarioChangeSet } from '../descriptors';
import { allOf, getKind, labelOf } from '../lookup';
import { makeProtocol, parseProtocol } from '../protocol';
import type { SecurityGroup, SecurityGroupRule } from './kind';

export const describeGroup = (document: Scenario, group: SecurityGroup): GroupPart => ({
  id: group.id,
  label: labelOf(document, group.id),
  vpcId: group.vpcId,
  inbound: group.securityGroupIngress.flatMap(describeRule),
  outbound: group.securityGroupEgress.flatMap(describeRule),
  forIpv6: {
    inbound: group.securityGroupIngress.some(isForIpv6),
    outbound: group.securityGroupEgress.some(isForIpv6),
  },
});

const ICMP = 1;

const isForIpv6 = ({ cidrIpv6 }: SecurityGroupRule): boolean => cidrIpv6 !== undefined;

/** IPv6 rules say nothing about IPv4 packets and are left out. */
function describeRule(rule: SecurityGroupRule, index: number): GroupRulePart[] {
  const protocol = parseProtocol(rule.ipProtocol);
  const peer = peerOf(rule);
  if (protocol === null || peer === null) return [];
  const { fromPort = -1, toPort = -1 } = rule;
  const bounds =
    protocol === ICMP
      ? { from: fromPort, to: fromPort === ANY ? ANY : toPort }
      : { from: Math.max(0, fromPort), to: toPort < 0 ? 65535 : toPort };
  return [{ index, protocol, ...bounds, peer }];
}

function peerOf(rule: SecurityGroupRule): GroupRulePart['peer'] | null {
  if (rule.cidrIp !== undefined) {
    const block = parseCidr4(rule.cidrIp);
    return block && { type: 'block', block };
  }
  if (rule.peerGroupId !== undefined) return { type: 'group', id: rule.peerGroupId };
  return rule.prefixListId === undefined ? null : { type: 'prefix-list', id: rule.prefixListId };
}

/** A new rule in a group; `null` if the group is gone. */
export function allowInGroup(
  document: Scenario,
  remedy: Extract<Remedy, { type: 'allow-in-group' }>,
): ScenarioChangeSet | null {
  const group = getKind(document, remedy.groupId, 'security-group');
  if (!group) return null;
  const key = remedy.side === 'inbound' ? 'securityGroupIngress' : 'securityGroupEgress';
  const range = remedy.ports ?? remedy.icmp;
  const rule: SecurityGroupRule = {
    ipProtocol: makeProtocol(remedy.protocol),
    ...(range ? { fromPort: range[0], toPort: range[1] } : {}),
    ...(remedy.peer.type === 'group' ? { peerGroupId: remedy.peer.id } : { cidrIp: remedy.peer.cidr }),
  };
  const peer = remedy.peer.type === 'group' ? labelOf(document, remedy.peer.id) : remedy.peer.cidr;
  const way = remedy.side === 'inbound' ? 'from' : 'to';
  return {
    label: `Allow ${remedyTraffic(remedy)} ${way} ${peer} in ${labelOf(document, group.id)}${carriersOf(document, group.id)}`,
    changes: [{ type: 'update', id: group.id, set: { [key]: [...group[key], rule] } }],
  };
}

/** A rule opens every interface that carries the group: said where it is more than one. */
function carriersOf(document: Scenario, groupId: ResourceId): string {
  const names = new Set(
    allOf(document, 'network-interface').flatMap((eni) =>
      eni.groupSet.includes(groupId) ? [labelOf(document, eni.attachment?.instanceId ?? eni.id)] : [],
    ),
  );
  if (names.size < 2) return '';
  const [first, second] = names;
  return names.size === 2 ? ` (for ${first} and ${second})` : ` (for ${first} and ${names.size - 1} more)`;
}

function remedyTraffic({ protocol, ports, icmp }: Extract<Remedy, { type: 'allow-in-group' }>): string {
  const name = /^\d/.test(makeProtocol(protocol)) ? `protocol ${protocol}` : makeProtocol(protocol);
  if (icmp) return icmp[0] === 8 ? 'ping' : `icmp type ${icmp[0]}`;
  if (!ports) return name;
  if (ports[0] === 0 && ports[1] === 65535) return `all ${name}`;
  return ports[0] === ports[1] ? `${name} ${ports[0]}` : `${name} ${ports[0]}-${ports[1]}`;
}
