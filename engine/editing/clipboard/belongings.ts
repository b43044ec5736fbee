/** What goes along when things are copied, and what has to stay behind. */
import type { Resource, Scenario } from '../../catalog/descriptors';
import { allOf, get, getKind, interfacesOf, labelOf, sorted, volumesOf } from '../../catalog/lookup';
import { nodesOf } from '../../catalog/nodes-table';
import { drawnIn, lanesOf, parseLaneKey, type PlaceKey } from '../../drawing/place';
import type { ResourceId } from '../../model/resource';

export interface Belongings {
  /** The outermost of what was selected. */
  readonly roots: readonly ResourceId[];
  readonly ids: ReadonlySet<ResourceId>;
  /** In words: what belongs to them and stays. */
  readonly left: readonly string[];
}

/** @param keys resource ids and lanes; a region stands for what is in it, a zone or a lane for its subnets. */
export function belongingsOf(document: Scenario, keys: readonly PlaceKey[]): Belongings {
  const left: string[] = [];
  const wanted = new Set<ResourceId>();
  for (const key of keys) for (const id of meantBy(document, key, left)) wanted.add(id);
  const roots = outermost(document, wanted);
  const ids = new Set<ResourceId>();
  gather(document, roots, ids);
  // What is drawn on another selected thing without going along with it: an Elastic IP on its instance.
  for (const id of wanted)
    if (!ids.has(id)) {
      roots.push(id);
      gather(document, [id], ids);
    }
  dropOrphans(document, ids, left);
  for (const peering of allOf(document, 'vpc-peering-connection')) {
    const ends = [peering.vpcId, peering.peerVpcId].filter((id) => id !== undefined && ids.has(id));
    if (ends.length === 2) ids.add(peering.id);
    else if (ends.length === 1) left.push(`peering connection ${labelOf(document, peering.id)}`);
  }
  return { roots: roots.filter((id) => ids.has(id)), ids, left };
}

/** What a selected thing means to somebody who copies it. */
function meantBy(document: Scenario, key: PlaceKey, left: string[]): readonly ResourceId[] {
  const lane = parseLaneKey(key);
  if (lane)
    return allOf(document, 'subnet')
      .filter(({ vpcId, availabilityZone }) => vpcId === lane.vpcId && availabilityZone === lane.zoneId)
      .map(({ id }) => id);
  const resource = get(document, key);
  if (!resource) return [];
  switch (resource.kind) {
    case 'region':
      return sorted(document)
        .filter(
          (other) =>
            'region' in other && other.region === resource.id && other.kind !== 'zone' && isOnItsOwn(other),
        )
        .map(({ id }) => id);
    case 'zone':
      return sorted(document)
        .filter(
          (other) =>
            'availabilityZone' in other && other.availabilityZone === resource.id && isOnItsOwn(other),
        )
        .map(({ id }) => id);
    case 'network-interface': {
      // An instance is nothing without its primary interface, a node nothing without what it is a node of.
      if (resource.managedBy !== undefined && get(document, resource.managedBy)) return [resource.managedBy];
      const { attachment } = resource;
      return attachment?.deviceIndex === 0 && get(document, attachment.instanceId)
        ? [attachment.instanceId]
        : [key];
    }
    case 'volume':
      return resource.attachment?.root && get(document, resource.attachment.instanceId)
        ? [resource.attachment.instanceId]
        : [key];
    case 'internet':
      left.push('the Internet');
      return [];
    case 'vpc-peering-connection':
      left.push(`peering connection ${labelOf(document, resource.id)}`);
      return [];
    case 'prefix-list':
      // AWS keeps those: they are there wherever they are needed.
      if (!resource.prefixListName.startsWith('com.amazonaws.')) return [key];
      left.push(`prefix list ${resource.prefixListName}`);
      return [];
    default:
      return [key];
  }
}

/** Nothing else takes it along. */
const isOnItsOwn = (resource: Resource): boolean =>
  !('vpcId' in resource && resource.vpcId !== undefined && resource.kind !== 'subnet') &&
  !('attachment' in resource && resource.attachment !== undefined) &&
  !(resource.kind === 'elastic-ip' && resource.networkInterfaceId !== undefined) &&
  !(resource.kind === 'prefix-list' && resource.prefixListName.startsWith('com.amazonaws.'));

function outermost(document: Scenario, ids: ReadonlySet<ResourceId>): ResourceId[] {
  const lanes = lanesOf(document);
  const parentOf = (key: PlaceKey): PlaceKey | null =>
    parseLaneKey(key)?.vpcId ?? drawnIn(document, key, lanes).parent;
  return [...ids].filter((id) => {
    for (let parent = parentOf(id); parent !== null; parent = parentOf(parent))
      if (ids.has(parent)) return false;
    return true;
  });
}

function gather(document: Scenario, from: readonly ResourceId[], ids: Set<ResourceId>): void {
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const resource = get(document, id);
    if (!resource || ids.has(id)) continue;
    ids.add(id);
    waiting.push(...withIt(document, resource));
  }
}

function withIt(document: Scenario, resource: Resource): readonly ResourceId[] {
  switch (resource.kind) {
    case 'vpc':
      return sorted(document)
        .filter(
          (other) =>
            other.kind !== 'vpc-peering-connection' && 'vpcId' in other && other.vpcId === resource.id,
        )
        .map(({ id }) => id);
    case 'subnet':
      return [
        ...allOf(document, 'network-interface')
          .filter((eni) => eni.subnetId === resource.id)
          .flatMap(({ id, attachment }) =>
            attachment?.deviceIndex === 0 && getKind(document, attachment.instanceId, 'instance')
              ? [id, attachment.instanceId]
              : [id],
          ),
        ...allOf(document, 'nat-gateway')
          .filter((nat) => nat.subnetId === resource.id)
          .map(({ id }) => id),
      ];
    case 'instance':
      return [...interfacesOf(document, resource.id), ...volumesOf(document, resource.id)].map(
        ({ id }) => id,
      );
    case 'network-interface':
      // A copy is as reachable as its original: with an Elastic IP of its own.
      return addressesOf(document, resource.id);
    case 'load-balancer':
      // A target group serves one load balancer only.
      return [
        ...nodesOf(document, resource.id).map(({ id }) => id),
        ...resource.listeners.flatMap((listener) => listener.targetGroupIds),
      ];
    case 'vpc-endpoint':
      return nodesOf(document, resource.id).map(({ id }) => id);
    default:
      return [];
  }
}

const addressesOf = (document: Scenario, eniId: ResourceId): readonly ResourceId[] =>
  allOf(document, 'elastic-ip')
    .filter(({ networkInterfaceId }) => networkInterfaceId === eniId)
    .map(({ id }) => id);

/** Interfaces that AWS keeps for something that is not copied. */
function dropOrphans(document: Scenario, ids: Set<ResourceId>, left: string[]): void {
  for (const eni of allOf(document, 'network-interface')) {
    if (!ids.has(eni.id)) continue;
    const owner = eni.managedBy;
    const isService = eni.interfaceType !== undefined && eni.interfaceType !== 'interface';
    if (owner === undefined ? !isService : ids.has(owner)) continue;
    ids.delete(eni.id);
    for (const id of addressesOf(document, eni.id)) ids.delete(id);
    left.push(`a node of ${owner === undefined ? (eni.interfaceType ?? '') : labelOf(document, owner)}`);
  }
}
