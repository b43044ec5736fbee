/** Which route of a table takes a packet. */
import { cidrHas, isIpv6, type Address } from '../model/ip/address';
import { isDocumentation, isPublic } from './packet';
import type { Route, Table, Target } from './network';

export type Lookup =
  | { readonly type: 'route'; readonly route: Route }
  | { readonly type: 'none' }
  /** A prefix list whose entries are not known may hold the address and win. */
  | { readonly type: 'unknown'; readonly route: Route };

/**
 * The longest prefix that holds the address; a blackhole wins like any other.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 * @param everybody the address stands for the whole internet: lists of AWS services are judged apart.
 */
export function lookUp(table: Table, destination: Address, everybody: boolean): Lookup {
  const route = table.routes.find(({ block }) => block !== null && cidrHas(block, destination));
  for (const opaque of table.opaqueRoutes) {
    if (!mayHold(opaque, destination, everybody)) continue;
    if (route && !route.propagated && route.block?.prefix === (isIpv6(destination) ? 128 : 32)) continue;
    if (route && leadsTo(route.target) === leadsTo(opaque.target)) continue;
    return { type: 'unknown', route: opaque };
  }
  return route ? { type: 'route', route } : { type: 'none' };
}

/**
 * Lists of gateway endpoints hold public addresses of AWS services and nothing else.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
function mayHold(route: Route, destination: Address, everybody: boolean): boolean {
  if (!isGatewayEndpoint(route.target)) return true;
  return !everybody && isPublic(destination) && !isDocumentation(destination);
}

export const isGatewayEndpoint = (target: Target): boolean =>
  target.type === 'endpoint' ||
  ((target.type === 'other' || target.type === 'missing' || target.type === 'blackhole') &&
    target.id.startsWith('vpce-'));

/** Two routes to the same thing are the same answer. */
export function leadsTo(target: Target): string {
  switch (target.type) {
    case 'local':
      return 'local';
    case 'gateway':
      return target.gateway.id;
    case 'nat':
      return target.nat.id;
    case 'interface':
      return target.interface.id;
    case 'egress-only':
      return target.gateway.id;
    case 'peering':
      return target.peering.id;
    case 'endpoint':
      return target.endpoint.id;
    case 'blackhole':
      return `blackhole ${target.id}`;
    case 'missing':
    case 'other':
      return target.id;
  }
}
