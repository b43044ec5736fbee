/** A packet at a security group and at a network ACL: the decision, its words, and the edit that would let it pass. */
import { makeCidr4, makeIpv4, type Ipv4 } from '../model/ip/ipv4';
import { decideAcl, decideGroups, type Side } from './filters';
import type { Acl, Group, Interface, Subnet } from './network';
import { ICMP, hasPorts, type Range } from './packet';
import { ANY, type GroupRulePart } from './parts';
import type { Remedy, RemedyPeer } from './remedy';
import { SOURCES } from './sources';
import { doubt, note, pass, peerText, refuse, translate, type Walk } from './walk';
import { aclEntryText, groupRuleText, listText, protocolText, rangeText, trafficText } from './words';

const ANYWHERE = '0.0.0.0/0';
const word = { inbound: { from: 'from' }, outbound: { from: 'to' } } as const;

/** S3 and S9: the groups of an interface. Replies of a flow they have seen pass. */
export function filterByGroups(walk: Walk, on: Interface, side: Side): void {
  const first = on.groups[0];
  const groupId = first?.id ?? on.missingGroupIds[0] ?? on.id;
  const label = first?.label ?? groupId;
  if (walk.direction === 'return' && walk.tracked.has(on)) {
    pass(walk, {
      resource: groupId,
      kind: 'security-group',
      decidedBy: { resource: groupId, rule: 'tracked', text: 'replies of an allowed flow pass' },
      message: `${label} let the request pass, so its answer passes too: groups are stateful.`,
      source: SOURCES.groupTracking,
    });
    return;
  }
  const { header } = walk;
  walk.tracked.add(on);
  for (const group of on.groups) walk.touched.groups.add(group);
  const decision = decideGroups(on, side, header, walk.identity, walk.origin);
  const peer = side === 'inbound' ? header.source : header.destination;
  const peerWords = peerText(walk, peer, on.subnet);
  const traffic = askedText(walk);
  switch (decision.type) {
    case 'allowed': {
      const { group, rule } = decision;
      pass(walk, {
        resource: group.id,
        kind: 'security-group',
        decidedBy: {
          resource: group.id,
          rule: `${side}[${rule.index}]`,
          text: groupRuleText(rule, side, rulePeerText(walk, rule)),
        },
        message: `${group.label} allows ${traffic} ${word[side].from} ${peerWords}.`,
        source: SOURCES.groupRules,
      });
      return;
    }
    case 'unknown': {
      // An import puts a list that is none for the rules of a group it was not given.
      const isList = decision.why === 'prefix-list' && decision.id.startsWith('pl-');
      const missing =
        decision.why === 'group'
          ? `The security group ${decision.id} of ${on.label} is not in this document.`
          : `The rules of the security group ${label} are not in this document.`;
      doubt(
        walk,
        {
          resource: groupId,
          kind: 'security-group',
          message: isList
            ? `${label} has a rule for the prefix list ${decision.id}, whose addresses are not in this document; no other rule allows ${traffic}.`
            : missing,
          source: isList ? SOURCES.prefixLists : SOURCES.codes,
        },
        isList ? 'UNSUPPORTED_COMPONENT' : 'UNKNOWN_RESOURCE',
      );
      return;
    }
    case 'refused': {
      const { lostReference, hasRules } = decision;
      const middlebox = lostReference !== null && walk.identity === 'middlebox';
      if (lostReference !== null && walk.identity === 'translated')
        note(
          walk,
          'SG_REFERENCES_NOT_PRESERVED',
          `${lostReference.group.label} allows members of ${rulePeerText(walk, lostReference.rule)}, but the packet arrives from ${makeIpv4(header.source)}: behind an address translation nobody sees which group it came from.`,
        );
      const remedies = groupRemedies(walk, on, side, first, peer);
      refuse(
        walk,
        {
          resource: groupId,
          kind: 'security-group',
          decidedBy: { resource: groupId, rule: side, text: `no ${side} rule for ${traffic}` },
          message: middlebox
            ? `${lostReference.group.label} allows members of ${rulePeerText(walk, lostReference.rule)}, but the packet came through a router, behind which group references do not match. Name the addresses instead.`
            : refusalText(on, side, hasRules, traffic, peerWords),
          source: middlebox ? SOURCES.middlebox : SOURCES.groupRules,
        },
        {
          code: middlebox
            ? 'SG_REFERENCES_NOT_PRESERVED'
            : hasRules || first === undefined
              ? 'ENI_SG_RULES_MISMATCH'
              : 'SG_HAS_NO_RULES',
          resource: groupId,
          rule: side,
          ...remedies,
        },
      );
    }
  }
}

function refusalText(on: Interface, side: Side, hasRules: boolean, traffic: string, peer: string): string {
  const names = on.groups.map((group) => group.label);
  if (names.length === 0) return `${on.label} carries no security group, so nothing may pass.`;
  const flow = `${traffic} ${word[side].from} ${peer}`;
  const verb = `${side} rule for ${flow}`;
  if (names.length > 1) return `None of ${listText(names)} has an ${verb}.`;
  return hasRules
    ? `${names[0] ?? ''} has no ${verb}.`
    : `${names[0] ?? ''} has no ${side} rules at all, so it refuses ${flow}.`;
}

const rulePeerText = (walk: Walk, rule: GroupRulePart): string => {
  switch (rule.peer.type) {
    case 'block':
      return makeCidr4(rule.peer.block);
    case 'group':
      return walk.network.groups.get(rule.peer.id)?.label ?? rule.peer.id;
    case 'prefix-list':
      return rule.peer.id;
  }
};

function groupRemedies(
  walk: Walk,
  on: Interface,
  side: Side,
  group: Group | undefined,
  peer: Ipv4,
): { remedy?: Remedy; alternative?: Remedy } {
  if (!group) return {};
  const { header } = walk;
  const allow = (to: RemedyPeer): Remedy => ({
    type: 'allow-in-group',
    groupId: group.id,
    side,
    protocol: header.protocol,
    ports: rulePorts(walk),
    icmp: header.protocol === ICMP ? [header.icmpType, header.icmpCode] : null,
    peer: to,
  });
  const narrow: RemedyPeer = { type: 'block', cidr: `${makeIpv4(peer)}/32` };
  const wide: RemedyPeer = { type: 'block', cidr: ANYWHERE };
  if (peer === walk.scope.outside) {
    if (walk.scope.outsideScope === 'any') return { remedy: allow(wide) };
    return walk.scope.outsideScope === 'client'
      ? { remedy: allow(wide), alternative: allow(narrow) }
      : { remedy: allow(narrow), alternative: allow(wide) };
  }
  const owner = on.subnet.vpc.owners.get(peer);
  const peerGroup = owner?.type === 'interface' ? owner.groups[0] : undefined;
  if (peerGroup && (side === 'outbound' || walk.identity === 'kept'))
    return { remedy: allow({ type: 'group', id: peerGroup.id }), alternative: allow(narrow) };
  return { remedy: allow(narrow) };
}

/** The traffic; where every port is asked for, the one that was tried is an example. */
function askedText(walk: Walk): string {
  const { header, scope, direction } = walk;
  const port = header.destinationPorts?.[0]?.[0];
  return scope.anyPort && direction === 'forward' && port !== undefined
    ? `${protocolText(header.protocol)} ports such as ${port}`
    : trafficText(header);
}

/** The ports a new rule must name: those of the packet, or all where none was asked for. */
function rulePorts(walk: Walk): Range | null {
  const ports = walk.header.destinationPorts;
  if (!hasPorts(walk.header.protocol) || !ports) return null;
  if (walk.scope.anyPort && walk.direction === 'forward') return [0, 65535];
  return [ports[0]?.[0] ?? 0, ports.at(-1)?.[1] ?? 65535];
}

/** S5 and S8: the ACL of a subnet, when a packet crosses its edge. @returns false if the ACL is not known. */
export function filterByAcl(walk: Walk, subnet: Subnet, side: Side): boolean {
  const { acl } = subnet;
  if (!acl) {
    doubt(
      walk,
      {
        resource: subnet.id,
        kind: 'network-acl',
        message: `The network ACL of ${subnet.label} is not in this document.`,
        source: SOURCES.acl,
      },
      'UNKNOWN_RESOURCE',
    );
    return false;
  }
  walk.touched.acls.add(acl);
  const { header } = walk;
  const decision = decideAcl(acl, side, header);
  const { entry, denying } = decision;
  const rule = entry ? `${entry.number}` : '*';
  const peer = side === 'inbound' ? header.source : header.destination;
  // Of the internet as a whole an entry denies only its own block.
  const everybody = peer === walk.scope.outside && walk.scope.outsideScope === 'any';
  const peerWords =
    everybody && denying && denying.block.prefix > 0
      ? makeCidr4(denying.block)
      : peerText(walk, peer, subnet);
  const flow = `${askedText(walk)} ${word[side].from} ${peerWords}`;
  const isAnswer = walk.direction === 'return';
  const traffic = isAnswer ? `the answer (${flow})` : flow;
  const where = side === 'inbound' ? `into ${subnet.label}` : `out of ${subnet.label}`;
  const decidedBy = {
    resource: acl.id,
    rule: rule,
    text: entry ? aclEntryText(entry, side) : 'deny everything else',
  };
  if (decision.passes === 'all') {
    pass(walk, {
      resource: acl.id,
      kind: 'network-acl',
      decidedBy,
      message: `${acl.label} lets ${traffic} ${where}: rule ${rule}.`,
      source: SOURCES.aclRules,
    });
    return true;
  }
  const deniedBy = denying ? `${denying.number}` : '*';
  const remedy = aclRemedy(walk, acl, side, peer, denying?.number ?? null);
  const source =
    walk.direction === 'return' && header.destinationPorts ? SOURCES.aclEphemeral : SOURCES.aclRules;
  const deniedText =
    deniedBy === '*' ? 'no rule allows it, so the final * denies' : `rule ${deniedBy} denies it first`;
  if (decision.passes === 'none') {
    refuse(
      walk,
      {
        resource: acl.id,
        kind: 'network-acl',
        decidedBy,
        message: `${acl.label} does not let ${traffic} ${where}: ${deniedText}.`,
        source,
      },
      { code: 'SUBNET_ACL_RESTRICTION', resource: acl.id, rule: deniedBy, place: where, remedy },
    );
    return true;
  }
  // Only a part of the client's ports gets through: the walk goes on with that part.
  const passing = decision.passing ?? [];
  const passingText = listText(passing.map(rangeText));
  const message = `${acl.label} lets only ports ${passingText} of ${traffic} ${where}: for the others ${deniedText}.`;
  pass(walk, { resource: acl.id, kind: 'network-acl', decidedBy, message, source });
  walk.blockers.push({
    code: 'SUBNET_ACL_RESTRICTION',
    resource: acl.id,
    rule: deniedBy,
    direction: walk.direction,
    message,
    source,
    partial: true,
    place: where,
    remedy,
  });
  translate(walk, { ...header, destinationPorts: passing });
  return true;
}

function aclRemedy(walk: Walk, acl: Acl, side: Side, peer: Ipv4, denying: number | null): Remedy {
  const { header, scope } = walk;
  const isReply = walk.direction === 'return';
  const everybody = peer === scope.outside && scope.outsideScope !== 'one';
  // A client takes any port of its range: replies need them all.
  const ports = !header.destinationPorts
    ? null
    : isReply && !isOnePort(header.destinationPorts)
      ? EPHEMERAL
      : rulePorts(walk);
  const asksForMany = scope.anyPort || (peer === scope.outside && scope.outsideScope === 'any');
  return {
    type: 'allow-in-acl',
    aclId: acl.id,
    side,
    protocol: header.protocol,
    ports,
    icmp: header.protocol === ICMP ? [header.icmpType, header.icmpCode] : null,
    cidr: everybody ? ANYWHERE : `${makeIpv4(peer)}/32`,
    before: asksForMany ? firstDeny(acl, side, header.protocol) : denying,
  };
}

/** Where every port or address is asked for, the new entry has to stand before all that deny some. */
function firstDeny(acl: Acl, side: Side, protocol: number): number | null {
  const entry = acl[side].find(({ allows, protocol: own }) => !allows && (own === ANY || own === protocol));
  return entry?.number ?? null;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
const EPHEMERAL: Range = [1024, 65535];

const isOnePort = (ports: readonly Range[]): boolean => ports.length === 1 && ports[0]?.[0] === ports[0]?.[1];
