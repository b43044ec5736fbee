/** Tiers: subnets of a VPC that are one row of the drawing, by the way their packets leave and by name. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, compareIds, getKind, routeTableOf } from '../../catalog/lookup';
import { parseCidr4 } from '../../model/ip/ipv4';
import type { PlaceKey } from '../place';
import { compareNatural } from './order';
import { isPublic } from './public-subnet';

type Subnet = ResourceOf<'subnet'>;

/** One row of a VPC: for each lane the subnets of the tier, by address. */
export interface Tier {
  /** 0 public, 1 private with a way out, 2 without one. */
  readonly rank: number;
  readonly cells: ReadonlyMap<PlaceKey, readonly PlaceKey[]>;
}

/** Whatever forwards for it: a NAT gateway, an instance, an egress-only gateway, a transit gateway. */
const hasWayOut = (document: Scenario, subnet: Subnet): boolean =>
  (routeTableOf(document, subnet)?.routes ?? []).some(
    (route) =>
      (route.natGatewayId ??
        route.instanceId ??
        route.networkInterfaceId ??
        route.egressOnlyInternetGatewayId ??
        route.otherTarget) !== undefined,
  );

const rankOf = (document: Scenario, subnet: Subnet): number =>
  isPublic(document, subnet) ? 0 : hasWayOut(document, subnet) ? 1 : 2;

const NO_ADDRESS = 2 ** 32;
const addressOf = (subnet: Subnet): number => parseCidr4(subnet.cidrBlock ?? '')?.first ?? NO_ADDRESS;

/**
 * Rows of a VPC from the top: public tiers, then those with another way out, then isolated ones; each rank in the
 * order of its lowest address. Tiers of one rank that share no lane are one row: none leaves a hole beside the other.
 * @param laneOf the lane of each subnet that is to be arranged; others are left out.
 */
export function tiersOf(document: Scenario, laneOf: ReadonlyMap<PlaceKey, PlaceKey>): readonly Tier[] {
  const rows = new Map<string, { rank: number; name: string; first: number; subnets: Subnet[] }>();
  for (const subnet of allOf(document, 'subnet')) {
    if (!laneOf.has(subnet.id)) continue;
    const rank = rankOf(document, subnet);
    const name = tierName(document, subnet);
    const row = rows.get(`${rank} ${name}`) ?? { rank, name, first: NO_ADDRESS, subnets: [] };
    row.first = Math.min(row.first, addressOf(subnet));
    row.subnets.push(subnet);
    rows.set(`${rank} ${name}`, row);
  }
  const ordered = [...rows.values()].sort(
    (a, b) => a.rank - b.rank || a.first - b.first || compareNatural(a.name, b.name),
  );
  const tiers: { rank: number; cells: Map<PlaceKey, PlaceKey[]> }[] = [];
  for (const { rank, subnets } of ordered) {
    const cells = new Map<PlaceKey, PlaceKey[]>();
    for (const { id } of subnets.sort((a, b) => addressOf(a) - addressOf(b) || compareIds(a.id, b.id))) {
      const lane = laneOf.get(id) ?? '';
      cells.set(lane, [...(cells.get(lane) ?? []), id]);
    }
    const beside = tiers.find(
      (tier) => tier.rank === rank && [...cells.keys()].every((key) => !tier.cells.has(key)),
    );
    if (beside) for (const [lane, ids] of cells) beside.cells.set(lane, ids);
    else tiers.push({ rank, cells });
  }
  return tiers;
}

/** A name without what tells its zone: `web-a`, `web-us-east-1b` and `web 2` are one tier. Nameless: one tier. */
function tierName(document: Scenario, subnet: Subnet): string {
  const zoneName = getKind(document, subnet.availabilityZone, 'zone')?.zoneName ?? '';
  let name = (subnet.name ?? '').toLowerCase();
  if (zoneName) name = name.replaceAll(zoneName.toLowerCase(), '');
  return name
    .replace(/(^|[-_ .])(az|zone)?[-_ .]?([a-f]|\d{1,2}|\d[a-f])$/, '')
    .replace(/([a-z])\d$/, '$1')
    .replace(/[-_ .]+$/, '')
    .replace(/^subnet$/, '');
}
