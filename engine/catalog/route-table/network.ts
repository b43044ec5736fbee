import { IdSequence } from '../../model/ids';
import { parseCidr } from '../../model/ip/address';
import type { RoutePart, TablePart, TargetPart } from '../../network/parts';
import type { Scenario, ScenarioChange, ScenarioChangeSet } from '../descriptors';
import { get, getKind, labelOf, routeTableOf } from '../lookup';
import { blocksOfList } from '../prefix-list-blocks';
import { destinationOf } from '../rule-words';
import type { Route, RouteTable } from './kind';

export function describeTable(document: Scenario, table: RouteTable): TablePart {
  const states = document.observed[table.id]?.routeStates;
  return {
    id: table.id,
    label: labelOf(document, table.id),
    vpcId: table.vpcId,
    main: table.main ?? false,
    edgeGatewayId: table.gatewayId ?? null,
    routes: table.routes.flatMap((route): RoutePart[] => {
      const cidr = route.destinationCidrBlock ?? route.destinationIpv6CidrBlock;
      const listId = cidr === undefined ? (route.destinationPrefixListId ?? null) : null;
      const destination = cidr ?? listId;
      const target = targetOf(document, route);
      if (destination === null || !target) return [];
      const blocks = listId === null ? [parseCidr(cidr ?? '')] : (blocksOfList(document, listId) ?? [null]);
      if (listId === null && blocks[0] === null) return [];
      return blocks.map((block) => ({
        destination,
        block,
        listId,
        target,
        propagated: route.propagated ?? false,
        observed: states?.[destination] ?? null,
      }));
    }),
  };
}

/** `null` for the local route, which every table has anyway. */
function targetOf(document: Scenario, route: Route): TargetPart | null {
  if (route.gatewayId === 'local') return null;
  if (route.gatewayId !== undefined) {
    // Endpoints and VPN gateways share the property with internet gateways.
    const known = get(document, route.gatewayId);
    if (known?.kind === 'vpc-endpoint') return { type: 'endpoint', id: route.gatewayId };
    const isInternetGateway = known ? known.kind === 'internet-gateway' : route.gatewayId.startsWith('igw-');
    return { type: isInternetGateway ? 'gateway' : 'other', id: route.gatewayId };
  }
  if (route.natGatewayId !== undefined) return { type: 'nat', id: route.natGatewayId };
  if (route.networkInterfaceId !== undefined) return { type: 'interface', id: route.networkInterfaceId };
  if (route.instanceId !== undefined) return { type: 'host', id: route.instanceId };
  if (route.egressOnlyInternetGatewayId !== undefined)
    return { type: 'egress-only', id: route.egressOnlyInternetGatewayId };
  if (route.vpcPeeringConnectionId !== undefined)
    return { type: 'peering', id: route.vpcPeeringConnectionId };
  return { type: 'other', id: route.otherTarget ?? 'a target without a name' };
}

export type RouteTarget = Pick<
  Route,
  'gatewayId' | 'natGatewayId' | 'egressOnlyInternetGatewayId' | 'vpcPeeringConnectionId'
>;

/**
 * A route to a destination, in the place of the one there is if `replaces`; `null` if the table is gone, or has a
 * route that is not to be replaced, or none that could be.
 */
export function setRoute(
  document: Scenario,
  tableId: string,
  destination: string,
  replaces: boolean,
  target: RouteTarget,
): ScenarioChange | null {
  const table = getKind(document, tableId, 'route-table');
  const index = table?.routes.findIndex((route) => destinationOf(route) === destination) ?? -1;
  if (!table || index >= 0 !== replaces) return null;
  const key = destination.includes(':') ? 'destinationIpv6CidrBlock' : 'destinationCidrBlock';
  const route: Route = { [key]: destination, ...target };
  const routes: Route[] = replaces ? table.routes.toSpliced(index, 1, route) : [...table.routes, route];
  return { type: 'update', id: tableId, set: { routes } };
}

/** A table for one subnet, as the one it uses but with a default route of its own. */
export function ownTable(
  document: Scenario,
  subnetId: string,
  target: RouteTarget,
): { readonly id: string; readonly changes: readonly ScenarioChange[] } | null {
  const subnet = getKind(document, subnetId, 'subnet');
  const used = subnet && routeTableOf(document, subnet);
  if (!subnet || !used) return null;
  const id = new IdSequence(document).next('rtb');
  const routes = [
    ...used.routes.filter(
      (route) => destinationOf(route) !== DEFAULT_DESTINATION && route.propagated !== true,
    ),
    { destinationCidrBlock: DEFAULT_DESTINATION, ...target },
  ];
  const resource: RouteTable = { id, kind: 'route-table', vpcId: subnet.vpcId, routes };
  return {
    id,
    changes: [
      { type: 'add', resource },
      { type: 'attach', id: subnetId, relation: 'routeTableId', to: id },
    ],
  };
}

const DEFAULT_DESTINATION = '0.0.0.0/0';

/** Takes a route away; `null` if the table has none for that destination. */
export function removeRoute(
  document: Scenario,
  tableId: string,
  destination: string,
): ScenarioChangeSet | null {
  const table = getKind(document, tableId, 'route-table');
  if (!table) return null;
  const routes = table.routes.filter((route) => destinationOf(route) !== destination);
  if (routes.length === table.routes.length) return null;
  return {
    label: `Remove the route to ${labelOf(document, destination)} from ${labelOf(document, tableId)}`,
    changes: [{ type: 'update', id: tableId, set: { routes } }],
  };
}
