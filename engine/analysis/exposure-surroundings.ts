/**
 * All that decides what an ordinary interface has to do with the internet, as a key: what its groups and its subnet's
 * ACL let through of that, the routes of its subnet and where they lead, its machine, its public addresses. Interfaces
 * of one key are exposed alike, whatever they are called and however often the document has changed since.
 */
import { cidrContains, cidrHas, isIpv6, type Cidr } from '../model/ip/address';
import type { Acl, Host, Interface, Nat, Subnet, Table, Target, Vpc } from '../network/network';
import { isPublic } from '../network/packet';
import { ADDRESS, EMPTY } from '../network/symbolic/diagram';
import type { Ground } from '../network/symbolic/ground';
import type { Side } from '../network/symbolic/ruleset';
import type { ExposureMemory } from './exposure-memory';

/** What all interfaces of a subnet have in common. */
interface Place {
  /** Its text, by number. */
  readonly number: number;
  /** Packets come back through these, and their ACLs see the interface's own address. */
  readonly nats: readonly Nat[];
  /** Blocks by which packets are routed on the way back. */
  readonly told: readonly Cidr[];
  /** They tell some of its addresses from others. */
  readonly isMixed: boolean;
}

/** Makes the keys of one network. */
export class Surroundings {
  readonly #ground: Ground;
  readonly #memory: ExposureMemory;
  readonly #places = new Map<Subnet, Place | null>();

  constructor(ground: Ground, memory: ExposureMemory) {
    this.#ground = ground;
    this.#memory = memory;
  }

  /** @returns `null` where more has a say: routers, load balancers, edge tables, addresses that several claim */
  keysOf(one: Interface): Readonly<Record<Side, string>> | null {
    const { host, service, prefixes, subnet } = one;
    if (service !== null || prefixes.length > 0 || (host && host.interfaces.length > 1)) return null;
    const place = this.#placeOf(subnet);
    if (!place) return null;
    const addresses = this.#addressesKey(one, place);
    if (addresses === null) return null;
    const own = `${place.number} ${addresses} ${one.checked ? '' : 'unchecked'} ${host ? hostKey(host) : 'unattached'}`;
    return {
      inbound: `in ${this.#groupsKey(one, 'inbound')} ${own}`,
      outbound: `out ${this.#groupsKey(one, 'outbound')} ${own}`,
    };
  }

  /** Of what groups let through, only what is outside matters; answers pass whatever the other direction says. */
  #groupsKey(one: Interface, side: Side): string {
    const { store, outside, filters } = this.#ground;
    const { allowed, unknown, missing } = filters.groupsOf(one, side, 'kept');
    const { id } = store.intersect(outside, allowed);
    // A doubt names the interface.
    return unknown === EMPTY
      ? `${id}`
      : `${id} ${unknown.id} ${missing} ${one.missingGroupIds.length} ${one.id} ${one.label}`;
  }

  /** Whether the internet knows its addresses, and what the ACLs of its NAT gateways think of the one it sends from. */
  #addressesKey(one: Interface, { nats, told, isMixed }: Place): string | null {
    const { network, family, filters, store } = this.#ground;
    const { vpc, blocks } = one.subnet;
    let key = '';
    let isFirst = true;
    for (const address of one.addresses) {
      if (isIpv6(address) !== (family === 6)) continue;
      const published = family === 6 ? address : vpc.publicByPrivate.get(address);
      const owned = published === undefined ? undefined : network.publicOwners.get(published);
      const isItsOwn =
        vpc.owners.get(address) === one &&
        (published === undefined || (owned?.owner === one && owned.privateAddress === address));
      if (!isItsOwn) return null;
      // One like the others of its subnet is routed like them.
      if (isMixed || !blocks.some((block) => cidrHas(block, address)))
        for (const block of told) key += cidrHas(block, address) ? 'i' : 'o';
      if (isFirst)
        for (const { subnet } of nats)
          for (const side of ['inbound', 'outbound'] as const)
            if (subnet.acl) key += `${store.at(filters.acl(subnet.acl, side), ADDRESS, address).id},`;
      isFirst = false;
      key += published === undefined ? '-' : isPublic(published) ? 'P' : 'p';
    }
    return key;
  }

  #placeOf(subnet: Subnet): Place | null {
    const known = this.#places.get(subnet);
    if (known !== undefined) return known;
    const made = this.#makePlace(subnet);
    this.#places.set(subnet, made);
    return made;
  }

  #makePlace(subnet: Subnet): Place | null {
    const { table, vpc, blocks } = subnet;
    if (!blocks.every((block) => vpc.blocks.some((whole) => cidrContains(whole, block)))) return null;
    const nats: Nat[] = [];
    const told: Cidr[] = [...vpc.blocks];
    const led = (nat: Nat): string | null => {
      nats.push(nat);
      told.push(...nat.subnet.blocks);
      for (const { block } of nat.subnet.table?.routes ?? []) if (block) told.push(block);
      return this.#natKey(nat);
    };
    const routes = table ? this.#tableKey(table, led) : 'no table';
    const around = vpcKey(vpc);
    if (routes === null || around === null) return null;
    const { family, outside } = this.#ground;
    const own = blocks.filter(({ first }) => isIpv6(first) === (family === 6));
    const isMixed = !told.every((block) => isSameForAll(block, own));
    const text = [family, outside.id, placeKey(subnet), this.#aclKey(subnet.acl), around, routes].join('|');
    return { number: this.#memory.numberOf(text), nats, told, isMixed };
  }

  #aclKey(acl: Acl | null): string {
    if (!acl) return 'no ACL';
    const { filters } = this.#ground;
    return `${filters.acl(acl, 'inbound').id} ${filters.acl(acl, 'outbound').id}`;
  }

  #tableKey(table: Table, natKey: (nat: Nat) => string | null): string | null {
    let key = `${table.id} ${table.label}:`;
    for (const routes of [table.routes, table.opaqueRoutes])
      for (const { destination, block, listId, propagated, target } of routes) {
        const to = target.type === 'nat' ? natKey(target.nat) : targetKey(target);
        if (to === null) return null;
        key += `${destination} ${block ? blockKey(block) : ''} ${listId ?? ''} ${propagated} ${to};`;
      }
    return key;
  }

  /** A NAT gateway leads on by the table of its own subnet, which leads no further. */
  #natKey(nat: Nat): string | null {
    const { network } = this.#ground;
    const { subnet, address, publicAddress } = nat;
    const { table, acl, vpc } = subnet;
    const around = vpcKey(vpc);
    const routes = table ? this.#tableKey(table, ({ id }) => `NAT ${id}`) : 'no table';
    if (around === null || routes === null) return null;
    const owned = publicAddress === null ? undefined : network.publicOwners.get(publicAddress);
    const isItsOwn = [
      vpc.owners.get(address) === nat,
      vpc.publicByPrivate.get(address) === publicAddress,
      owned?.owner === nat && owned.privateAddress === address,
    ];
    return [
      ...[nat.id, nat.label, nat.state, address, publicAddress ?? '', nat.isPublic, ...isItsOwn],
      ...[placeKey(subnet), this.#aclKey(acl), around, routes],
    ].join(' ');
  }
}

/** Are all of these blocks in it, or none of their addresses? */
const isSameForAll = (block: Cidr, blocks: readonly Cidr[]): boolean =>
  blocks.every((own) => cidrContains(block, own)) ||
  blocks.every((own) => !cidrContains(block, own) && !cidrContains(own, block));

function targetKey(target: Exclude<Target, { type: 'nat' }>): string | null {
  switch (target.type) {
    case 'local':
      return 'local';
    case 'gateway':
      return target.gateway.id;
    case 'egress-only':
      return `${target.gateway.id} ${target.gateway.label}`;
    case 'endpoint':
      return [target.endpoint.id, target.endpoint.label, target.endpoint.vpc.id].join(' ');
    case 'blackhole':
      return `blackhole ${target.id}`;
    case 'missing':
    case 'other':
      return `${target.type} ${target.id}`;
    // Addresses outside are in no VPC of the document.
    case 'peering':
      return target.far ? 'a known VPC' : `an unknown VPC ${target.peering.id} ${target.peering.label}`;
    case 'interface':
      return null;
  }
}

const placeKey = ({ id, label, blocks }: Subnet): string => `${id} ${label} ${blocks.map(blockKey).join()}`;

const blockKey = ({ first, prefix }: Cidr): string => `${first}/${prefix}`;

function vpcKey({ id, label, blocks, blockPublicAccess, gateway }: Vpc): string | null {
  if (gateway !== null && gateway !== 'unknown' && gateway.edgeTable) return null;
  const door = gateway === null || gateway === 'unknown' ? gateway : gateway.id;
  return [id, label, blocks.map(blockKey).join(), blockPublicAccess, door].join(' ');
}

function hostKey({ state, policyRouting, clientPorts, forwarding, services }: Host): string {
  const heard = services?.map(({ protocol, port }) => `${protocol}/${port}`).join() ?? 'any';
  return `${state} ${policyRouting} ${clientPorts[0]}-${clientPorts[1]} ${forwarding} ${heard}`;
}
