/** The rules of a security group beside each other: which are needed, which are allowed by others already. */
import type { GroupRulePart } from '../parts';
import { EMPTY, type Diagram, type Diagrams } from '../symbolic/diagram';
import { groupRules, trafficOf, type Family, type Peers } from '../symbolic/ruleset';
import { fewestThatCover } from './cover';

export type GroupMark =
  /** Something passes by this rule alone. */
  | { readonly type: 'needed' }
  /** Other rules allow all of it. `by`: their places in the list. `same`: the one other rule says just the same. */
  | { readonly type: 'shadowed'; readonly by: readonly number[]; readonly same: boolean }
  /** It means no address at all: a group that nobody carries, a list without entries. */
  | { readonly type: 'means-nobody' }
  /** Nobody knows which addresses it means. */
  | { readonly type: 'unknown' };

/** What the rules say about one family of packets, on a way that keeps their sender known or loses it. */
interface World {
  readonly says: readonly Diagram[];
  /** What each rule may say at most: more than it says where its peer is not known. */
  readonly most: readonly Diagram[];
  readonly adds: readonly Diagram[];
}

/**
 * One direction of one group. Exact for both families. A rule that names a group stands for its members' addresses,
 * but inbound only as long as the packet comes straight from them: behind a router nobody sees the group any more, so
 * such a rule never makes one for the same addresses needless.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 * @returns one mark for each rule, in their order
 */
export function reviewGroupRules(
  store: Diagrams,
  rules: readonly GroupRulePart[],
  side: 'inbound' | 'outbound',
  peers: Peers,
): readonly GroupMark[] {
  const routed: Peers = { ...peers, membersOf: (id) => (peers.membersOf(id) === null ? null : []) };
  const worlds = (side === 'inbound' ? [peers, routed] : [peers]).flatMap((known) =>
    ([4, 6] as const).map((family) => worldOf(store, rules, known, family)),
  );
  return rules.map((rule, index) => markOf(store, rules, worlds, index, isKnown(rule, peers)));
}

function worldOf(store: Diagrams, rules: readonly GroupRulePart[], peers: Peers, family: Family): World {
  const reviewed = groupRules(store, rules, peers, family).rules;
  return {
    says: reviewed.map(({ says }) => says),
    most: reviewed.map(({ rule, says }) => (isKnown(rule, peers) ? says : trafficOf(store, rule))),
    adds: reviewed.map(({ adds }) => adds),
  };
}

function isKnown({ peer }: GroupRulePart, peers: Peers): boolean {
  switch (peer.type) {
    case 'block':
      return true;
    case 'group':
      return peers.membersOf(peer.id) !== null;
    case 'prefix-list':
      return peers.blocksOf(peer.id) !== null;
  }
}

function markOf(
  store: Diagrams,
  rules: readonly GroupRulePart[],
  worlds: readonly World[],
  index: number,
  known: boolean,
): GroupMark {
  const own = worlds.map(({ most }) => most[index] ?? EMPTY);
  if (own.every((set) => set === EMPTY)) return { type: 'means-nobody' };
  if (known && worlds.some(({ adds }) => adds[index] !== EMPTY)) return { type: 'needed' };
  const others = rules.map((_, other) =>
    worlds.map(({ says }) => (other === index ? EMPTY : (says[other] ?? EMPTY))),
  );
  const by = fewestThatCover(store, own, others);
  if (by === null) return { type: 'unknown' };
  const [only] = by;
  const same =
    known && by.length === 1 && only !== undefined && worlds.every(({ says }) => says[only] === says[index]);
  return { type: 'shadowed', by, same };
}
