/** Rules on the routes of route tables. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import { allOf, get, getKind, labelOf, primaryInterface } from '../catalog/lookup';
import type { Route } from '../catalog/route-table/kind';
import { blocksOfVpc } from '../editing/peering';
import { cidrContains, makeCidr, parseCidr } from '../model/ip/address';
import { isOrdinary } from './ordinary-interface';
import { finding, mend, page, type Finding, type Rule } from './rule';

type RouteTable = ResourceOf<'route-table'>;

export const destinationOf = (route: Route): string =>
  route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? route.destinationPrefixListId ?? 'nothing';

const targetOf = (route: Route): string | undefined =>
  route.gatewayId ??
  route.natGatewayId ??
  route.networkInterfaceId ??
  route.instanceId ??
  route.egressOnlyInternetGatewayId ??
  route.vpcPeeringConnectionId;

export const withoutRoute = (document: Scenario, table: RouteTable, index: number): ScenarioChangeSet =>
  mend(`Remove the route ${destinationOf(table.routes[index] ?? {})} from ${labelOf(document, table.id)}`, {
    type: 'update',
    id: table.id,
    set: { routes: table.routes.filter((_, position) => position !== index) },
  });

export const eachRoute = (
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
  {
    id: 'ROUTE-005',
    severity: 'warning',
    sentence: 'What packets of others are routed to does not check their addresses.',
    source: page.routeTableOptions,
    check: (document) =>
      eachRoute(document, (table, route) => {
        const eni =
          getKind(document, route.networkInterfaceId, 'network-interface') ??
          (route.instanceId === undefined ? undefined : primaryInterface(document, route.instanceId));
        if (!eni?.sourceDestCheck || eni.managedBy !== undefined || !isOrdinary(eni)) return undefined;
        return finding(
          [eni.id, table.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${labelOf(document, eni.id)}, whose source/destination check is on: it drops every packet that is not for itself.`,
          mend(`Turn off the source/destination check of ${labelOf(document, eni.id)}`, {
            type: 'update',
            id: eni.id,
            set: { sourceDestCheck: false },
          }),
        );
      }),
  },
  {
    id: 'ROUTE-006',
    severity: 'error',
    sentence: 'A route more specific than the local one is for a whole subnet of the VPC.',
    source: page.subnetRouteTables,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const vpc = getKind(document, table.vpcId, 'vpc');
        const block = parseCidr(route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? '');
        if (!vpc || !block || route.propagated || route.otherTarget !== undefined) return undefined;
        const inside = blocksOfVpc(vpc).some((own) => cidrContains(own, block) && own.prefix < block.prefix);
        const whole = allOf(document, 'subnet').some(
          (subnet) =>
            subnet.vpcId === vpc.id && [subnet.cidrBlock, subnet.ipv6CidrBlock].includes(makeCidr(block)),
        );
        if (!inside || whole) return undefined;
        return finding(
          [table.id],
          `The route ${makeCidr(block)} of ${labelOf(document, table.id)} lies in ${labelOf(document, vpc.id)} and is the block of none of its subnets. Inside the VPC a route takes the whole block of a subnet.`,
          withoutRoute(document, table, index),
        );
      }),
  },
];
