/** Copying: a selection with what belongs to it. Runs in the page too, because the browser wants the text at once. */
import type { Resource, Scenario } from '../../catalog/descriptors';
import { get, sorted } from '../../catalog/lookup';
import { fit, type Drawing } from '../../drawing/fit';
import { lanesOf, parseLaneKey, type PlaceKey } from '../../drawing/place';
import type { LayoutBox, ResourceId } from '../../model/resource';
import { referencesOf } from '../../persistence/references';
import { belongingsOf } from './belongings';
import {
  calledOf,
  CLIPBOARD_FORMAT,
  CLIPBOARD_VERSION,
  withinOf,
  type Clipping,
  type Outside,
} from './clipping';

/**
 * @param keys resource ids and lanes.
 * @returns `null` where nothing of the selection can be copied.
 */
export function clip(
  document: Scenario,
  keys: readonly PlaceKey[],
  drawing: Drawing = fit(document),
): Clipping | null {
  const { roots, ids, left } = belongingsOf(document, keys);
  if (roots.length === 0) return null;
  const resources = sorted(document).filter(({ id }) => ids.has(id));
  return {
    format: CLIPBOARD_FORMAT,
    version: CLIPBOARD_VERSION,
    roots,
    resources,
    outside: outsideOf(document, resources, ids),
    places: placesOf(document, drawing, roots, ids),
    left: [...new Set(left)],
  };
}

function outsideOf(
  document: Scenario,
  resources: readonly Resource[],
  inside: ReadonlySet<ResourceId>,
): readonly Outside[] {
  const found = new Map<ResourceId, Outside>();
  const add = (id: ResourceId | undefined): void => {
    const resource = get(document, id);
    if (!resource || inside.has(resource.id) || found.has(resource.id)) return;
    const called = calledOf(resource);
    const within = withinOf(resource);
    found.set(resource.id, {
      id: resource.id,
      kind: resource.kind,
      ...(called === undefined ? {} : { called }),
      ...('cidrBlock' in resource && resource.cidrBlock !== undefined
        ? { cidrBlock: resource.cidrBlock }
        : {}),
      ...('ipv6CidrBlock' in resource && resource.ipv6CidrBlock !== undefined
        ? { ipv6CidrBlock: resource.ipv6CidrBlock }
        : {}),
      ...(within === undefined ? {} : { within }),
    });
    // A subnet is found again by its VPC, that by its region; a volume needs the zone.
    add(within);
    if (resource.kind === 'subnet') add(resource.availabilityZone);
  };
  for (const resource of resources) {
    for (const { id } of referencesOf(resource)) add(id);
    for (const id of listsOf(resource)) add(id);
  }
  return [...found.values()];
}

/** Prefix lists are named as text: AWS's own need not be in the document. */
export function listsOf(resource: Resource): readonly string[] {
  if (resource.kind === 'route-table')
    return resource.routes.flatMap(({ destinationPrefixListId }) => destinationPrefixListId ?? []);
  if (resource.kind === 'security-group')
    return [...resource.securityGroupIngress, ...resource.securityGroupEgress].flatMap(
      ({ prefixListId }) => prefixListId ?? [],
    );
  return [];
}

function placesOf(
  document: Scenario,
  drawing: Drawing,
  roots: readonly ResourceId[],
  ids: ReadonlySet<ResourceId>,
): Readonly<Record<PlaceKey, LayoutBox>> {
  const places: Record<PlaceKey, LayoutBox> = {};
  const lanes = lanesOf(document).filter((key) => ids.has(parseLaneKey(key)?.vpcId ?? ''));
  for (const key of [...ids, ...lanes]) {
    const place = Object.hasOwn(document.layout, key) ? document.layout[key] : undefined;
    if (place) places[key] = place;
  }
  for (const id of roots) {
    const drawn = drawing.things.get(id);
    if (drawn) places[id] = { ...places[id], x: Math.round(drawn.left), y: Math.round(drawn.top) };
  }
  return places;
}
