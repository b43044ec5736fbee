/** What the internet reaches, and what reaches the internet: for every class of interfaces, as sets. */
import type { Address } from '../../model/ip/address';
import type { Endpoint } from '../endpoints';
import type { Interface } from '../network';
import { classesOf, type InterfaceClass } from './classes-of-interfaces';
import { EMPTY, type Diagram } from './diagram';
import { flowsBetween, type Flows } from './flows';
import type { Ground } from './ground';
import { familyOfValue } from './ruleset';
import type { Doubtful } from './walker';

export interface Exposure {
  readonly group: InterfaceClass;
  /** From the internet to any of its public addresses: sets over client address, protocol, ports. */
  readonly inbound: ExposureSets;
  /** From it to the internet: sets over the address outside, protocol, ports. */
  readonly outbound: ExposureSets;
}

export interface ExposureSets {
  /** All that may be asked. */
  readonly asked: Diagram;
  /** What works, answers included. */
  readonly set: Diagram;
  /** What works for a part of the ports or targets that something on the way may choose. */
  readonly sometimes: Diagram;
  readonly unknown: readonly Doubtful[];
}

/** @returns every class, also those that have nothing to do with the internet */
export const exposureOf = (ground: Ground): readonly Exposure[] =>
  classesOf(ground).map((group) => ({
    group,
    inbound: inboundOf(ground, group.representative),
    outbound: outboundOf(ground, group.representative),
  }));

const INTERNET: Endpoint = { type: 'internet', address: null, scope: 'any' };

/** From the internet to any of its public addresses. */
export const inboundOf = (ground: Ground, one: Interface): ExposureSets =>
  joined(
    ground,
    publishedOf(ground, one).map((address) =>
      flowsBetween(ground, INTERNET, { type: 'interface', interface: one, address }),
    ),
  );

/** From it to the internet. */
export const outboundOf = (ground: Ground, one: Interface): ExposureSets =>
  joined(ground, [flowsBetween(ground, { type: 'interface', interface: one, address: null }, INTERNET)]);

/** Its addresses that the internet knows by a public one; IPv6 addresses are public as they are. */
function publishedOf({ family }: Ground, { addresses, subnet }: Interface): readonly Address[] {
  return addresses.filter(
    (address) =>
      familyOfValue(address) === family && (family === 6 || subnet.vpc.publicByPrivate.has(address)),
  );
}

function joined({ store }: Ground, flows: readonly Flows[]): ExposureSets {
  const set = store.unionOf(flows.map((one) => one.set));
  const sometimes = store.unionOf(flows.map((one) => one.sometimes));
  return {
    asked: store.unionOf(flows.map((one) => one.asked)),
    set,
    sometimes: set === EMPTY ? sometimes : store.subtract(sometimes, set),
    unknown: flows.flatMap((one) => one.unknown),
  };
}
