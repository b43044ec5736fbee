/** Rules on VPC peering connections: their blocks, and the routes on both sides. */
import type { ResourceOf, Scenario, ScenarioChange, ScenarioChangeSet } from '../catalog/descriptors';
import { allOf, getKind, labelOf } from '../catalog/lookup';
import { tablesInUse } from '../editing/make/make-endpoint';
import { blocksOfVpc, overlapOf } from '../editing/peering';
import { cidrOverlaps, isIpv6, makeCidr, parseCidr } from '../model/ip/address';
import { destinationOf, eachRoute, withoutRoute } from './route-rules';
import { finding, mend, page, type Finding, type Rule } from './rule';

type Peering = ResourceOf<'vpc-peering-connection'>;
type Vpc = ResourceOf<'vpc'>;

interface Side {
  readonly vpc: Vpc;
  readonly peer: Vpc;
  /** A subnet of the VPC uses a route to the connection. */
  readonly routes: boolean;
}

const isActive = ({ status }: Peering): boolean => (status ?? 'active') === 'active';

/** Both VPCs, where both are in the document with their tables. */
function sidesOf(document: Scenario, peering: Peering): readonly [Side, Side] | undefined {
  const [a, b] = [getKind(document, peering.vpcId, 'vpc'), getKind(document, peering.peerVpcId, 'vpc')];
  if (!a || !b) return undefined;
  // An import without route tables says nothing about routes.
  if (tablesInUse(document, a.id).length === 0 || tablesInUse(document, b.id).length === 0) return undefined;
  const routes = (vpc: Vpc): boolean =>
    tablesInUse(document, vpc.id).some((table) =>
      table.routes.some((route) => route.vpcPeeringConnectionId === peering.id),
    );
  return [
    { vpc: a, peer: b, routes: routes(a) },
    { vpc: b, peer: a, routes: routes(b) },
  ];
}

/** Routes for every block of the peer in every table in use of each of these sides, as one edit. */
function addRoutes(document: Scenario, peering: Peering, sides: readonly Side[]): ScenarioChangeSet {
  const changes = sides.flatMap(({ vpc, peer }) =>
    tablesInUse(document, vpc.id).map((table): ScenarioChange => {
      const there = new Set(table.routes.map(destinationOf));
      const added = blocksOfVpc(peer)
        .filter((block) => !isIpv6(block.first) || vpc.ipv6CidrBlock !== undefined)
        .map((block) => ({ text: makeCidr(block), ipv6: isIpv6(block.first) }))
        .filter(({ text }) => !there.has(text))
        .map(({ text, ipv6 }) =>
          ipv6
            ? { destinationIpv6CidrBlock: text, vpcPeeringConnectionId: peering.id }
            : { destinationCidrBlock: text, vpcPeeringConnectionId: peering.id },
        );
      return { type: 'update', id: table.id, set: { routes: [...table.routes, ...added] } };
    }),
  );
  const names = sides.map(({ vpc }) => labelOf(document, vpc.id)).join(' and ');
  return mend(`Add routes through ${labelOf(document, peering.id)} to the tables of ${names}`, ...changes);
}

const eachPeering = (
  document: Scenario,
  check: (peering: Peering, sides: readonly [Side, Side]) => Finding | undefined,
): readonly Finding[] =>
  allOf(document, 'vpc-peering-connection').flatMap((peering) => {
    const sides = sidesOf(document, peering);
    return (sides && check(peering, sides)) ?? [];
  });

export const PEERING_RULES: readonly Rule[] = [
  {
    id: 'PEERING-001',
    severity: 'error',
    sentence: 'VPCs that are peered have no blocks that overlap.',
    source: page.peering,
    check: (document) =>
      eachPeering(document, (peering, [{ vpc, peer }]) => {
        const overlap = overlapOf(vpc, peer);
        if (!overlap || !isActive(peering)) return undefined;
        return finding(
          [peering.id, vpc.id, peer.id],
          `${labelOf(document, peering.id)} joins ${labelOf(document, vpc.id)} (${overlap[0]}) and ${labelOf(document, peer.id)} (${overlap[1]}), which overlap: AWS refuses such a connection.`,
        );
      }),
  },
  {
    id: 'PEERING-002',
    severity: 'warning',
    sentence: 'A peering connection that is used from one side has routes on the other too.',
    source: page.peeringRoutes,
    check: (document) =>
      eachPeering(document, (peering, sides) => {
        const [users, idle] = [sides.filter((side) => side.routes), sides.filter((side) => !side.routes)];
        const [used, missing] = [users[0], idle[0]];
        if (!used || !missing || !isActive(peering)) return undefined;
        return finding(
          [peering.id, missing.vpc.id],
          `${labelOf(document, used.vpc.id)} has routes through ${labelOf(document, peering.id)}, ${labelOf(document, missing.vpc.id)} has none: requests arrive and no reply comes back.`,
          addRoutes(document, peering, [missing]),
        );
      }),
  },
  {
    id: 'PEERING-003',
    severity: 'info',
    sentence: 'A peering connection is used by routes on both sides.',
    source: page.peeringRoutes,
    check: (document) =>
      eachPeering(document, (peering, sides) => {
        if (sides.some((side) => side.routes) || !isActive(peering)) return undefined;
        if (overlapOf(sides[0].vpc, sides[0].peer)) return undefined;
        return finding(
          [peering.id],
          `No subnet of ${labelOf(document, sides[0].vpc.id)} or ${labelOf(document, sides[1].vpc.id)} has a route through ${labelOf(document, peering.id)}: nothing crosses it. Both sides need one.`,
          addRoutes(document, peering, sides),
        );
      }),
  },
  {
    id: 'PEERING-004',
    severity: 'error',
    sentence: 'A route to a peering connection leads to one of its own VPC that is active.',
    source: page.peeringRoutes,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const peering = getKind(document, route.vpcPeeringConnectionId, 'vpc-peering-connection');
        if (!peering) return undefined;
        const joined = peering.vpcId === table.vpcId || peering.peerVpcId === table.vpcId;
        const outside = peering.vpcId === undefined || peering.peerVpcId === undefined;
        if ((joined || outside) && isActive(peering)) return undefined;
        const why =
          joined || outside
            ? `is ${peering.status ?? 'active'}`
            : `does not join ${labelOf(document, table.vpcId)}`;
        return finding(
          [table.id, peering.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${labelOf(document, peering.id)}, which ${why}: packets that match it are dropped.`,
          withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'PEERING-005',
    severity: 'warning',
    sentence: 'A route through a peering connection is for addresses of the VPC at its other end.',
    source: page.peering,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const peering = getKind(document, route.vpcPeeringConnectionId, 'vpc-peering-connection');
        const sides = peering && sidesOf(document, peering);
        const side = sides?.find(({ vpc }) => vpc.id === table.vpcId);
        const block = parseCidr(route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? '');
        if (!peering || !side || !block) return undefined;
        const everything = block.prefix === 0;
        if (!everything && blocksOfVpc(side.peer).some((own) => cidrOverlaps(own, block))) return undefined;
        const peer = labelOf(document, side.peer.id);
        return finding(
          [table.id, peering.id],
          everything
            ? `The route ${makeCidr(block)} of ${labelOf(document, table.id)} sends everything else to ${peer}. Its internet and NAT gateways can't be used from here: a peering connection never leads on.`
            : `The route ${makeCidr(block)} of ${labelOf(document, table.id)} leads to ${peer}, which has no such address: a peering connection never leads on to a third network.`,
          withoutRoute(document, table, index),
        );
      }),
  },
];
