/**
 * What was said of an interface's exposure, kept from edit to edit. It is said again as long as nothing it was worked
 * out from is another: the interface, its machine, groups, ACL and routes, the gateways those lead to.
 */
import type { ExposureLine } from '../model/traffic';
import type { Host, Interface, Nat, Subnet, Table, Target, Vpc } from '../network/network';
import type { Diagrams } from '../network/symbolic/diagram';
import type { Ground } from '../network/symbolic/ground';

export interface RememberedLines {
  readonly inbound: ExposureLine | null;
  readonly outbound: ExposureLine | null;
}

/** Lines that are kept before all are forgotten. */
const MOST_LINES = 20_000;

const memories = new WeakMap<Diagrams, Map<string, RememberedLines>>();

/** @returns what was said before of interfaces with this key, else what `say` says now */
export function remembered(ground: Ground, key: string | null, say: () => RememberedLines): RememberedLines {
  if (key === null) return say();
  let memory = memories.get(ground.store);
  if (!memory || memory.size > MOST_LINES) {
    memory = new Map();
    memories.set(ground.store, memory);
  }
  const before = memory.get(key);
  if (before) return before;
  const lines = say();
  memory.set(key, lines);
  return lines;
}

/** Groups and ACLs that an edit leaves alone stay the same objects. */
const numbers = new WeakMap<object, number>();
let last = 0;

function numberOf(part: object): number {
  const known = numbers.get(part);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(part, last);
  return last;
}

/** Makes the keys of one network. */
export class ExposureKeys {
  readonly #ground: Ground;
  readonly #tables = new Map<Table, string | null>();
  readonly #subnets = new Map<Subnet, string | null>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** @returns `null` where more than the interface's own surroundings has a say: routers, load balancers, edge tables */
  of(interfaces: readonly Interface[]): string | null {
    const [one] = interfaces;
    if (!one) return null;
    const subnet = this.#subnet(one.subnet);
    const own = interfaces.map(interfaceKey);
    if (subnet === null || own.includes(null)) return null;
    const { family, outside } = this.#ground;
    const groups = [...one.groups.map(numberOf), ...one.missingGroupIds];
    return [family, outside.id, groups.join(), subnet, ...own].join('|');
  }

  #subnet(subnet: Subnet): string | null {
    const known = this.#subnets.get(subnet);
    if (known !== undefined) return known;
    const table = subnet.table ? this.#table(subnet.table, true) : 'no table';
    const vpc = vpcKey(subnet.vpc);
    const key =
      table === null || vpc === null
        ? null
        : [placeKey(subnet), subnet.acl ? numberOf(subnet.acl) : 'no ACL', vpc, table].join('|');
    this.#subnets.set(subnet, key);
    return key;
  }

  /** @param deep NAT gateways lead on by the table of their own subnet, which leads no further */
  #table(table: Table, deep: boolean): string | null {
    const known = deep ? this.#tables.get(table) : undefined;
    if (known !== undefined) return known;
    const routes = [...table.routes, ...table.opaqueRoutes].map(({ destination, block, listId, target }) => {
      const to = this.#target(target, deep);
      return to === null
        ? null
        : `${destination} ${block?.first ?? ''}/${block?.prefix ?? ''} ${listId ?? ''} ${to}`;
    });
    const key = routes.includes(null) ? null : `${table.id} ${table.label}: ${routes.join('; ')}`;
    if (deep) this.#tables.set(table, key);
    return key;
  }

  #target(target: Target, deep: boolean): string | null {
    switch (target.type) {
      case 'local':
        return 'local';
      case 'gateway':
        return target.gateway.id;
      case 'nat':
        return deep ? this.#nat(target.nat) : `NAT ${target.nat.id}`;
      case 'egress-only':
        return `${target.gateway.id} ${target.gateway.label}`;
      case 'endpoint':
        return [target.endpoint.id, target.endpoint.label, target.endpoint.restricted].join(' ');
      case 'blackhole':
        return `blackhole ${target.id} ${target.label} ${target.why}`;
      case 'missing':
      case 'other':
        return `${target.type} ${target.id}`;
      case 'interface':
      case 'peering':
        return null;
    }
  }

  #nat(nat: Nat): string | null {
    const table = nat.subnet.table ? this.#table(nat.subnet.table, false) : 'no table';
    if (table === null) return null;
    const { acl } = nat.subnet;
    return [
      ...[nat.id, nat.label, nat.state, nat.address, nat.publicAddress ?? '', nat.isPublic],
      ...[placeKey(nat.subnet), acl ? numberOf(acl) : 'no ACL', table],
    ].join(' ');
  }
}

const placeKey = ({ id, label, blocks }: Subnet): string =>
  `${id} ${label} ${blocks.map(({ first, prefix }) => `${first}/${prefix}`).join()}`;

function vpcKey({ id, label, blocks, blockPublicAccess, gateway }: Vpc): string | null {
  if (gateway !== null && gateway !== 'unknown' && gateway.edgeTable) return null;
  const door = gateway === null || gateway === 'unknown' ? gateway : `${gateway.id} ${gateway.label}`;
  const own = blocks.map(({ first, prefix }) => `${first}/${prefix}`).join();
  return [id, label, own, blockPublicAccess, door].join(' ');
}

function interfaceKey(one: Interface): string | null {
  const { host, service, prefixes, addresses, subnet } = one;
  if (service !== null || prefixes.length > 0 || (host && host.interfaces.length > 1)) return null;
  const published = addresses.map((address) => `${address}=${subnet.vpc.publicByPrivate.get(address) ?? ''}`);
  return [one.id, one.label, one.checked, published.join(), host ? hostKey(host) : 'unattached'].join(' ');
}

function hostKey({ id, label, state, policyRouting, clientPorts, forwarding, services }: Host): string {
  const heard = services?.map(({ protocol, port }) => `${protocol}/${port}`).join() ?? 'any';
  return [id, label, state, policyRouting, clientPorts.join('-'), forwarding, heard].join(' ');
}
