/** What goes along with a deletion, and what lets go of it: one change set, one undo. */
import type { Resource, Scenario, ScenarioChange } from '../catalog/descriptors';
import {
  allOf,
  defaultSecurityGroup,
  get,
  getKind,
  interfacesOf,
  sorted,
  volumesOf,
} from '../catalog/lookup';
import { parseLaneKey } from '../drawing/place';
import type { ResourceId } from '../model/resource';
import { letGo } from '../persistence/references';
import { nodesOf } from '../catalog/nodes-table';
import type { Draft } from './draft';
import { defaultGroups } from './make/make-node';

/**
 * Everything that stands in what is deleted, and what an instance takes with it: its primary interface and whatever
 * is marked "delete on termination".
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/terminating-instances.html
 */
export function alongWith(document: Scenario, ids: readonly ResourceId[]): ReadonlySet<ResourceId> {
  const gone = new Set<ResourceId>(ids);
  let size = -1;
  while (size !== gone.size) {
    size = gone.size;
    for (const resource of sorted(document)) {
      if (!gone.has(resource.id)) {
        if (letGo(resource, gone) === null) gone.add(resource.id);
        continue;
      }
      for (const id of heldBy(document, resource, gone)) gone.add(id);
    }
  }
  return gone;
}

function heldBy(
  document: Scenario,
  resource: Resource,
  gone: ReadonlySet<ResourceId>,
): readonly ResourceId[] {
  switch (resource.kind) {
    // A peering connection ends with either of its VPCs; the other side's routes become blackholes.
    case 'vpc':
      return allOf(document, 'vpc-peering-connection')
        .filter((peering) => peering.vpcId === resource.id || peering.peerVpcId === resource.id)
        .map((peering) => peering.id);
    case 'load-balancer':
    case 'vpc-endpoint':
      return nodesOf(document, resource.id).map((node) => node.id);
    case 'instance':
      return [
        ...interfacesOf(document, resource.id).filter(
          (eni) => eni.attachment?.deviceIndex === 0 || eni.attachment?.deleteOnTermination,
        ),
        ...volumesOf(document, resource.id).filter((volume) => volume.attachment?.deleteOnTermination),
      ].map((held) => held.id);
    // An instance stands by its primary interface and can't be without one.
    case 'network-interface': {
      // Without its last node a balancer or an endpoint is nowhere.
      const { managedBy } = resource;
      if (managedBy !== undefined && get(document, managedBy))
        return nodesOf(document, managedBy).every((node) => gone.has(node.id)) ? [managedBy] : [];
      return resource.attachment?.deviceIndex === 0 && get(document, resource.attachment.instanceId)
        ? [resource.attachment.instanceId]
        : [];
    }
    default:
      return [];
  }
}

/** Removes them; what named one of them lets go. Routes keep their target and become blackholes, as on EC2. */
export function removeAll(draft: Draft, gone: ReadonlySet<ResourceId>): void {
  const { document } = draft;
  const changes: ScenarioChange[] = [];
  for (const { id, target, to } of document.script)
    if (gone.has(target) || (to !== undefined && gone.has(to))) changes.push({ type: 'remove-action', id });
  for (const resource of sorted(document)) {
    const set = gone.has(resource.id) ? {} : release(document, resource, gone);
    if (Object.keys(set).length > 0) changes.push({ type: 'update', id: resource.id, set });
  }
  for (const key of Object.keys(document.layout).sort()) {
    const lane = parseLaneKey(key);
    if (lane && (gone.has(lane.vpcId) || gone.has(lane.zoneId)))
      changes.push({ type: 'move', id: key, to: null });
  }
  // Children first, so that undo brings parents back before them.
  for (const { id } of [...sorted(document)].reverse())
    if (gone.has(id)) changes.push({ type: 'remove', id });
  draft.applyAll(changes);
}

/** What changes in a thing that stays: relations to what goes end. */
function release(
  document: Scenario,
  resource: Resource,
  gone: ReadonlySet<ResourceId>,
): Readonly<Record<string, unknown>> {
  if (resource.kind === 'security-group') {
    const keeps = (rule: { readonly peerGroupId?: ResourceId }): boolean =>
      rule.peerGroupId === undefined || !gone.has(rule.peerGroupId);
    const rules: Record<string, unknown> = {};
    for (const key of ['securityGroupIngress', 'securityGroupEgress'] as const)
      if (!resource[key].every(keeps)) rules[key] = resource[key].filter(keeps);
    return rules;
  }
  if (resource.kind === 'route-table') {
    // Routes for prefix lists come and go with their gateway endpoint; no other route does.
    // Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    const routes = resource.routes.filter(
      ({ gatewayId }) =>
        gatewayId === undefined || !gone.has(gatewayId) || !getKind(document, gatewayId, 'vpc-endpoint'),
    );
    return routes.length === resource.routes.length && !gone.has(resource.gatewayId ?? '')
      ? {}
      : { routes, ...(gone.has(resource.gatewayId ?? '') ? { gatewayId: null } : {}) };
  }
  if (resource.kind === 'target-group') {
    const targets = resource.targets.filter(({ instanceId }) => !gone.has(instanceId ?? ''));
    return targets.length === resource.targets.length ? {} : { targets };
  }
  const left = letGo(resource, gone);
  if (left === null) return {};
  const set = differences(resource, left);
  if (resource.kind === 'network-interface' && Array.isArray(set.groupSet) && set.groupSet.length === 0) {
    // An interface is never without a group: it falls back to the default one.
    const vpcId = getKind(document, resource.subnetId, 'subnet')?.vpcId;
    const fallback = defaultSecurityGroup(document, vpcId ?? '');
    set.groupSet = fallback ? [fallback.id] : [];
  }
  const ownGroups = resource.kind === 'load-balancer' ? 'securityGroups' : 'securityGroupIds';
  if (resource.kind === 'load-balancer' || resource.kind === 'vpc-endpoint') {
    const groups = set[ownGroups];
    // So do its nodes, above.
    if (Array.isArray(groups) && groups.length === 0)
      set[ownGroups] = defaultGroups(document, resource.vpcId);
  }
  if (resource.kind === 'elastic-ip' && set.networkInterfaceId === null) set.privateIpAddress = null;
  if (resource.kind === 'instance' && set.placementGroup === null && resource.partitionNumber !== undefined)
    set.partitionNumber = null;
  return set;
}

function differences(before: Resource, after: Resource): Record<string, unknown> {
  const [from, to] = [before, after] as unknown as readonly [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const set: Record<string, unknown> = {};
  for (const key of Object.keys(from))
    if (JSON.stringify(from[key]) !== JSON.stringify(to[key])) set[key] = to[key] ?? null;
  return set;
}

/** Subnets of a lane. */
export const inLane = (document: Scenario, vpcId: ResourceId, zoneId: ResourceId): readonly ResourceId[] =>
  allOf(document, 'subnet')
    .filter((subnet) => subnet.vpcId === vpcId && subnet.availabilityZone === zoneId)
    .map((subnet) => subnet.id);
