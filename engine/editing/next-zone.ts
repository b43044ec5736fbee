/** Which zone a subnet goes to when it is dropped on a VPC and not on one of its lanes. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf } from '../catalog/lookup';
import { fit } from '../drawing/fit';
import { laneKey } from '../drawing/place';
import { regionFacts } from '../facts/regions';
import type { Draft } from './draft';
import type { Situation } from './plan';

type Zone = ResourceOf<'zone'>;
type Vpc = ResourceOf<'vpc'>;

export const zonesOf = (document: Scenario, regionId: string): readonly Zone[] =>
  allOf(document, 'zone').filter((zone) => zone.region === regionId);

/**
 * Near a lane: that lane's zone. Right of all lanes: the first zone without a lane. No position: the zone with the
 * fewest subnets of this VPC, so that a second subnet stands in a second zone.
 */
export function zoneFor(situation: Situation, vpc: Vpc): Zone | undefined {
  const { document, at } = situation;
  const zones = zonesOf(document, vpc.region);
  const count = (zone: Zone): number =>
    allOf(document, 'subnet').filter(
      (subnet) => subnet.vpcId === vpc.id && subnet.availabilityZone === zone.id,
    ).length;
  const { things } = fit(document);
  // In a collapsed VPC there are no lanes to drop something near.
  if (at && !things.get(vpc.id)?.collapsed) {
    const lanes = zones.flatMap((zone) => {
      const lane = things.get(laneKey(vpc.id, zone.id));
      return lane ? [{ zone, left: lane.x, right: lane.x + lane.width }] : [];
    });
    const without = zones.find((zone) => !lanes.some((lane) => lane.zone === zone));
    if (lanes.length > 0 && (!without || lanes.some((lane) => at.x < lane.right))) {
      const distance = ({ left, right }: { left: number; right: number }): number =>
        Math.max(left - at.x, at.x - right, 0);
      return lanes.reduce((best, lane) => (distance(lane) < distance(best) ? lane : best)).zone;
    }
    if (without) return without;
  }
  return zones.reduce<Zone | undefined>(
    (best, zone) => (best && count(best) <= count(zone) ? best : zone),
    undefined,
  );
}

/** The next zone AWS has in a region and the document has not; `undefined` when all are there. */
export function nextZoneOfRegion(
  document: Scenario,
  region: ResourceOf<'region'>,
): { readonly zoneName: string; readonly zoneId?: string } | undefined {
  const names = new Set(zonesOf(document, region.id).map((zone) => zone.zoneName));
  const known = Object.entries(regionFacts(region.regionName)?.exampleZoneNames ?? {});
  const next = known.sort(([a], [b]) => (a < b ? -1 : 1)).find(([zoneName]) => !names.has(zoneName));
  return next && { zoneName: next[0], zoneId: next[1] };
}

/** Adds that zone to the document. A region that AWS's list does not know gets lettered zones. */
export function makeZone(draft: Draft, region: ResourceOf<'region'>): Zone {
  const known = nextZoneOfRegion(draft.document, region);
  const letter = 'abcdef'.charAt(zonesOf(draft.document, region.id).length % 6);
  const zone: Zone = {
    id: draft.nextId('zone'),
    kind: 'zone',
    region: region.id,
    ...(known ?? { zoneName: `${region.regionName}${letter}` }),
  };
  draft.add(zone);
  return zone;
}
