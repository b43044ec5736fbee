import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { getKind, routeTableOf } from '../../catalog/lookup';

/**
 * A subnet is public if its route table has a route to an internet gateway.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
 */
export function isPublic(document: Scenario, subnet: ResourceOf<'subnet'>): boolean {
  const routes = routeTableOf(document, subnet)?.routes ?? [];
  return routes.some((route) => getKind(document, route.gatewayId, 'internet-gateway') !== undefined);
}
