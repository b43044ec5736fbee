import { parseCidr } from '../../model/ip/address';
import type { RoutePart, TablePart, TargetPart } from '../../network/parts';
import type { Scenario, ScenarioChange, ScenarioChangeSet } from '../descriptors';
import { get, getKind, labelOf } from '../lookup';
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

/** Sends everything that no other route takes to a gateway. */
export function addDefaultRoute(
  document: Scenario,
  tableId: string,
  target: Pick<Route, 'gatewayId' | 'natGatewayId'>,
): ScenarioChange | null {
  const table = getKind(document, tableId, 'route-table');
  if (!table || table.routes.some((route) => route.destinationCidrBlock === '0.0.0.0/0')) return null;
  const routes: Route[] = [...table.routes, { destinationCidrBlock: '0.0.0.0/0', ...target }];
  return { type: 'update', id: tableId, set: { routes } };
}

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
