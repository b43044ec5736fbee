/** What the filters and tables of a network let through, as sets; every one is made once. */
import { isIpv6, parseCidr, type Address, type Cidr } from '../../model/ip/address';
import type { Acl, Interface, Route, Table, Vpc } from '../network';
import { GLOBAL_UNICAST, NOT_PUBLIC } from '../packet';
import type { GroupRulePart } from '../parts';
import { isGatewayEndpoint, leadsTo } from '../routing';
import type { Touched } from '../walk';
import type { Branch } from './branch';
import { ADDRESS, EMPTY, FULL, type Diagram, type Diagrams, type Value } from './diagram';
import { ownRules, rulesOf, type OwnRules, type PeerSets, type RuleMemory } from './rule-memory';
import { familyOfValue, type Family, type Side } from './ruleset';

interface Block {
  readonly first: Value;
  readonly last: Value;
}

/** Ranges for examples, in nobody's list: https://www.rfc-editor.org/rfc/rfc5737 */
const EVERYTHING4: Cidr = { first: 0, last: 0xffffffff, prefix: 0 };
const EVERYTHING6: Cidr = { first: 0n, last: (1n << 128n) - 1n, prefix: 0 };

const DOCUMENTATION: readonly Block[] = [
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '2001:db8::/32',
].flatMap((text) => parseCidr(text) ?? []);

export interface GroupSet {
  readonly allowed: Diagram;
  /** What a rule with an unknown peer, or a group that is not in the document, may allow besides. */
  readonly unknown: Diagram;
  /** Why it is not known. */
  readonly missing: string | null;
}

/** Addresses that a table sends the same way. */
export interface RouteCell {
  readonly addresses: Diagram;
  /** `null`: no route. `unknown`: a prefix list without entries may hold the address and win. */
  readonly route: Route | null;
  readonly unknown: boolean;
}

export class FilterSets {
  private readonly groups = new Map<string, GroupSet>();
  private readonly kept: Readonly<Record<Side, Map<Interface, GroupSet>>> = {
    inbound: new Map(),
    outbound: new Map(),
  };
  private readonly tables = new Map<Table, readonly RouteCell[]>();
  private readonly peers = new Map<Vpc, PeerSets>();
  private readonly rules: RuleMemory;
  private noted: Touched | null = null;
  /** Addresses that are nobody's on the internet. */
  readonly notPublic: Diagram;
  /** Addresses that a list of a gateway endpoint may hold. */
  private readonly mayBeService: Diagram;

  constructor(
    private readonly store: Diagrams,
    private readonly family: Family,
  ) {
    this.rules = rulesOf(store);
    this.notPublic = family === 4 ? this.blocks(NOT_PUBLIC) : store.complement(this.blocks([GLOBAL_UNICAST]));
    this.mayBeService = store.complement(store.union(this.notPublic, this.blocks(DOCUMENTATION)));
  }

  /** The addresses of some blocks. */
  blocks(blocks: readonly Block[]): Diagram {
    return this.store.unionOf(
      blocks
        .filter(({ first }) => familyOfValue(first) === this.family)
        .map(({ first, last }) => this.store.interval(ADDRESS, first, last)),
    );
  }

  /** These addresses, as far as they are of the family. */
  addresses(addresses: Iterable<Address>): Diagram {
    return this.store.anyOf(
      ADDRESS,
      [...addresses].filter((address) => isIpv6(address) === (this.family === 6)),
    );
  }

  /** Runs a job and notes every group, ACL and table it asks for. */
  noting<T>(touched: Touched, job: () => T): T {
    const before = this.noted;
    this.noted = touched;
    try {
      return job();
    } finally {
      this.noted = before;
    }
  }

  acl(acl: Acl, side: Side): Diagram {
    this.noted?.acls.add(acl);
    return this.rules.acl(acl, side, this.family);
  }

  /**
   * All groups of an interface together.
   * @param identity inbound rules that name a group match only while the packet shows which interface sent it
   */
  groupsOf(on: Interface, side: Side, identity: Branch['identity']): GroupSet {
    if (this.noted) for (const group of on.groups) this.noted.groups.add(group);
    if (side === 'outbound' || identity === 'kept') {
      const known = this.kept[side].get(on);
      if (known) return known;
      const set = this.shared(on, `${side} references`, () => this.withReferences(on, side));
      this.kept[side].set(on, set);
      return set;
    }
    const standIns = typeof identity === 'string' ? [] : identity.groupIds;
    return this.shared(on, `${side} addresses ${standIns.join(' ')}`, () => this.behind(on, side, standIns));
  }

  /** Interfaces of the same groups in the same VPC share a set. */
  private shared(on: Interface, what: string, make: () => OwnRules): GroupSet {
    const key = `${what} on ${on.subnet.vpc.id} ${on.groupIds.join(' ')}`;
    const known = this.groups.get(key);
    if (known) return known;
    const { allowed, unsure } = make();
    const unknown = this.store.subtract(unsure, allowed);
    const missing = on.missingGroupIds[0] ?? null;
    const set: GroupSet =
      missing === null
        ? { allowed, unknown, missing: unknown === EMPTY ? null : 'a prefix list' }
        : { allowed, unknown: this.store.complement(allowed), missing };
    this.groups.set(key, set);
    return set;
  }

  private withReferences({ groups, subnet }: Interface, side: Side): OwnRules {
    const peers = this.peersOf(subnet.vpc);
    const own = groups.map((group) => this.rules.group(group, side, this.family, peers));
    return {
      allowed: this.store.unionOf(own.map(({ allowed }) => allowed)),
      unsure: this.store.unionOf(own.map(({ unsure }) => unsure)),
    };
  }

  /** Where the packet does not show its sender: rules that name a group match only what stands in for one. */
  private behind({ groups, subnet }: Interface, side: Side, standIns: readonly string[]): OwnRules {
    const rules = groups
      .flatMap((group) => group[side])
      .flatMap((rule): GroupRulePart[] => {
        if (rule.peer.type !== 'group') return [rule];
        if (!standIns.includes(rule.peer.id)) return [];
        return [{ ...rule, peer: { type: 'block', block: this.family === 4 ? EVERYTHING4 : EVERYTHING6 } }];
      });
    return ownRules(this.store, rules, this.peersOf(subnet.vpc));
  }

  private peersOf(vpc: Vpc): PeerSets {
    const known = this.peers.get(vpc);
    if (known) return known;
    const members = new Map<string, Value[]>();
    const delegated = new Map<string, Block[]>();
    // References work in the VPC and across peering inside a region.
    for (const near of [vpc, ...vpc.peers.flatMap((peer) => (peer.sameRegion ? [peer.vpc] : []))]) {
      for (const [address, owner] of near.owners)
        if (owner.type === 'interface' && familyOfValue(address) === this.family)
          for (const id of owner.groupIds) listOf(members, id).push(address);
      for (const { block, owner } of near.delegated)
        for (const id of owner.groupIds) listOf(delegated, id).push(block);
    }
    const sets = new Map<string, Diagram>();
    const made: PeerSets = {
      membersOf: (id) => {
        const before = sets.get(id);
        if (before) return before;
        const own = this.store.anyOf(ADDRESS, members.get(id) ?? []);
        const set = this.store.union(own, this.blocks(delegated.get(id) ?? []));
        sets.set(id, set);
        return set;
      },
      blocksOf: ({ peer }) => {
        if (peer.type === 'block') return this.blocks([peer.block]);
        return peer.type === 'prefix-list' && peer.blocks ? this.blocks(peer.blocks) : null;
      },
    };
    this.peers.set(vpc, made);
    return made;
  }

  /**
   * Which route takes which addresses: the longest prefix, the best kind. The cells do not overlap.
   * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
   */
  cellsOf(table: Table): readonly RouteCell[] {
    this.noted?.tables.add(table);
    const known = this.tables.get(table);
    if (known) return known;
    const cells: RouteCell[] = [];
    let left: Diagram = FULL;
    const add = (addresses: Diagram, route: Route | null): void => {
      const unknown = this.store.intersect(addresses, this.opaque(table, route));
      const certain = this.store.subtract(addresses, unknown);
      if (certain !== EMPTY) cells.push({ addresses: certain, route, unknown: false });
      if (unknown !== EMPTY) cells.push({ addresses: unknown, route, unknown: true });
    };
    for (const route of table.routes) {
      if (route.block === null) continue;
      const block = this.blocks([route.block]);
      add(this.store.intersect(left, block), route);
      left = this.store.subtract(left, block);
    }
    add(left, null);
    this.tables.set(table, cells);
    return cells;
  }

  /** Where a prefix list whose entries are not known may win over a route. */
  private opaque(table: Table, route: Route | null): Diagram {
    const single = this.family === 4 ? 32 : 128;
    if (route?.block?.prefix === single && !route.propagated) return EMPTY;
    return this.store.unionOf(
      table.opaqueRoutes
        .filter((list) => !route || leadsTo(list.target) !== leadsTo(route.target))
        .map((list) => (isGatewayEndpoint(list.target) ? this.mayBeService : FULL)),
    );
  }
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known) return known;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}
