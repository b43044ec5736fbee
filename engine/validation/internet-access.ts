/** Which subnets lead to the internet, and the one edit that makes a subnet public. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import { allOf, getKind, labelOf, routeTableOf } from '../catalog/lookup';
import { Draft } from '../editing/draft';
import type { ResourceId } from '../model/resource';

type Subnet = ResourceOf<'subnet'>;
type RouteTable = ResourceOf<'route-table'>;

/** Does a table send everything else to a gateway that is attached to its VPC? */
export const leadsToInternet = (document: Scenario, table: RouteTable | undefined): boolean =>
  table?.routes.some(
    (route) =>
      route.destinationCidrBlock === '0.0.0.0/0' &&
      getKind(document, route.gatewayId, 'internet-gateway')?.vpcId === table.vpcId,
  ) ?? false;

/**
 * Gives a subnet a route to the internet: the VPC's public table if there is one, else a route in the subnet's own
 * table, else a table of its own; with an internet gateway where none is attached. Other subnets keep their routes.
 */
export function makePublic(document: Scenario, subnet: Subnet): ScenarioChangeSet {
  const label = `Give ${labelOf(document, subnet.id)} a route to the internet`;
  const draft = new Draft(document);
  const tables = allOf(document, 'route-table').filter((table) => table.vpcId === subnet.vpcId);
  const used = routeTableOf(document, subnet);
  const isPublic = tables.find((table) => leadsToInternet(document, table));
  if (isPublic) {
    draft.attach(subnet.id, 'routeTableId', isPublic.id);
    return { label: `${label} with ${labelOf(document, isPublic.id)}`, changes: draft.changes };
  }
  const route = { destinationCidrBlock: '0.0.0.0/0', gatewayId: attachedGateway(draft, subnet.vpcId) };
  const alone = used && servedBy(document, used).every((other) => other.id === subnet.id);
  if (used && alone) {
    const others = used.routes.filter((other) => other.destinationCidrBlock !== '0.0.0.0/0');
    draft.update(used.id, { routes: [...others, route] });
  } else {
    const id = draft.add({
      id: draft.nextId('route-table'),
      kind: 'route-table',
      vpcId: subnet.vpcId,
      routes: [route],
    });
    draft.attach(subnet.id, 'routeTableId', id);
  }
  return { label, changes: draft.changes };
}

/** The gateway of the VPC, a free one of its region, or a new one. */
function attachedGateway(draft: Draft, vpcId: ResourceId): ResourceId {
  const region = getKind(draft.document, vpcId, 'vpc')?.region ?? '';
  const gateways = allOf(draft.document, 'internet-gateway');
  const attached = gateways.find((gateway) => gateway.vpcId === vpcId);
  if (attached) return attached.id;
  const free = gateways.find((gateway) => gateway.vpcId === undefined && gateway.region === region);
  if (free) {
    draft.attach(free.id, 'vpcId', vpcId);
    return free.id;
  }
  return draft.add({ id: draft.nextId('internet-gateway'), kind: 'internet-gateway', region, vpcId });
}

/** Subnets that use a table, by name or because it is the main one. */
export const servedBy = (document: Scenario, table: RouteTable): readonly Subnet[] =>
  allOf(document, 'subnet').filter((subnet) => routeTableOf(document, subnet)?.id === table.id);
