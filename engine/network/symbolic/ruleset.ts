/**
 * What the rules of a security group and the entries of a network ACL let through, as sets over the peer's address,
 * the protocol and the destination port (ICMP type, code); and what every single rule adds to that.
 */
import { ANY, type AclEntryPart, type GroupRulePart } from '../parts';
import type { Diagrams } from './diagram';
import { ADDRESS, EMPTY, FULL, PORT, PROTOCOL, SOURCE_PORT, type Diagram, type Value } from './diagram';

export type Family = 4 | 6;
export type Side = 'inbound' | 'outbound';

export const familyOfValue = (value: Value): Family => (typeof value === 'bigint' ? 6 : 4);

const ICMP = 1;
const TCP = 6;
const UDP = 17;
const ICMPV6 = 58;

interface Block {
  readonly first: Value;
  readonly last: Value;
}

/** What the names in a rule stand for. */
export interface Peers {
  /** The private addresses that carry the group; `null` where the group is not known. */
  membersOf(groupId: string): readonly Value[] | null;
  /** Blocks that are delegated to interfaces that carry the group. */
  delegatedTo?(groupId: string): readonly Block[];
  /** The blocks of a prefix list; `null` where its entries are not known. */
  blocksOf(prefixListId: string): readonly Block[] | null;
}

interface Traffic {
  readonly protocol: number;
  readonly from: number;
  readonly to: number;
}

/** Protocol and ports of a rule or entry, without its peer. */
export function trafficOf(store: Diagrams, { protocol, from, to }: Traffic): Diagram {
  if (protocol === ANY) return FULL;
  return store.interval(PROTOCOL, protocol, protocol, portsOf(store, protocol, from, to));
}

function portsOf(store: Diagrams, protocol: number, from: number, to: number): Diagram {
  switch (protocol) {
    case TCP:
    case UDP:
      return store.interval(PORT, Math.max(0, from), to);
    case ICMP:
    case ICMPV6: {
      const code = to === ANY ? FULL : store.interval(SOURCE_PORT, to, to);
      return from === ANY ? code : store.interval(PORT, from, from, code);
    }
    default:
      return FULL;
  }
}

const blockSet = (store: Diagrams, { first, last }: Block, family: Family, child: Diagram): Diagram =>
  familyOfValue(first) === family ? store.interval(ADDRESS, first, last, child) : EMPTY;

export interface RuleContribution<R> {
  readonly rule: R;
  /** What the rule says. */
  readonly says: Diagram;
  /** What it decides: nothing here means that the rule could be taken away. */
  readonly adds: Diagram;
}

export interface GroupRules<R extends GroupRulePart = GroupRulePart> {
  readonly allowed: Diagram;
  /** Rules whose peer is not known may allow this besides. */
  readonly unknown: Diagram;
  /** In the order of the rules; `adds` is what no other rule allows. Rules of an unknown peer say nothing here. */
  readonly rules: readonly RuleContribution<R>[];
}

/**
 * One direction of one or more groups: all rules form one set, and one that matches is enough.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function groupRules<R extends GroupRulePart>(
  store: Diagrams,
  rules: readonly R[],
  peers: Peers,
  family: Family,
): GroupRules<R> {
  const unknown: Diagram[] = [];
  const says = rules.map((rule) => {
    const set = ruleSet(store, rule, peers, family);
    if (set === null) unknown.push(trafficOf(store, rule));
    return set ?? EMPTY;
  });
  // What stands before a rule and what stands after it: together all others.
  const following: Diagram[] = new Array<Diagram>(rules.length + 1).fill(EMPTY);
  for (let i = rules.length - 1; i >= 0; i -= 1)
    following[i] = store.union(says[i] ?? EMPTY, following[i + 1] ?? EMPTY);
  let preceding: Diagram = EMPTY;
  const contributions = rules.map((rule, index) => {
    const own = says[index] ?? EMPTY;
    const others = store.union(preceding, following[index + 1] ?? EMPTY);
    preceding = store.union(preceding, own);
    return { rule, says: own, adds: store.subtract(own, others) };
  });
  return {
    allowed: preceding,
    unknown: store.subtract(store.unionOf(unknown), preceding),
    rules: contributions,
  };
}

/** @returns `null` where it is not known which addresses the rule means. */
function ruleSet(store: Diagrams, rule: GroupRulePart, peers: Peers, family: Family): Diagram | null {
  const traffic = trafficOf(store, rule);
  const { peer } = rule;
  switch (peer.type) {
    case 'block':
      return blockSet(store, peer.block, family, traffic);
    case 'group': {
      const members = peers.membersOf(peer.id);
      if (members === null) return null;
      const ofFamily = members.filter((address) => familyOfValue(address) === family);
      const delegated = (peers.delegatedTo?.(peer.id) ?? []).map((block) =>
        blockSet(store, block, family, traffic),
      );
      return store.unionOf([store.anyOf(ADDRESS, ofFamily, traffic), ...delegated]);
    }
    case 'prefix-list': {
      const blocks = peer.blocks ?? peers.blocksOf(peer.id);
      return blocks && store.unionOf(blocks.map((block) => blockSet(store, block, family, traffic)));
    }
  }
}

export interface AclRules {
  readonly allowed: Diagram;
  /** In ascending order; `adds` is what no earlier entry has decided. */
  readonly entries: readonly RuleContribution<AclEntryPart>[];
  /** What the final `*` denies. */
  readonly rest: Diagram;
}

/**
 * One direction of an ACL: the first entry that matches decides; what no entry matches, the final `*` denies.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 * @param entries ascending by number
 */
export function aclRules(store: Diagrams, entries: readonly AclEntryPart[], family: Family): AclRules {
  let rest: Diagram = FULL;
  const allowed: Diagram[] = [];
  const contributions = entries.map((entry) => {
    const says = blockSet(store, entry.block, family, trafficOf(store, entry));
    const adds = store.intersect(says, rest);
    rest = store.subtract(rest, says);
    if (entry.allows) allowed.push(adds);
    return { rule: entry, says, adds };
  });
  return { allowed: store.unionOf(allowed), entries: contributions, rest };
}
