/** One paste under way: what is copied, where it goes, and what is made so far. */
import type { Kind, Resource, ResourceOf, ScenarioChange } from '../../catalog/descriptors';
import { getKind } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { makeZone, nextZoneOfRegion, zonesOf } from '../next-zone';
import { carriersOf } from './carriers';
import type { Clipping, Outside } from './clipping';
import { findAgain } from './find-again';
import { Fresh } from './fresh';
import type { Home } from './homes';

export interface Pasting {
  readonly draft: Draft;
  readonly clipping: Clipping;
  /** By root. */
  readonly homes: ReadonlyMap<ResourceId, Home>;
  /** Whether groups, route tables, placement groups and attachments outside of the copy are kept. */
  readonly keeping: boolean;
  readonly fresh: Fresh;
  readonly inside: ReadonlyMap<ResourceId, Resource>;
  readonly outside: ReadonlyMap<ResourceId, Outside>;
  readonly carriers: ReadonlyMap<ResourceId, ResourceId>;
  /** Zones of the document by those of the original. */
  readonly zones: Map<ResourceId, ResourceId>;
  /** New ids by those of the original. */
  readonly ids: Map<ResourceId, ResourceId>;
  /** Copies by the id of the original, as far as they are made. */
  readonly made: Map<ResourceId, Resource>;
  /** The same by their new id. */
  readonly copies: Map<ResourceId, Resource>;
  readonly changes: ScenarioChange[];
  /** In words: what was left out. */
  readonly left: string[];
  /** Elastic IPs that copies have now, and whether they were allocated for them. */
  readonly addresses: { readonly publicIp: string; readonly of: ResourceId; readonly isNew: boolean }[];
}

/** What a copy is called by, and its id. */
export interface Identity {
  readonly id: ResourceId;
  readonly name?: string;
}

export function beginPasting(
  draft: Draft,
  clipping: Clipping,
  homes: ReadonlyMap<ResourceId, Home>,
  keeping: boolean,
): Pasting {
  const pasting = {
    draft,
    clipping,
    homes,
    keeping,
    inside: new Map(clipping.resources.map((resource) => [resource.id, resource])),
    outside: new Map(clipping.outside.map((one) => [one.id, one])),
    carriers: carriersOf(clipping),
    zones: new Map<ResourceId, ResourceId>(),
    ids: new Map<ResourceId, ResourceId>(),
    made: new Map<ResourceId, Resource>(),
    copies: new Map<ResourceId, Resource>(),
    changes: [],
    left: [...clipping.left],
    addresses: [],
  };
  for (const resource of clipping.resources) findZone(pasting, resource);
  // Regions and zones that were missing are there now.
  return { ...pasting, fresh: new Fresh(draft.document) };
}

/** Where it belongs: of a root what was found for it, of the rest what its root got. */
export const homeOf = ({ homes, carriers }: Pick<Pasting, 'homes' | 'carriers'>, id: ResourceId): Home =>
  homes.get(carriers.get(id) ?? id) ?? {};

/** The copy of an original. */
export function copyOf<K extends Kind>(
  { made }: Pasting,
  id: ResourceId | undefined,
  kind: K,
): ResourceOf<K> | undefined {
  const copy = id === undefined ? undefined : made.get(id);
  return copy?.kind === kind ? (copy as ResourceOf<K>) : undefined;
}

/** What a new id stands for: a copy, or something that was there. */
export function here<K extends Kind>(
  { copies, draft }: Pasting,
  id: ResourceId | undefined,
  kind: K,
): ResourceOf<K> | undefined {
  const copy = id === undefined ? undefined : copies.get(id);
  return copy?.kind === kind ? (copy as ResourceOf<K>) : getKind(draft.document, id, kind);
}

/** The VPC that the copy of something with a VPC belongs to. */
export const vpcFor = (
  pasting: Pasting,
  original: { readonly id: ResourceId; readonly vpcId?: ResourceId },
): ResourceId | undefined => copyOf(pasting, original.vpcId, 'vpc')?.id ?? homeOf(pasting, original.id).vpc;

/** The region a copy goes to; a document without one gets that of the original. */
export function regionFor(
  {
    draft,
    clipping,
    outside,
    ...rest
  }: Pick<Pasting, 'draft' | 'clipping' | 'outside' | 'homes' | 'carriers'>,
  original: Resource,
): ResourceId {
  const home = homeOf(rest, original.id);
  if (home.region !== undefined) return home.region;
  const zone = 'availabilityZone' in original ? outside.get(original.availabilityZone) : undefined;
  const named = outside.get('region' in original ? original.region : (zone?.within ?? ''));
  const regionName =
    named?.called ?? clipping.outside.find(({ kind }) => kind === 'region')?.called ?? 'us-east-1';
  const there = Object.values(draft.document.resources).find(
    (one) => one.kind === 'region' && one.regionName === regionName,
  );
  return there?.id ?? draft.add({ id: draft.nextId('region'), kind: 'region', regionName });
}

/** The zone of the same name, one with the same letter that stands for no other, or a new one. */
function findZone(pasting: Omit<Pasting, 'fresh'>, original: Resource): void {
  const { draft, outside, zones } = pasting;
  if (!('availabilityZone' in original) || zones.has(original.availabilityZone)) return;
  const known = outside.get(original.availabilityZone);
  const region = getKind(draft.document, regionFor(pasting, original), 'region');
  if (!known || !region) return;
  const find = (): ResourceId | undefined => {
    const again = findAgain(
      draft.document,
      known,
      (zone) => zone.kind === 'zone' && zone.region === region.id,
    );
    const letter = (known.called ?? '').slice(-1);
    const used = new Set(zones.values());
    const alike = zonesOf(draft.document, region.id).find(
      (zone) => zone.zoneName.endsWith(letter) && !used.has(zone.id),
    );
    return again?.id ?? alike?.id;
  };
  let zone = find();
  while (zone === undefined && nextZoneOfRegion(draft.document, region)) {
    makeZone(draft, region);
    zone = find();
  }
  zones.set(
    original.availabilityZone,
    zone ?? zonesOf(draft.document, region.id)[0]?.id ?? makeZone(draft, region).id,
  );
}
