/** Rules on IPv6: sizes of blocks, what lies in what, and egress-only internet gateways. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, getKind, labelOf } from '../catalog/lookup';
import { ipv6BlocksOf, isReserved6, parseBlock6, type Block6 } from '../editing/ipv6-space';
import { cidrContains, cidrOverlaps, isIpv6, makeCidr, parseAddress } from '../model/ip/address';
import { destinationOf, eachRoute, withoutRoute } from './route-rules';
import { finding, mend, page, type Rule } from './rule';

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
        );
      }),
  },
];

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
