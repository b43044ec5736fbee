/** Rules on the routes of route tables. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import { allOf, get, getKind, labelOf } from '../catalog/lookup';
import type { Route } from '../catalog/route-table/kind';
import { finding, mend, page, type Finding, type Rule } from './rule';

type RouteTable = ResourceOf<'route-table'>;

const destinationOf = (route: Route): string =>
  route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? route.destinationPrefixListId ?? 'nothing';

const targetOf = (route: Route): string | undefined =>
  route.gatewayId ?? route.natGatewayId ?? route.networkInterfaceId ?? route.instanceId;

const withoutRoute = (document: Scenario, table: RouteTable, index: number): ScenarioChangeSet =>
  mend(`Remove the route ${destinationOf(table.routes[index] ?? {})} from ${labelOf(document, table.id)}`, {
    type: 'update',
    id: table.id,
    set: { routes: table.routes.filter((_, position) => position !== index) },
  });

const eachRoute = (
  document: Scenario,
  check: (table: RouteTable, route: Route, index: number) => Finding | undefined,
): readonly Finding[] =>
  allOf(document, 'route-table').flatMap((table) =>
    table.routes.flatMap((route, index) => check(table, route, index) ?? []),
  );

export const ROUTE_RULES: readonly Rule[] = [
  {
    id: 'ROUTE-001',
    severity: 'warning',
    sentence: 'A route leads to something that is there.',
    source: page.subnetRouteTables,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const target = targetOf(route);
        // AWS ids of kinds that are not drawn are told by the importer.
        if (target === undefined || target === 'local' || get(document, target)) return undefined;
        return finding(
          [table.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${target}, which is gone: a blackhole. Packets that match it are dropped.`,
          withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'ROUTE-002',
    severity: 'warning',
    sentence: 'A route to an internet gateway leads to the one attached to its VPC.',
    source: page.internetGateway,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const gateway = getKind(document, route.gatewayId, 'internet-gateway');
        if (!gateway || gateway.vpcId === table.vpcId) return undefined;
        const taken = allOf(document, 'internet-gateway').some((other) => other.vpcId === table.vpcId);
        const attachable = gateway.vpcId === undefined && !taken;
        const where =
          gateway.vpcId === undefined ? 'not attached' : `attached to ${labelOf(document, gateway.vpcId)}`;
        return finding(
          [table.id, gateway.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${labelOf(document, gateway.id)}, which is ${where}: a blackhole.`,
          attachable
            ? mend(`Attach ${labelOf(document, gateway.id)} to ${labelOf(document, table.vpcId)}`, {
                type: 'attach',
                id: gateway.id,
                relation: 'vpcId',
                to: table.vpcId,
              })
            : withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'ROUTE-003',
    severity: 'error',
    sentence: 'A route to a NAT gateway leads to one of the same VPC.',
    source: page.natGateway,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const nat = getKind(document, route.natGatewayId, 'nat-gateway');
        const vpcId = getKind(document, nat?.subnetId, 'subnet')?.vpcId;
        if (!nat || vpcId === undefined || vpcId === table.vpcId) return undefined;
        return finding(
          [table.id, nat.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${labelOf(document, nat.id)} in ${labelOf(document, vpcId)}, another VPC.`,
          withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'ROUTE-004',
    severity: 'error',
    sentence: 'A route table has one route for each destination.',
    source: page.subnetRouteTables,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const destination = destinationOf(route);
        const first = table.routes.findIndex((other) => destinationOf(other) === destination);
        // A propagated route may stand beside a static one, which wins.
        if (first === index || route.propagated || table.routes[first]?.propagated) return undefined;
        return finding(
          [table.id],
          `${labelOf(document, table.id)} has two routes for ${destination}.`,
          withoutRoute(document, table, index),
        );
      }),
  },
];
