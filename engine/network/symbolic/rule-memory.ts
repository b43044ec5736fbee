/**
 * What groups and ACLs let through, kept from network to network. Those that an edit leaves alone stay the same
 * objects, so what was worked out for them stays true as long as the groups they name have the same members.
 */
import type { Acl, Group } from '../network';
import type { GroupRulePart } from '../parts';
import { EMPTY, type Diagram, type Diagrams } from './diagram';
import { aclRules, trafficOf, type Family, type Side } from './ruleset';

/** One group, one direction. */
export interface OwnRules {
  readonly allowed: Diagram;
  /** What rules of an unknown peer may allow besides. */
  readonly unsure: Diagram;
}

/** Which addresses a rule of a group means. */
export interface PeerSets {
  /** Addresses that carry a group. */
  membersOf(groupId: string): Diagram;
  blocksOf(rule: GroupRulePart): Diagram | null;
}

interface Remembered extends OwnRules {
  /** Members of the groups that its rules name, in the order of the rules. */
  readonly members: readonly Diagram[];
}

type Key = `${Family} ${Side}`;

export class RuleMemory {
  readonly #store: Diagrams;
  readonly #acls = new WeakMap<Acl, Map<Key, Diagram>>();
  readonly #groups = new WeakMap<Group, Map<Key, Remembered>>();

  constructor(store: Diagrams) {
    this.#store = store;
  }

  acl(acl: Acl, side: Side, family: Family): Diagram {
    const sets = ofPart(this.#acls, acl);
    const key: Key = `${family} ${side}`;
    const known = sets.get(key);
    if (known) return known;
    const { allowed } = aclRules(this.#store, acl[side], family);
    sets.set(key, allowed);
    return allowed;
  }

  /** All rules of the group, those that name groups included. */
  group(group: Group, side: Side, family: Family, peers: PeerSets): OwnRules {
    const sets = ofPart(this.#groups, group);
    const key: Key = `${family} ${side}`;
    const known = sets.get(key);
    const rules = group[side];
    const members: Diagram[] = [];
    for (const { peer } of rules) if (peer.type === 'group') members.push(peers.membersOf(peer.id));
    if (known && isSame(known.members, members)) return known;
    const made = { ...ownRules(this.#store, rules, peers), members };
    sets.set(key, made);
    return made;
  }
}

/** What some rules allow together; unlike a review it does not ask what each of them adds. */
export function ownRules(store: Diagrams, rules: readonly GroupRulePart[], peers: PeerSets): OwnRules {
  const allowed: Diagram[] = [];
  const unsure: Diagram[] = [];
  for (const rule of rules) {
    const traffic = trafficOf(store, rule);
    const addresses = rule.peer.type === 'group' ? peers.membersOf(rule.peer.id) : peers.blocksOf(rule);
    if (addresses === null) unsure.push(traffic);
    else if (addresses !== EMPTY) allowed.push(store.intersect(addresses, traffic));
  }
  return { allowed: store.unionOf(allowed), unsure: store.unionOf(unsure) };
}

const isSame = (a: readonly Diagram[], b: readonly Diagram[]): boolean =>
  a.length === b.length && a.every((set, index) => set === b[index]);

function ofPart<P extends object, T>(memory: WeakMap<P, Map<Key, T>>, part: P): Map<Key, T> {
  const known = memory.get(part);
  if (known) return known;
  const made = new Map<Key, T>();
  memory.set(part, made);
  return made;
}

const memories = new WeakMap<Diagrams, RuleMemory>();

/** The memory of a store: sets of one store mean nothing in another. */
export function rulesOf(store: Diagrams): RuleMemory {
  const known = memories.get(store);
  if (known) return known;
  const made = new RuleMemory(store);
  memories.set(store, made);
  return made;
}
