/** Two ends in different VPCs that nothing joins. */
import { isIpv6 } from '../model/ip/address';
import type { Endpoint } from './endpoints';
import type { Interface, Subnet } from './network';
import { joiningRemedies } from './route-remedy';
import { lookUp } from './routing';
import { interfaceOf } from './source-and-destination';
import { SOURCES } from './sources';
import { stop, type Next, type Walk } from './walk';

/** Two VPCs have nothing in common until something joins them: https://docs.aws.amazon.com/vpc/latest/userguide/extend-intro.html */
export function disconnected(walk: Walk, from: Interface, to: Endpoint): Next | null {
  const target = to.type === 'nat' ? to.nat : interfaceOf(to);
  if (!target || target.subnet.vpc === from.subnet.vpc) return null;
  // A connection is there; that no route leads to it says more.
  if (from.subnet.vpc.peers.some(({ vpc }) => vpc === target.subnet.vpc)) return null;
  // Public IPv6 addresses are reached over the internet.
  if (isIpv6(walk.header.destination)) return null;
  if (mayJoin(walk, from.subnet, new Set())) return null;
  const own = from.subnet.vpc;
  const other = target.subnet.vpc;
  return stop(
    walk,
    {
      resource: own.id,
      kind: 'vpc',
      message: `Nothing joins ${own.label} and ${other.label}: two VPCs reach each other by peering, a transit gateway or public addresses.`,
      source: SOURCES.joiningVpcs,
    },
    { code: 'DISCONNECTED_VPCS', resource: own.id, ...joiningRemedies(walk, from.subnet, other) },
  );
}

/** Can a route out of this subnet lead into another VPC, itself or behind a NAT gateway or router it leads to? */
function mayJoin(walk: Walk, subnet: Subnet, seen: Set<Subnet>): boolean {
  const { table } = subnet;
  if (!table) return true;
  if (seen.has(subnet)) return false;
  seen.add(subnet);
  walk.touched.tables.add(table);
  const found = lookUp(table, walk.header.destination, false);
  if (found.type !== 'route') return found.type === 'unknown';
  const { target } = found.route;
  switch (target.type) {
    case 'other':
    case 'missing':
      return true;
    // A peering connection or the like that is not available: that it is a blackhole says more.
    case 'blackhole':
      return target.was === 'other' || target.was === 'peering';
    case 'peering':
      return true;
    case 'nat':
      return mayJoin(walk, target.nat.subnet, seen);
    case 'interface':
      return mayJoin(walk, target.interface.subnet, seen);
    case 'local':
    case 'gateway':
    case 'egress-only':
    case 'endpoint':
      return false;
  }
}
