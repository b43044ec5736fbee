/** Another region for everything. */
import { type ResourceOf } from '../../catalog/descriptors';
import { regionFacts } from '../../facts/regions';
import { zonesOf } from '../next-zone';
import { accept, type Plan, type Situation } from '../plan';

/** The zones keep their order and take the new region's names. */
export function planRegionName(
  { document }: Situation,
  region: ResourceOf<'region'>,
  regionName: string,
): Plan {
  const known = Object.entries(regionFacts(regionName)?.exampleZoneNames ?? {}).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return accept(`Move everything to ${regionName}`, (draft) => {
    draft.update(region.id, { regionName });
    zonesOf(document, region.id).forEach((zone, index) => {
      const [zoneName, zoneId] = known[index] ?? [`${regionName}${'abcdef'.charAt(index % 6)}`, null];
      draft.update(zone.id, { zoneName, zoneId });
    });
    return region.id;
  });
}
