/** The route that a table lacks, or has to a target that does not work: what would lead the packet on. */
import { cidrHas, cidrOverlaps, isIpv6, makeCidr, type Address } from '../model/ip/address';
import type { Interface, Nat, Network, Peering, Route, Subnet, Table, Vpc } from './network';
import { isInVpc } from './owners';
import { isPublic } from './packet';
import type { Remedy, RouteGoal } from './remedy';
import { lookUp } from './routing';
import type { Walk } from './walk';

export interface Remedies {
  readonly remedy?: Remedy;
  readonly alternative?: Remedy;
}

const NONE: Remedies = {};

/** @param failing the route that takes the packet and leads nowhere; `null`: there is none at all */
export function routeRemedies(
  walk: Walk,
  table: Table,
  subnet: Subnet,
  by: Interface | Nat,
  failing: Route | null,
): Remedies {
  const { destination } = walk.header;
  const { vpc } = subnet;
  if (isInVpc(vpc, destination)) return failing ? firstTwo([removal(table, failing)]) : NONE;
  const far = [...walk.network.vpcs.values()].find((other) => isInVpc(other, destination));
  if (far && !isPublic(destination)) return towards(walk.network, table, vpc, far, destination, failing);
  if (!isPublic(destination)) return NONE;
  return isIpv6(destination)
    ? outOverIpv6(walk, table, vpc, failing)
    : outOverIpv4(walk, table, subnet, by, failing);
}

const firstTwo = (remedies: readonly (Remedy | null)[]): Remedies => {
  const [remedy, alternative] = remedies.flatMap((one) => one ?? []);
  if (!remedy) return NONE;
  return alternative ? { remedy, alternative } : { remedy };
};

const removal = (table: Table, { destination }: Route): Remedy => ({
  type: 'remove-route',
  tableId: table.id,
  destination,
});

const DEFAULT = { 4: '0.0.0.0/0', 6: '::/0' } as const;

/** To the gateway where the sender has a public address, else to a NAT gateway. */
function outOverIpv4(
  walk: Walk,
  table: Table,
  subnet: Subnet,
  by: Interface | Nat,
  failing: Route | null,
): Remedies {
  const { source, destination } = walk.header;
  const { vpc } = subnet;
  if (vpc.gateway === 'unknown') return NONE;
  const detached = attachment(walk.network, vpc, failing);
  const isPublicSender = vpc.publicByPrivate.has(source);
  const route = routeTo(table, DEFAULT[4], failing);
  const shared = otherTable(vpc, table, destination, isPublicSender ? 'gateway' : 'nat', by);
  const associate: Remedy | null = shared && {
    type: 'associate-table',
    subnetId: subnet.id,
    tableId: shared.id,
  };
  const gateway = route({ type: 'gateway', vpcId: vpc.id });
  if (isPublicSender) return firstTwo([detached, associate, gateway]);
  if (by.type === 'nat') return NONE;
  const nat = vpc.nats.find(
    (candidate) =>
      candidate.isPublic &&
      candidate.state === 'available' &&
      candidate.subnet !== subnet &&
      candidate.subnet.table !== table,
  );
  const place = nat ? null : publicSubnet(vpc, table, destination);
  return firstTwo([
    detached,
    associate,
    nat ? route({ type: 'nat', id: nat.id }) : null,
    place ? route({ type: 'new-nat', subnetId: place.id }) : null,
    // Without a NAT gateway it takes a public address too, which is found to be missing next.
    gateway,
  ]);
}

/** Outward an egress-only gateway is enough; an answer has to leave by the gateway the request came in by. */
function outOverIpv6(walk: Walk, table: Table, vpc: Vpc, failing: Route | null): Remedies {
  const route = routeTo(table, DEFAULT[6], failing);
  const gateway = route({ type: 'gateway', vpcId: vpc.id });
  const detached = attachment(walk.network, vpc, failing);
  return walk.direction === 'return'
    ? firstTwo([detached, gateway])
    : firstTwo([detached, route({ type: 'egress-only', vpcId: vpc.id }), gateway]);
}

/** Over the peering connection of the two VPCs. */
function towards(
  network: Network,
  table: Table,
  near: Vpc,
  far: Vpc,
  destination: Address,
  failing: Route | null,
): Remedies {
  const peering = peeringOf(network, near, far);
  if (!peering) return NONE;
  const accept: Remedy | null =
    peering.state === 'pending-acceptance' ? { type: 'accept-peering', peeringId: peering.id } : null;
  if (failing?.target.type === 'blackhole' && failing.target.id === peering.id) return firstTwo([accept]);
  const block = far.blocks.find((one) => cidrHas(one, destination));
  if (!block) return NONE;
  return firstTwo([routeTo(table, makeCidr(block), failing)({ type: 'peering', id: peering.id })]);
}

/** The connection of two VPCs that works, else one that waits for its acceptance. */
function peeringOf(network: Network, one: Vpc, other: Vpc): Peering | null {
  const joining = [...network.peerings.values()].filter(
    ({ vpcs }) => vpcs.includes(one) && vpcs.includes(other),
  );
  return (
    joining.find(({ state }) => state === 'active') ??
    joining.find(({ state }) => state === 'pending-acceptance') ??
    null
  );
}

/**
 * Two VPCs that no route joins: a route over their peering connection, or a new one where their blocks do not overlap.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
 */
export function joiningRemedies(walk: Walk, from: Subnet, far: Vpc): Remedies {
  const { vpc: near, table } = from;
  const { destination } = walk.header;
  if (peeringOf(walk.network, near, far)) {
    if (!table) return NONE;
    const found = lookUp(table, destination, false);
    return towards(walk.network, table, near, far, destination, found.type === 'route' ? found.route : null);
  }
  const overlap = near.blocks.some((block) => far.blocks.some((other) => cidrOverlaps(block, other)));
  return overlap ? NONE : { remedy: { type: 'add-peering', vpcIds: [near.id, far.id] } };
}

/** An answer that leaves by a NAT gateway or egress-only gateway that never saw the request. */
export function answerRemedies(walk: Walk, subnet: Subnet, by: Interface | Nat): Remedies {
  const { table, vpc } = subnet;
  if (!table || vpc.gateway === null || vpc.gateway === 'unknown') return NONE;
  const found = lookUp(table, walk.header.destination, false);
  const failing = found.type === 'route' ? found.route : null;
  if (!failing) return NONE;
  return isIpv6(walk.header.destination)
    ? outOverIpv6(walk, table, vpc, failing)
    : outOverIpv4(walk, table, subnet, by, failing);
}

/** A NAT gateway in a subnet that is not public. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html */
export function natSubnetRemedies(walk: Walk, nat: Nat): Remedies {
  const { subnet } = nat;
  const { vpc, table } = subnet;
  const shared = table && otherTable(vpc, table, walk.header.destination, 'gateway', nat);
  return firstTwo([
    shared ? { type: 'associate-table', subnetId: subnet.id, tableId: shared.id } : null,
    { type: 'own-public-table', subnetId: subnet.id, vpcId: vpc.id },
  ]);
}

const routeTo =
  (table: Table, destination: string, failing: Route | null) =>
  (to: RouteGoal): Remedy => ({
    type: 'route',
    tableId: table.id,
    destination: failing && failing.listId === null ? failing.destination : destination,
    replaces: failing !== null && failing.listId === null,
    to,
  });

/** The route names a gateway that only has to be attached. */
const attachment = (network: Network, vpc: Vpc, failing: Route | null): Remedy | null =>
  failing?.target.type === 'blackhole' &&
  failing.target.was === 'gateway' &&
  vpc.gateway === null &&
  network.gateways.get(failing.target.id)?.vpc === null
    ? { type: 'attach-gateway', vpcId: vpc.id, gatewayId: failing.target.id }
    : null;

function otherTable(
  vpc: Vpc,
  table: Table,
  destination: Address,
  way: 'gateway' | 'nat',
  by: Interface | Nat,
): Table | null {
  const leadsOut = (candidate: Table): boolean => {
    const found = lookUp(candidate, destination, true);
    if (found.type !== 'route' || found.route.block?.prefix !== 0) return false;
    const { target } = found.route;
    return target.type === way && !(target.type === 'nat' && target.nat.subnet === by.subnet);
  };
  return (
    vpc.tables.find(
      (candidate) => candidate !== table && candidate.edgeGatewayId === null && leadsOut(candidate),
    ) ?? null
  );
}

/** Where a NAT gateway can stand: its table leads to the internet gateway, and is not the one to be changed. */
const publicSubnet = (vpc: Vpc, table: Table, destination: Address): Subnet | null =>
  vpc.subnets.find((candidate) => {
    if (!candidate.table || candidate.table === table) return false;
    const found = lookUp(candidate.table, destination, true);
    return found.type === 'route' && found.route.target.type === 'gateway';
  }) ?? null;
