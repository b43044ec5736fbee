/** What the walks of one network share: the store of sets, and what filters and tables let through. */
import type { Network } from '../network';
import { goOn, type Branch, type Doubt, type Step } from './branch';
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
}

export function createGround(network: Network, family: Family, store: Diagrams): Ground {
  return {
    network,
    family,
    store,
    headers: new HeaderSets(store, family),
    filters: new FilterSets(store, family),
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
  return [
    { ...branch, alive: inside },
    { ...branch, alive: ground.store.subtract(branch.alive, inside) },
  ];
}

/** The document or the model does not say how this goes on. */
export const unknown = (branch: Branch, doubt: Doubt): readonly Step[] =>
  goOn(branch, { type: 'unknown', doubt });
