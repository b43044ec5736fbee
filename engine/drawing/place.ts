/** Where a thing is drawn. A place is neither a relation nor a resource: it follows from both. */
import type { Kind, Resource, Scenario } from '../catalog/descriptors';
import { allOf, get, getKind, primaryInterface } from '../catalog/lookup';
import type { Appearance } from '../model/kind';
import type { ResourceId } from '../model/resource';

/** A resource id, or a lane: `vpc-1/az-1`. */
export type PlaceKey = string;

/** The key of the bare canvas in a drawing's `children`. */
export const ROOT: PlaceKey = 'canvas';

export interface Place {
  /** The box or card it is drawn in or on; `null`: on the bare canvas. */
  readonly parent: PlaceKey | null;
  readonly how: Appearance;
}

export const laneKey = (vpcId: ResourceId, zoneId: ResourceId): PlaceKey => `${vpcId}/${zoneId}`;

/** The VPC and zone of a lane key; `null` for any other key. */
export function parseLaneKey(
  key: PlaceKey,
): { readonly vpcId: ResourceId; readonly zoneId: ResourceId } | null {
  const slash = key.indexOf('/');
  return slash < 0 ? null : { vpcId: key.slice(0, slash), zoneId: key.slice(slash + 1) };
}

/** Lanes of a document: every VPC and zone that share a subnet or for which the layout names a lane. In id order. */
export function lanesOf(document: Scenario): readonly PlaceKey[] {
  const keys = new Set<PlaceKey>();
  for (const subnet of allOf(document, 'subnet'))
    if (getKind(document, subnet.vpcId, 'vpc')) keys.add(laneKey(subnet.vpcId, subnet.availabilityZone));
  for (const key of Object.keys(document.layout)) {
    const lane = parseLaneKey(key);
    const zone = getKind(document, lane?.zoneId, 'zone');
    const vpc = getKind(document, lane?.vpcId, 'vpc');
    if (zone && vpc && zone.region === vpc.region) keys.add(key);
  }
  const zones = allOf(document, 'zone').map((zone) => zone.id);
  const rank = (key: PlaceKey): number => zones.indexOf(parseLaneKey(key)?.zoneId ?? '');
  return [...keys].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Where a resource is drawn and how.
 * A thing whose box is missing stands on the canvas, so that nothing in a document is ever invisible.
 * @param lanes the document's lanes, if already known.
 */
export function drawnIn(
  document: Scenario,
  id: ResourceId,
  lanes: readonly PlaceKey[] = lanesOf(document),
): Place {
  const resource = get(document, id);
  if (!resource) return { parent: null, how: 'card' };
  return placeOf(document, resource, lanes);
}

function placeOf(document: Scenario, resource: Resource, lanes: readonly PlaceKey[]): Place {
  const inside = (id: ResourceId | undefined): PlaceKey | null =>
    id !== undefined && get(document, id) ? id : null;
  switch (resource.kind) {
    case 'region':
      return { parent: null, how: 'box' };
    case 'zone':
      return { parent: inside(resource.region), how: 'box' };
    case 'vpc':
      return { parent: inside(resource.region), how: 'box' };
    case 'subnet':
      return {
        parent: inside(resource.vpcId) ? laneKey(resource.vpcId, resource.availabilityZone) : null,
        how: 'box',
      };
    case 'instance':
      return { parent: inside(primaryInterface(document, resource.id)?.subnetId), how: 'card' };
    case 'network-interface': {
      const { attachment } = resource;
      if (attachment?.deviceIndex === 0 && getKind(document, attachment.instanceId, 'instance'))
        return { parent: attachment.instanceId, how: 'port' };
      return { parent: inside(resource.subnetId), how: 'port' };
    }
    case 'nat-gateway':
      return { parent: inside(resource.subnetId), how: 'card' };
    case 'internet-gateway':
      return inside(resource.vpcId)
        ? { parent: inside(resource.vpcId), how: 'border' }
        : { parent: inside(resource.region), how: 'card' };
    case 'volume': {
      if (getKind(document, resource.attachment?.instanceId, 'instance'))
        return { parent: resource.attachment?.instanceId ?? null, how: 'docked' };
      const suffix = `/${resource.availabilityZone}`;
      const lane = lanes.find((key) => key.endsWith(suffix));
      const region = getKind(document, resource.availabilityZone, 'zone')?.region;
      return { parent: lane ?? inside(region), how: 'card' };
    }
    case 'elastic-ip': {
      const nat = allOf(document, 'nat-gateway').find((gateway) => gateway.allocationId === resource.id);
      const owner = nat?.id ?? inside(resource.networkInterfaceId);
      return { parent: owner ?? inside(resource.region), how: 'chip' };
    }
    case 'placement-group':
      return { parent: inside(resource.region), how: 'chip' };
    case 'egress-only-internet-gateway':
    case 'vpc-endpoint':
    case 'load-balancer':
      return { parent: inside(resource.vpcId), how: 'border' };
    case 'security-group':
    case 'network-acl':
    case 'route-table':
    case 'target-group':
    case 'vpc-peering-connection':
      return { parent: inside(resource.vpcId), how: 'chip' };
    case 'prefix-list':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
      return { parent: inside(resource.region), how: 'chip' };
    case 'other-resource':
      return { parent: inside(resource.vpcId) ?? inside(resource.region), how: 'chip' };
    case 'internet':
      return { parent: null, how: 'world' };
  }
}

/** What a drawn key is: a kind, or a lane. */
export type DrawnKind = Kind | 'lane';
