/** The sets of packets of a network, made once and shared by every question about it. */
import type { Network } from '../network/network';
import { Diagrams } from '../network/symbolic/diagram';
import { createGround, type Ground } from '../network/symbolic/ground';

export type Family = 4 | 6;
export const FAMILIES: readonly Family[] = [4, 6];

/** Diagrams that a store may hold before a fresh one is begun: some tens of megabytes. */
const MOST_DIAGRAMS = 250_000;

// One store for network after network: an edit leaves most sets as they were, and what was worked out is remembered.
let shared = new Diagrams();

function storeForNext(): Diagrams {
  if (shared.size > MOST_DIAGRAMS) shared = new Diagrams();
  return shared;
}

// A network never changes, so what was worked out for it stays true.
const known = new WeakMap<Network, Map<Family, Ground>>();

/** The sets of a network and one family, shared by every question about it. */
export function groundOf(network: Network, family: Family): Ground {
  const grounds = known.get(network) ?? new Map<Family, Ground>();
  known.set(network, grounds);
  const before = grounds.get(family);
  if (before) return before;
  // Both families of a network share a store, so that sets without addresses are the same in both.
  const [other] = grounds.values();
  const ground = createGround(network, family, other?.store ?? storeForNext());
  grounds.set(family, ground);
  return ground;
}
