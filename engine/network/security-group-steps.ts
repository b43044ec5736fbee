/** A packet at the security groups of an interface: the decision and its words. */
import { makeCidr, makeAddress } from '../model/ip/address';
import { askedText, preposition } from './asked-traffic';
import { decideGroups, type Side } from './filters';
import type { Interface } from './network';
import type { GroupRulePart } from './parts';
import { groupRemedies } from './security-group-remedy';
import { SOURCES } from './sources';
import { doubt, note, pass, peerText, refuse, type Walk } from './walk';
import { groupRuleText, listText } from './words';

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
        message: `${group.label} allows ${traffic} ${preposition[side]} ${peerWords}.`,
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
          `${lostReference.group.label} allows members of ${rulePeerText(walk, lostReference.rule)}, but the packet arrives from ${makeAddress(header.source)}: behind an address translation nobody sees which group it came from.`,
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
  const flow = `${traffic} ${preposition[side]} ${peer}`;
  const verb = `${side} rule for ${flow}`;
  if (names.length > 1) return `None of ${listText(names)} has an ${verb}.`;
  return hasRules
    ? `${names[0] ?? ''} has no ${verb}.`
    : `${names[0] ?? ''} has no ${side} rules at all, so it refuses ${flow}.`;
}

const rulePeerText = (walk: Walk, rule: GroupRulePart): string => {
  switch (rule.peer.type) {
    case 'block':
      return makeCidr(rule.peer.block);
    case 'group':
      return walk.network.groups.get(rule.peer.id)?.label ?? rule.peer.id;
    case 'prefix-list':
      return rule.peer.id;
  }
};
