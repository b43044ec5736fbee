/** The two filters: security groups (any rule allows) and network ACLs (the lowest number that matches decides). */
import { cidrHas, type Address } from '../model/ip/address';
import type { Acl, Group, Interface, Nat, Vpc } from './network';
import { isInVpc, ownerOf } from './owners';
import { isIcmp, joinRanges, splitRanges, type Header, type Range } from './packet';
import { ANY, type AclEntryPart, type GroupRulePart } from './parts';

export type Side = 'inbound' | 'outbound';

/** Does the packet still show which interface sent it? Routers and translations take that away. */
export type Identity = 'kept' | 'middlebox' | 'translated' | 'other-region';

export type GroupDecision =
  | { readonly type: 'allowed'; readonly group: Group; readonly rule: GroupRulePart }
  | {
      readonly type: 'refused';
      readonly hasRules: boolean;
      /** The rule that would have matched by group, had the sender still been known. */
      readonly lostReference: { readonly group: Group; readonly rule: GroupRulePart } | null;
    }
  /** A rule that may match, by a prefix list or a group that is not in the document. */
  | { readonly type: 'unknown'; readonly id: string; readonly why: 'prefix-list' | 'group' };

/**
 * All rules of all groups of the interface form one set; one that matches is enough.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function decideGroups(
  on: Interface,
  side: Side,
  header: Header,
  identity: Identity,
  origin: Interface | null,
): GroupDecision {
  const peer = side === 'inbound' ? header.source : header.destination;
  let hasRules = false;
  let lostReference: { readonly group: Group; readonly rule: GroupRulePart } | null = null;
  let prefixList: string | null = null;
  for (const group of on.groups) {
    const rules = group[side];
    hasRules ||= rules.length > 0;
    for (const rule of rules) {
      if (!matchesTraffic(rule, header)) continue;
      switch (rule.peer.type) {
        case 'block':
          if (cidrHas(rule.peer.block, peer)) return { type: 'allowed', group, rule };
          break;
        case 'group':
          // A reference means the private addresses of the interfaces that carry the group.
          if (
            side === 'outbound'
              ? carries(on.subnet.vpc, peer, rule.peer.id)
              : identity === 'kept' && origin?.groupIds.includes(rule.peer.id)
          )
            return { type: 'allowed', group, rule };
          if (side === 'inbound' && identity !== 'kept' && origin?.groupIds.includes(rule.peer.id))
            lostReference ??= { group, rule };
          break;
        case 'prefix-list':
          if (rule.peer.blocks?.some((block) => cidrHas(block, peer)))
            return { type: 'allowed', group, rule };
          if (rule.peer.blocks === null) prefixList ??= rule.peer.id;
          break;
      }
    }
  }
  const missing = on.missingGroupIds[0];
  if (missing !== undefined) return { type: 'unknown', id: missing, why: 'group' };
  if (prefixList !== null) return { type: 'unknown', id: prefixList, why: 'prefix-list' };
  return { type: 'refused', hasRules, lostReference };
}

/** Whose private address it is, as a group sees it: in the VPC itself, or in one that is peered with it. */
export const memberAt = (vpc: Vpc, address: Address): Interface | Nat | undefined =>
  ownerOf(vpc, address) ?? peerOwnerOf(vpc, address);

function carries(vpc: Vpc, address: Address, groupId: string): boolean {
  const owner = memberAt(vpc, address);
  return owner?.type === 'interface' && owner.groupIds.includes(groupId);
}

/** References reach over an active peering connection inside a region: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html */
function peerOwnerOf(vpc: Vpc, address: Address): Interface | Nat | undefined {
  for (const peer of vpc.peers)
    if (peer.sameRegion && isInVpc(peer.vpc, address)) return ownerOf(peer.vpc, address);
  return undefined;
}

/** Rules look at the destination port only; a range of ports must fit as a whole. */
function matchesTraffic(rule: GroupRulePart, header: Header): boolean {
  if (rule.protocol === ANY) return true;
  if (rule.protocol !== header.protocol) return false;
  if (isIcmp(header.protocol)) return matchesIcmp(rule, header);
  if (!header.destinationPorts) return true;
  return header.destinationPorts.every(([from, to]) => from >= rule.from && to <= rule.to);
}

const matchesIcmp = (rule: { readonly from: number; readonly to: number }, header: Header): boolean =>
  (rule.from === ANY || rule.from === header.icmpType) && (rule.to === ANY || rule.to === header.icmpCode);

export interface AclDecision {
  /** The ports that pass, of those that came; `null` for a protocol without ports that passes. Empty: none. */
  readonly passing: readonly Range[] | null;
  readonly passes: 'all' | 'some' | 'none';
  /** The entry that lets the most pass, or denies where nothing does; `null` is the final `*`. */
  readonly entry: AclEntryPart | null;
  /** The first that denies a part; `null` where that is the final `*`. */
  readonly denying: AclEntryPart | null;
}

/**
 * Entries in ascending order; the first that matches decides; what no entry matches, the final `*` denies.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export function decideAcl(acl: Acl, side: Side, header: Header): AclDecision {
  const peer = side === 'inbound' ? header.source : header.destination;
  const entries = acl[side];
  if (!header.destinationPorts) {
    for (const entry of entries)
      if (matchesProtocol(entry, header) && cidrHas(entry.block, peer)) return wholeDecision(entry);
    return { passing: [], passes: 'none', entry: null, denying: null };
  }
  let remaining = header.destinationPorts;
  const passing: Range[] = [];
  let allowing: AclEntryPart | null = null;
  let denying: AclEntryPart | null = null;
  for (const entry of entries) {
    if (!matchesProtocol(entry, header) || !cidrHas(entry.block, peer)) continue;
    const all = entry.protocol === ANY;
    const { inside, outside } = all
      ? { inside: remaining, outside: [] }
      : splitRanges(remaining, entry.from, entry.to);
    if (inside.length === 0) continue;
    if (entry.allows) {
      passing.push(...inside);
      allowing ??= entry;
    } else denying ??= entry;
    remaining = outside;
    if (remaining.length === 0) break;
  }
  if (passing.length === 0) return { passing, passes: 'none', entry: denying, denying };
  const passes = remaining.length === 0 && denying === null ? 'all' : 'some';
  return {
    passing: passes === 'all' ? header.destinationPorts : joinRanges(passing),
    passes,
    entry: allowing,
    denying,
  };
}

const wholeDecision = (entry: AclEntryPart): AclDecision =>
  entry.allows
    ? { passing: null, passes: 'all', entry, denying: null }
    : { passing: [], passes: 'none', entry, denying: entry };

function matchesProtocol(entry: AclEntryPart, header: Header): boolean {
  if (entry.protocol === ANY) return true;
  if (entry.protocol !== header.protocol) return false;
  return !isIcmp(header.protocol) || matchesIcmp(entry, header);
}
