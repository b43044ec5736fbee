/**
 * Interfaces that nothing tells apart: same place, same groups, same state, and on the same side of every block that a
 * rule, entry or route names. What is true of one is true of all, so that one of each class is asked.
 */
import type { Address, Cidr } from '../../model/ip/address';
import { nextAddress } from '../../model/ip/address';
import type { Interface, Network } from '../network';
import type { Ground } from './ground';
import { familyOfValue, type Family } from './ruleset';

export interface InterfaceClass {
  /** Its place in the list of classes. */
  readonly id: number;
  /** In the order of the document. */
  readonly interfaces: readonly Interface[];
  /** The first one, and the address it is asked by. */
  readonly representative: Interface;
  readonly address: Address;
}

// A network never changes, and several questions about it begin with its classes.
const known = new WeakMap<Ground, readonly InterfaceClass[]>();

/** @returns a class for every interface that has an address of the family */
export function classesOf(ground: Ground): readonly InterfaceClass[] {
  const before = known.get(ground);
  if (before) return before;
  const classes = findClasses(ground);
  known.set(ground, classes);
  return classes;
}

function findClasses({ network, family }: Ground): readonly InterfaceClass[] {
  const cuts = cutsOf(network, family);
  // A load balancer that keeps the client's address hands no target its own packets.
  const balanced = new Set(
    [...network.targetGroups.values()].flatMap(({ targets }) => targets.map((target) => target.interface)),
  );
  const classes = new Map<string, Interface[]>();
  for (const one of network.interfaces.values()) {
    const address = addressOf(one, family);
    if (address === undefined) continue;
    const key = balanced.has(one) ? one.id : keyOf(one, address, cuts);
    const known = classes.get(key);
    if (known) known.push(one);
    else classes.set(key, [one]);
  }
  return [...classes.values()].flatMap((interfaces, id): InterfaceClass[] => {
    const [representative] = interfaces;
    const address = representative && addressOf(representative, family);
    return representative && address !== undefined ? [{ id, interfaces, representative, address }] : [];
  });
}

export const addressOf = ({ addresses }: Interface, family: Family): Address | undefined =>
  addresses.find((address) => familyOfValue(address) === family);

function keyOf(one: Interface, address: Address, cuts: readonly Address[]): string {
  const { host, service, subnet } = one;
  const published = subnet.vpc.publicByPrivate.get(address);
  return [
    subnet.id,
    one.groupIds.join(' '),
    placeAmong(cuts, address),
    published === undefined ? '' : placeAmong(cuts, published),
    one.checked ? 'checked' : '',
    service === null ? '' : service.type === 'lambda' ? 'lambda' : `of ${one.id}`,
    host ? hostKey(one) : 'unattached',
  ].join('|');
}

/** A machine with several interfaces, or one that other machines may route through, is a class of its own. */
function hostKey({ host, prefixes, addresses, checked }: Interface): string {
  if (!host) return '';
  const several = [4, 6].some(
    (family) => addresses.filter((address) => familyOfValue(address) === family).length > 1,
  );
  if (host.interfaces.length > 1 || prefixes.length > 0 || several || !checked) return host.id;
  const services = host.services?.map(({ protocol, port }) => `${protocol}/${port}`).join(' ') ?? 'any';
  return `${host.state} ${host.clientPorts.join('-')} ${services}`;
}

/** How many cuts are at or below the address. */
function placeAmong(cuts: readonly Address[], address: Address): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const cut = cuts[middle];
    if (cut !== undefined && cut <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a block begins or ends, ascending. */
function cutsOf(network: Network, family: Family): readonly Address[] {
  const cuts = new Set<Address>();
  const add = ({ first, last }: Cidr): void => {
    if (familyOfValue(first) === family) cuts.add(first).add(nextAddress(last));
  };
  for (const group of network.groups.values())
    for (const { peer } of [...group.inbound, ...group.outbound]) {
      if (peer.type === 'block') add(peer.block);
      if (peer.type === 'prefix-list') peer.blocks?.forEach(add);
    }
  for (const vpc of network.vpcs.values()) {
    vpc.blocks.forEach(add);
    for (const { acl } of vpc.subnets)
      for (const { block } of acl ? [...acl.inbound, ...acl.outbound] : []) add(block);
    for (const { routes } of vpc.tables) for (const { block } of routes) if (block) add(block);
  }
  return [...cuts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
