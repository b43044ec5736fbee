/** A place id as the thing it stands for. */
import type { Resource, ResourceOf, Scenario } from '../catalog/descriptors';
import { get, getKind } from '../catalog/lookup';
import { parseLaneKey } from '../drawing/place';
import { CANVAS, type PlaceId } from '../model/proposal';

export type Target =
  | { readonly type: 'canvas' }
  | { readonly type: 'lane'; readonly vpc: ResourceOf<'vpc'>; readonly zone: ResourceOf<'zone'> }
  | { readonly type: 'resource'; readonly resource: Resource };

/** @returns `null` for a place that is not there. */
export function targetOf(document: Scenario, place: PlaceId): Target | null {
  if (place === CANVAS) return { type: 'canvas' };
  const lane = parseLaneKey(place);
  if (lane) {
    const vpc = getKind(document, lane.vpcId, 'vpc');
    const zone = getKind(document, lane.zoneId, 'zone');
    return vpc && zone ? { type: 'lane', vpc, zone } : null;
  }
  const resource = get(document, place);
  return resource ? { type: 'resource', resource } : null;
}
