/**
 * What differs between the parts of two networks, so that an answer of the first can be kept for the second. A network
 * is a function of its parts and of nothing else, and parts that an edit leaves alone are the same objects; so whatever
 * is not named here is as it was.
 */
import type { Address } from '../model/ip/address';
import type { HostPart, InterfacePart, NamePart, NetworkParts, TablePart } from './parts';

export interface PartChanges {
  /** Groups, ACLs, tables, machines and interfaces that are others, came or went; and names that stand for other things. */
  readonly ids: ReadonlySet<string>;
  /** Whoever has one of these is another. */
  readonly addresses: ReadonlySet<Address>;
  /** Whether more than rules, entries and routes has changed: machines, interfaces, names. */
  readonly ends: boolean;
}

/** What everything else hangs on: where one of these is another, nothing is kept. */
const FRAME = [
  'vpcs',
  'subnets',
  'gateways',
  'nats',
  'egressOnly',
  'peerings',
  'endpoints',
  'loadBalancers',
  'targetGroups',
  'worlds',
  'addresses',
] as const satisfies readonly (keyof NetworkParts)[];

/** @returns `null` where too much differs for an answer to be kept */
export function changesBetween(before: NetworkParts, after: NetworkParts): PartChanges | null {
  if (FRAME.some((list) => !isSame<unknown>(before[list], after[list]))) return null;
  const groups = difference(before.groups, after.groups);
  const acls = difference(before.acls, after.acls);
  const tables = difference(before.tables, after.tables);
  if (![groups, acls, tables].every(isReplacement)) return null;
  if (!isSameBy(acls, ({ vpcId, isDefault }) => `${vpcId} ${isDefault}`)) return null;
  if (!isSameBy(groups, ({ vpcId }) => vpcId) || !isSameBy(tables, placeOfTable)) return null;
  if (leadsNowhere([...tables.gone, ...tables.come], after)) return null;
  const hosts = difference(before.hosts, after.hosts);
  const interfaces = difference(before.interfaces, after.interfaces);
  const names = withoutEqual(difference(before.names, after.names));
  const ids = new Set<string>();
  for (const { gone, come } of [groups, acls, tables]) for (const { id } of [...gone, ...come]) ids.add(id);
  const addresses = new Set<Address>();
  const ends = [hosts, interfaces, names].some(({ gone, come }) => gone.length + come.length > 0);
  const machines = machinesOf(hosts, interfaces, [before, after]);
  if (machines === null) return null;
  for (const id of machines.ids) ids.add(id);
  for (const address of machines.addresses) addresses.add(address);
  for (const { id, name, awsId } of [...names.gone, ...names.come])
    for (const text of [id, name, awsId]) if (text !== null) ids.add(text);
  return { ids, addresses, ends };
}

interface Difference<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

function isSame<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length === after.length && before.every((part, at) => part === after[at]);
}

/** By identity. Parts are in the order of their ids, so that those that stay do not change places. */
function difference<T>(before: readonly T[], after: readonly T[]): Difference<T> {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const [was, is] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const [old, fresh] = [new Set(was), new Set(is)];
  return { gone: was.filter((part) => !fresh.has(part)), come: is.filter((part) => !old.has(part)) };
}

/** Of each one that went, another of the same id came. */
const isReplacement = ({ gone, come }: Difference<{ readonly id: string }>): boolean =>
  gone.length === come.length && gone.every(({ id }, at) => id === come[at]?.id);

function isSameBy<T>({ gone, come }: Difference<T>, what: (part: T) => string): boolean {
  return gone.every((part, at) => {
    const next = come[at];
    return next !== undefined && what(part) === what(next);
  });
}

const placeOfTable = ({ vpcId, main, edgeGatewayId }: TablePart): string =>
  `${vpcId} ${main} ${edgeGatewayId}`;

/** A route to a gateway that is not in the document tells something about its VPC. */
function leadsNowhere(tables: readonly TablePart[], { gateways }: NetworkParts): boolean {
  const known = new Set(gateways.map(({ id }) => id));
  return tables.some(({ routes }) =>
    routes.some(({ target: { id } }) => id.startsWith('igw-') && !known.has(id)),
  );
}

/** Those that say the same are no difference. */
function withoutEqual({ gone, come }: Difference<NamePart>): Difference<NamePart> {
  const textOf = ({ id, kind, name, awsId }: NamePart): string => JSON.stringify([id, kind, name, awsId]);
  const [was, is] = [new Set(gone.map(textOf)), new Set(come.map(textOf))];
  return {
    gone: gone.filter((name) => !is.has(textOf(name))),
    come: come.filter((name) => !was.has(textOf(name))),
  };
}

/** The machines and interfaces that differ in any way, and every address of theirs; `null`: others pass packets to them. */
function machinesOf(
  hosts: Difference<HostPart>,
  interfaces: Difference<InterfacePart>,
  networks: readonly NetworkParts[],
): { readonly ids: ReadonlySet<string>; readonly addresses: ReadonlySet<Address> } | null {
  const ids = new Set<string>();
  const addresses = new Set<Address>();
  for (const { id } of [...hosts.gone, ...hosts.come]) ids.add(id);
  for (const { id, attachment, service, prefixes } of [...interfaces.gone, ...interfaces.come]) {
    if (service !== null || prefixes.length > 0) return null;
    ids.add(id);
    // A machine is another one if any interface of it is.
    if (attachment) ids.add(attachment.hostId);
  }
  if (ids.size === 0) return { ids, addresses };
  for (const parts of networks) {
    if (parts.targetGroups.length > 0) return null;
    for (const { routes } of parts.tables) if (routes.some(({ target }) => ids.has(target.id))) return null;
    for (const one of parts.interfaces)
      if (ids.has(one.id) || (one.attachment && ids.has(one.attachment.hostId))) {
        if (one.service !== null || one.prefixes.length > 0) return null;
        for (const address of one.addresses) addresses.add(address);
        for (const { publicAddress } of one.publicAddresses) addresses.add(publicAddress);
      }
  }
  return { ids, addresses };
}
