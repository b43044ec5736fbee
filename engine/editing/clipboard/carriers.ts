/** Which root each copied thing goes along with. */
import type { Resource } from '../../catalog/descriptors';
import type { ResourceId } from '../../model/resource';
import type { Clipping } from './clipping';

export function carriersOf({ roots, resources }: Clipping): ReadonlyMap<ResourceId, ResourceId> {
  const inside = new Map(resources.map((resource) => [resource.id, resource]));
  const balancers = new Map(
    resources.flatMap((resource) =>
      resource.kind === 'load-balancer'
        ? resource.listeners.flatMap(({ targetGroupIds }) =>
            targetGroupIds.map((id): [ResourceId, ResourceId] => [id, resource.id]),
          )
        : [],
    ),
  );
  const primaries = new Map(
    resources.flatMap((resource): [ResourceId, Resource][] =>
      resource.kind === 'network-interface' && resource.attachment?.deviceIndex === 0
        ? [[resource.attachment.instanceId, resource]]
        : [],
    ),
  );
  const known = new Set(roots);
  const found = new Map<ResourceId, ResourceId>();
  for (const resource of resources) {
    const seen = new Set<ResourceId>();
    let at: Resource | undefined = resource;
    // Made by hand, a text may lead in a circle.
    while (at && !known.has(at.id) && !seen.has(at.id)) {
      seen.add(at.id);
      at = upFrom(at, primaries, balancers).flatMap((id) => inside.get(id) ?? [])[0];
    }
    if (at && known.has(at.id)) found.set(resource.id, at.id);
    else if (roots[0] !== undefined) found.set(resource.id, roots[0]);
  }
  return found;
}

/** What it goes along with, the nearest first. */
function upFrom(
  resource: Resource,
  primaries: ReadonlyMap<ResourceId, Resource>,
  balancers: ReadonlyMap<ResourceId, ResourceId>,
): readonly ResourceId[] {
  const up: (ResourceId | undefined)[] = [];
  if ('attachment' in resource) up.push(resource.attachment?.instanceId);
  if (resource.kind === 'network-interface') up.push(resource.managedBy);
  // A primary interface leads on from its instance to the subnet it stands in.
  const primary = resource.kind === 'instance' ? primaries.get(resource.id) : undefined;
  if (primary?.kind === 'network-interface') up.push(primary.subnetId);
  if ('subnetId' in resource) up.push(resource.subnetId);
  if (resource.kind === 'elastic-ip') up.push(resource.networkInterfaceId);
  up.push(balancers.get(resource.id));
  if ('vpcId' in resource) up.push(resource.vpcId);
  return up.filter((id) => id !== undefined);
}
