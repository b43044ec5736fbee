/** Rules on IPv6: sizes of blocks, what lies in what, and egress-only internet gateways. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import { allOf, getKind, labelOf } from '../catalog/lookup';
import type { Route } from '../catalog/route-table/kind';
import { tablesInUse } from '../editing/make/make-endpoint';
import { ipv6AddressesIn, ipv6BlocksOf, isReserved6, parseBlock6, type Block6 } from '../editing/ipv6-space';
import { cidrContains, cidrOverlaps, isIpv6, makeCidr, parseAddress } from '../model/ip/address';
import { servedBy } from './internet-access';
import { destinationOf, eachRoute, withoutRoute } from './route-rules';
import { finding, mend, page, type Rule } from './rule';

type RouteTable = ResourceOf<'route-table'>;

const isSized = ({ prefix }: Block6, min: number, max: number): boolean =>
  prefix >= min && prefix <= max && prefix % 4 === 0;

export const IPV6_RULES: readonly Rule[] = [
  {
    id: 'IPV6-001',
    severity: 'error',
    sentence: 'An IPv6 block of a VPC is a /44 to /60, one of a subnet a /44 to /64, in steps of four.',
    source: page.subnetSizing,
    check: (document) => [
      ...allOf(document, 'vpc').flatMap((vpc) => {
        const block = parseBlock6(vpc.ipv6CidrBlock);
        return !block || isSized(block, 44, 60) ? [] : wrongSize(document, vpc, block, '/44 to /60');
      }),
      ...allOf(document, 'subnet').flatMap((subnet) => {
        const block = parseBlock6(subnet.ipv6CidrBlock);
        return !block || isSized(block, 44, 64) ? [] : wrongSize(document, subnet, block, '/44 to /64');
      }),
    ],
  },
  {
    id: 'IPV6-002',
    severity: 'error',
    sentence: 'The IPv6 block of a subnet lies in that of its VPC and overlaps no other.',
    source: page.subnetSizing,
    check: (document) =>
      allOf(document, 'vpc').flatMap((vpc) => {
        const outer = parseBlock6(vpc.ipv6CidrBlock);
        const inner = ipv6BlocksOf(document, vpc.id);
        return inner.flatMap(({ subnet, block }, index) => {
          const other = inner.slice(0, index).find((earlier) => cidrOverlaps(earlier.block, block));
          if (outer && cidrContains(outer, block) && !other) return [];
          return finding(
            other ? [subnet.id, other.subnet.id] : [subnet.id, vpc.id],
            other
              ? `${labelOf(document, subnet.id)} (${makeCidr(block)}) overlaps ${labelOf(document, other.subnet.id)} (${makeCidr(other.block)}).`
              : `${labelOf(document, subnet.id)} (${makeCidr(block)}) is not inside ${labelOf(document, vpc.id)} (${vpc.ipv6CidrBlock ?? 'no IPv6 block'}).`,
          );
        });
      }),
  },
  {
    id: 'IPV6-003',
    severity: 'error',
    sentence: 'An IPv6 address lies in the block of its subnet, outside the five that are AWS’s own.',
    source: page.subnetSizing,
    check: (document) =>
      allOf(document, 'network-interface').flatMap((eni) => {
        const block = parseBlock6(getKind(document, eni.subnetId, 'subnet')?.ipv6CidrBlock);
        const bad = (eni.ipv6Addresses ?? []).find((text) => {
          const address = parseAddress(text);
          if (address === null || !isIpv6(address)) return false;
          return !block || address < block.first || address > block.last || isReserved6(block, address);
        });
        if (bad === undefined) return [];
        return finding(
          [eni.id, eni.subnetId],
          `${labelOf(document, eni.id)} has ${bad}, and ${labelOf(document, eni.subnetId)} ${block ? `gives out addresses of ${makeCidr(block)}, but for the first four and the last` : 'has no IPv6 block'}.`,
          mend(`Take ${bad} off ${labelOf(document, eni.id)}`, {
            type: 'update',
            id: eni.id,
            set: { ipv6Addresses: (eni.ipv6Addresses ?? []).filter((text) => text !== bad) },
          }),
        );
      }),
  },
  {
    id: 'IPV6-004',
    severity: 'info',
    sentence: 'Where IPv4 has a route to everywhere, IPv6 has one too.',
    source: page.subnetRouteTables,
    check: (document) =>
      allOf(document, 'route-table').flatMap((table) => {
        const out = table.routes.find((route) => route.destinationCidrBlock === '0.0.0.0/0');
        const both = table.routes.some((route) => route.destinationIpv6CidrBlock === '::/0');
        if (!out || both) return [];
        const users = addressedSubnets(document, table);
        if (users.length === 0) return [];
        const target = wayOut(document, table, out);
        return finding(
          [table.id, ...users.map((subnet) => subnet.id)],
          `${labelOf(document, table.id)} has a route for 0.0.0.0/0 and none for ::/0: the IPv6 addresses in ${users.map((subnet) => labelOf(document, subnet.id)).join(', ')} stay within the VPC.`,
          target &&
            mend(`Add a route ::/0 to ${labelOf(document, table.id)}`, {
              type: 'update',
              id: table.id,
              set: { routes: [...table.routes, { destinationIpv6CidrBlock: '::/0', ...target }] },
            }),
        );
      }),
  },
  {
    id: 'EIGW-001',
    severity: 'error',
    sentence: 'A route to an egress-only internet gateway is an IPv6 route of its own VPC.',
    source: page.egressOnlyGateway,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const gateway = getKind(document, route.egressOnlyInternetGatewayId, 'egress-only-internet-gateway');
        if (!gateway || (gateway.vpcId === table.vpcId && route.destinationCidrBlock === undefined))
          return undefined;
        return finding(
          [table.id, gateway.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${labelOf(document, gateway.id)}, which ${gateway.vpcId === table.vpcId ? 'carries IPv6 only' : `belongs to ${labelOf(document, gateway.vpcId)}`}.`,
          withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'EIGW-002',
    severity: 'info',
    sentence: 'An egress-only internet gateway is used by a route, in a VPC with IPv6.',
    source: page.egressOnlyGateway,
    check: (document) =>
      allOf(document, 'egress-only-internet-gateway').flatMap((gateway) => {
        const used = allOf(document, 'route-table').some((table) =>
          table.routes.some((route) => route.egressOnlyInternetGatewayId === gateway.id),
        );
        const vpc = getKind(document, gateway.vpcId, 'vpc');
        if (used && vpc?.ipv6CidrBlock !== undefined) return [];
        return finding(
          [gateway.id],
          used
            ? `${labelOf(document, gateway.vpcId)} has no IPv6 block, so that nothing goes through ${labelOf(document, gateway.id)}. Give the VPC one.`
            : `No route leads to ${labelOf(document, gateway.id)}. Give the table of private subnets a route ::/0 to it.`,
          used ? undefined : routesOut(document, gateway),
        );
      }),
  },
];

/** Subnets that use the table and in which an interface has an IPv6 address. */
const addressedSubnets = (document: Scenario, table: RouteTable): readonly ResourceOf<'subnet'>[] =>
  servedBy(document, table).filter(
    (subnet) => subnet.ipv6CidrBlock !== undefined && ipv6AddressesIn(document, subnet.id).size > 0,
  );

/** Where IPv6 goes instead: out by the same internet gateway, or by the VPC's egress-only one. */
function wayOut(document: Scenario, table: RouteTable, out: Route): Partial<Route> | undefined {
  if (getKind(document, out.gatewayId, 'internet-gateway')) return { gatewayId: out.gatewayId ?? '' };
  const only = allOf(document, 'egress-only-internet-gateway').find(({ vpcId }) => vpcId === table.vpcId);
  return only && { egressOnlyInternetGatewayId: only.id };
}

/** A route ::/0 in every table in use that has none and does not lead to an internet gateway. */
function routesOut(
  document: Scenario,
  gateway: ResourceOf<'egress-only-internet-gateway'>,
): ScenarioChangeSet | undefined {
  const tables = tablesInUse(document, gateway.vpcId).filter(
    (table) =>
      !table.routes.some(
        (route) =>
          route.destinationIpv6CidrBlock === '::/0' || getKind(document, route.gatewayId, 'internet-gateway'),
      ),
  );
  if (tables.length === 0 || getKind(document, gateway.vpcId, 'vpc')?.ipv6CidrBlock === undefined)
    return undefined;
  const names = tables.map((table) => labelOf(document, table.id)).join(', ');
  return mend(
    `Add a route ::/0 to ${labelOf(document, gateway.id)} to ${names}`,
    ...tables.map((table) => ({
      type: 'update' as const,
      id: table.id,
      set: {
        routes: [
          ...table.routes,
          { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: gateway.id },
        ],
      },
    })),
  );
}

const wrongSize = (
  document: Scenario,
  thing: ResourceOf<'vpc'> | ResourceOf<'subnet'>,
  block: Block6,
  allowed: string,
) =>
  finding(
    [thing.id],
    `${labelOf(document, thing.id)} has the IPv6 block ${makeCidr(block)}; allowed: ${allowed} in steps of four.`,
  );
