import { parseCidr } from '../../model/ip/address';
import type { ResourceId } from '../../model/resource';
import { ANY, type GroupPart, type GroupRulePart } from '../../network/parts';
import type { Remedy } from '../../network/remedy';
import type { Scenario, ScenarioChangeSet } from '../descriptors';
import { allOf, getKind, labelOf } from '../lookup';
import { blocksOfList } from '../prefix-list-blocks';
import { makeProtocol, parseProtocol } from '../protocol';
import { peerOfGroupRule, whatOfGroupRule } from '../rule-words';
import type { SecurityGroup, SecurityGroupRule } from './kind';

export const describeGroup = (document: Scenario, group: SecurityGroup): GroupPart => ({
  id: group.id,
  label: labelOf(document, group.id),
  vpcId: group.vpcId,
  inbound: group.securityGroupIngress.flatMap((rule, index) => describeRule(document, rule, index)),
  outbound: group.securityGroupEgress.flatMap((rule, index) => describeRule(document, rule, index)),
});

const ICMP = 1;
const ICMPV6 = 58;

function describeRule(document: Scenario, rule: SecurityGroupRule, index: number): GroupRulePart[] {
  const protocol = parseProtocol(rule.ipProtocol);
  const peer = peerOf(document, rule);
  if (protocol === null || peer === null) return [];
  const { fromPort = -1, toPort = -1 } = rule;
  const bounds =
    protocol === ICMP || protocol === ICMPV6
      ? { from: fromPort, to: fromPort === ANY ? ANY : toPort }
      : { from: Math.max(0, fromPort), to: toPort < 0 ? 65535 : toPort };
  return [{ index, protocol, ...bounds, peer }];
}

function peerOf(document: Scenario, rule: SecurityGroupRule): GroupRulePart['peer'] | null {
  const cidr = rule.cidrIp ?? rule.cidrIpv6;
  if (cidr !== undefined) {
    const block = parseCidr(cidr);
    return block && { type: 'block', block };
  }
  if (rule.peerGroupId !== undefined) return { type: 'group', id: rule.peerGroupId };
  const id = rule.prefixListId;
  return id === undefined ? null : { type: 'prefix-list', id, blocks: blocksOfList(document, id) };
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
    ...(remedy.peer.type === 'group'
      ? { peerGroupId: remedy.peer.id }
      : remedy.peer.cidr.includes(':')
        ? { cidrIpv6: remedy.peer.cidr }
        : { cidrIp: remedy.peer.cidr }),
  };
  const peer = remedy.peer.type === 'group' ? labelOf(document, remedy.peer.id) : remedy.peer.cidr;
  const way = remedy.side === 'inbound' ? 'from' : 'to';
  return {
    label: `Allow ${remedyTraffic(remedy)} ${way} ${peer} in ${labelOf(document, group.id)}${carriersOf(document, group.id)}`,
    changes: [{ type: 'update', id: group.id, set: { [key]: [...group[key], rule] } }],
  };
}

/** One rule of a group, and what stays of it; nothing: it is removed. */
export interface RuleCut {
  readonly groupId: ResourceId;
  readonly side: 'inbound' | 'outbound';
  readonly rule: SecurityGroupRule;
  readonly rest: readonly SecurityGroupRule[];
}

/** Puts what stays in the place of a rule; `null` if the group has no such rule. */
export function cutRule(
  document: Scenario,
  { groupId, side, rule, rest }: RuleCut,
): ScenarioChangeSet | null {
  const group = getKind(document, groupId, 'security-group');
  if (!group) return null;
  const key = side === 'inbound' ? 'securityGroupIngress' : 'securityGroupEgress';
  const wanted = JSON.stringify(rule);
  const index = group[key].findIndex((own) => JSON.stringify(own) === wanted);
  if (index < 0) return null;
  const words = `${whatOfGroupRule(rule)} ${side === 'inbound' ? 'from' : 'to'} ${peerOfGroupRule(document, rule)}`;
  const name = `${labelOf(document, groupId)}${carriersOf(document, groupId)}`;
  return {
    label:
      rest.length === 0 ? `Remove the rule "${words}" of ${name}` : `Narrow the rule "${words}" of ${name}`,
    changes: [{ type: 'update', id: groupId, set: { [key]: group[key].toSpliced(index, 1, ...rest) } }],
  };
}

// Every refused packet is offered a rule, so who carries a group is looked up once per document.
const carriers = new WeakMap<Scenario['resources'], ReadonlyMap<ResourceId, ReadonlySet<ResourceId>>>();

/** Who carries each group: instances, else interfaces. */
function carriersIn(document: Scenario): ReadonlyMap<ResourceId, ReadonlySet<ResourceId>> {
  const before = carriers.get(document.resources);
  if (before) return before;
  const found = new Map<ResourceId, Set<ResourceId>>();
  for (const eni of allOf(document, 'network-interface'))
    for (const groupId of eni.groupSet) {
      const ids = found.get(groupId) ?? new Set();
      found.set(groupId, ids.add(eni.attachment?.instanceId ?? eni.id));
    }
  carriers.set(document.resources, found);
  return found;
}

/** A rule opens every interface that carries the group: said where it is more than one. */
function carriersOf(document: Scenario, groupId: ResourceId): string {
  const ids = carriersIn(document).get(groupId);
  if (!ids || ids.size < 2) return '';
  const iterator = ids.values();
  const [first, second] = [iterator.next().value, iterator.next().value].map((id) =>
    id === undefined ? '' : labelOf(document, id),
  );
  return ids.size === 2 ? ` (for ${first} and ${second})` : ` (for ${first} and ${ids.size - 1} more)`;
}

function remedyTraffic({ protocol, ports, icmp }: Extract<Remedy, { type: 'allow-in-group' }>): string {
  const name = /^\d/.test(makeProtocol(protocol)) ? `protocol ${protocol}` : makeProtocol(protocol);
  if (icmp) return icmp[0] === 8 || icmp[0] === 128 ? 'ping' : `icmp type ${icmp[0]}`;
  if (!ports) return name;
  if (ports[0] === 0 && ports[1] === 65535) return `all ${name}`;
  return ports[0] === ports[1] ? `${name} ${ports[0]}` : `${name} ${ports[0]}-${ports[1]}`;
}
