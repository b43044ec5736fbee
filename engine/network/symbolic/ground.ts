/** What the walks of one network share: the store of sets, and what filters and tables let through. */
import type { Network } from '../network';
import { goOn, withAlive, type Branch, type Doubt, type Step } from './branch';
import type { Diagram, Diagrams } from './diagram';
import { FilterSets } from './filter-sets';
import { HeaderSets } from './header-sets';
import type { Family } from './ruleset';

/** Everything that is worked out once for a network and one family of addresses. */
export interface Ground {
  readonly network: Network;
  readonly family: Family;
  readonly store: Diagrams;
  readonly headers: HeaderSets;
  readonly filters: FilterSets;
  /**
   * Every public address that is in no VPC. Addresses of the document itself are among them: a set says what the
   * internet may do, and what is named by an address of its own is asked about by that address.
   */
  readonly outside: Diagram;
  /** Sets of client ports by their range. */
  readonly clientPorts: Map<string, Diagram>;
}

export function createGround(network: Network, family: Family, store: Diagrams): Ground {
  const filters = new FilterSets(store, family);
  const blocks = [...network.vpcs.values()].flatMap((vpc) => vpc.blocks);
  return {
    network,
    family,
    store,
    headers: new HeaderSets(store, family),
    filters,
    outside: store.complement(store.union(filters.notPublic, filters.blocks(blocks))),
    clientPorts: new Map(),
  };
}

/** Splits a branch by an address of its header: those in `set`, and the others. */
export function split(
  ground: Ground,
  branch: Branch,
  where: Branch['source'],
  set: Diagram,
): readonly [inside: Branch, outside: Branch] {
  const inside = ground.headers.addressed(branch.alive, where, set);
  return [withAlive(branch, inside), withAlive(branch, ground.store.subtract(branch.alive, inside))];
}

/** The document or the model does not say how this goes on. */
export const unknown = (branch: Branch, doubt: Doubt): readonly Step[] =>
  goOn(branch, { type: 'unknown', doubt });
