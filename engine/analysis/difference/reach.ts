/** Who reaches whom in one network, as sets that can be compared with those of another one. */
import { isIpv6 } from '../../model/ip/address';
import type { ResourceId } from '../../model/resource';
import type { Endpoint } from '../../network/endpoints';
import type { Interface, Network } from '../../network/network';
import { allPairs } from '../../network/symbolic/all-pairs';
import { EMPTY, type Diagram, type Diagrams } from '../../network/symbolic/diagram';
import { flowsBetween } from '../../network/symbolic/flows';
import { createGround, type Ground } from '../../network/symbolic/ground';

export type Family = 4 | 6;

/** Of one family of addresses. */
export interface Reach {
  readonly ground: Ground;
  /** By interface: the number of its class; interfaces of a class fare alike. */
  readonly classes: ReadonlyMap<ResourceId, number>;
  readonly between: (from: number, to: number) => Diagram;
  readonly fromInternet: (to: number) => Diagram;
  readonly toInternet: (from: number) => Diagram;
}

const INTERNET: Endpoint = { type: 'internet', address: null, scope: 'any' };

/** @param store shared by the networks that are to be compared: equal sets are then the same object */
export function reachOf(network: Network, family: Family, store: Diagrams): Reach {
  const ground = createGround(network, family, store);
  const { groups, setOf } = allPairs(ground);
  const classes = new Map<ResourceId, number>();
  for (const { id, interfaces } of groups) for (const one of interfaces) classes.set(one.id, id);
  const once = (ask: (end: Endpoint) => Diagram) => {
    const known = new Map<number, Diagram>();
    return (id: number): Diagram => {
      const found = known.get(id);
      if (found) return found;
      const one = groups[id]?.representative;
      const set = one ? ask(endOf(one)) : EMPTY;
      known.set(id, set);
      return set;
    };
  };
  return {
    ground,
    classes,
    between: setOf,
    fromInternet: once((end) => flowsBetween(ground, INTERNET, end).set),
    toInternet: once((end) => flowsBetween(ground, end, INTERNET).set),
  };
}

/** The end that stands for an interface in a question. */
export const endOf = (one: Interface): Endpoint =>
  one.host?.interfaces.length === 1
    ? { type: 'host', host: one.host }
    : { type: 'interface', interface: one, address: null };

export const hasIpv6 = (network: Network): boolean =>
  [...network.interfaces.values()].some(({ addresses }) => addresses.some(isIpv6));
