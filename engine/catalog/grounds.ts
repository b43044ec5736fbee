/** The sets of packets of a network, made once and shared by every question about it. */
import type { Network } from '../network/network';
import { Diagrams } from '../network/symbolic/diagram';
import { createGround, type Ground } from '../network/symbolic/ground';

export type Family = 4 | 6;
export const FAMILIES: readonly Family[] = [4, 6];

interface Grounds {
  readonly store: Diagrams;
  readonly byFamily: Map<Family, Ground>;
}

// A network never changes, so what was worked out for it stays true.
const known = new WeakMap<Network, Grounds>();

/** The sets of a network and one family, shared by every question about it. */
export function groundOf(network: Network, family: Family): Ground {
  const grounds = known.get(network) ?? { store: new Diagrams(), byFamily: new Map<Family, Ground>() };
  known.set(network, grounds);
  const before = grounds.byFamily.get(family);
  if (before) return before;
  const ground = createGround(network, family, grounds.store);
  grounds.byFamily.set(family, ground);
  return ground;
}
