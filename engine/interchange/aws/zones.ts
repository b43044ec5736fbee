/** Regions and Availability Zones of the input. Zone names differ between accounts, zone ids do not. */
import type { ResourceId } from '../../model/resource';
import type { Collected, Element } from './collected';
import { byCodeUnit } from './id-book';
import { regionOfZoneName } from './place';
import type { Regions } from './regions';
import { object, text } from './values';

export interface ZonePlan {
  readonly id: ResourceId;
  readonly region: string;
  readonly zoneName: string;
  readonly zoneId?: string;
}

/** Things that stand in a region without a zone of their own. */
const REGIONAL = [
  'Vpcs',
  'InternetGateways',
  'Addresses',
  'PlacementGroups',
  'PrefixLists',
  'OtherResources',
] as const;

export class Zones {
  readonly all: readonly ZonePlan[];
  readonly regions: readonly string[];
  readonly #byName = new Map<string, ResourceId>();
  readonly #byId = new Map<string, ResourceId>();

  constructor(collected: Collected, regions: Regions) {
    const named = new Map<string, { region: string; zoneName: string; zoneId?: string }>();
    const regionNames = new Set<string>();
    const { lists } = collected;
    for (const list of [lists.AvailabilityZones, lists.Subnets, lists.Volumes, lists.Instances])
      for (const element of list.values()) {
        const zone = zoneOf(element, regions);
        if (zone.zoneName.length > 32 || (zone.zoneId?.length ?? 0) > 32) continue;
        const key = `${element.account ?? ''} ${zone.zoneName}`;
        const known = named.get(key);
        if (!known || (known.zoneId === undefined && zone.zoneId !== undefined)) named.set(key, zone);
      }
    for (const list of REGIONAL.map((name) => lists[name]))
      for (const element of list.values()) regionNames.add(regions.of(element));
    for (const zone of named.values()) regionNames.add(zone.region);
    this.regions = [...regionNames].sort(byCodeUnit);
    const plans: ZonePlan[] = [];
    const entries = [...named].sort(([a, x], [b, y]) =>
      byCodeUnit(`${x.region} ${x.zoneName} ${a}`, `${y.region} ${y.zoneName} ${b}`),
    );
    for (const [key, zone] of entries) {
      const identity = zone.zoneId ?? `${zone.region} ${zone.zoneName}`;
      let id = this.#byId.get(identity);
      if (id === undefined) {
        id = `az-${plans.length + 1}`;
        plans.push({ id, ...zone });
        this.#byId.set(identity, id);
      }
      this.#byName.set(key, id);
    }
    this.all = plans;
  }

  of(element: Element, regions: Regions): ResourceId | undefined {
    const { zoneName, zoneId } = zoneOf(element, regions);
    return (
      (zoneId === undefined ? undefined : this.#byId.get(zoneId)) ??
      this.#byName.get(`${element.account ?? ''} ${zoneName}`) ??
      this.#byName.values().next().value
    );
  }
}

/** Every subnet is in a zone; where the input does not say, the region's first one is taken. */
function zoneOf(element: Element, regions: Regions): { region: string; zoneName: string; zoneId?: string } {
  const { value } = element;
  const placement = object(value, 'Placement');
  const zoneId =
    text(value, 'AvailabilityZoneId') ?? text(value, 'ZoneId') ?? text(placement, 'AvailabilityZoneId');
  const zoneName =
    text(value, 'AvailabilityZone') ??
    text(value, 'ZoneName') ??
    text(placement, 'AvailabilityZone') ??
    zoneId ??
    `${regions.of(element)}a`;
  const region = regionOfZoneName(zoneName) ?? regions.of(element);
  return zoneId === undefined ? { region, zoneName } : { region, zoneName, zoneId };
}

/** Does the input say where this stands? */
export const saysZone = ({ value }: Element): boolean =>
  (text(value, 'AvailabilityZone') ?? text(value, 'AvailabilityZoneId') ?? text(value, 'ZoneName')) !==
  undefined;
