/** Deleting: what EC2 refuses with DependencyViolation is done here in the right order, as one step. */
import type { Resource, Scenario } from '../catalog/descriptors';
import { allOf, defaultNetworkAcl, get, getKind, labelOf } from '../catalog/lookup';
import { parseLaneKey, type PlaceKey } from '../drawing/place';
import type { ResourceId } from '../model/resource';
import { alongWith, inLane, removeAll } from './cascade';
import { managedRefusal } from './place/service';
import { accept, refuse, type Plan, type Refused, type Situation } from './plan';
import { SOURCES } from './sources';

/** @param keys resource ids and lanes; a lane stands for its subnets. */
export function planDelete({ document }: Situation, keys: readonly PlaceKey[]): Plan {
  const lanes = keys.flatMap((key) => (parseLaneKey(key) ? [key] : []));
  const ids = keys.flatMap((key) => {
    const lane = parseLaneKey(key);
    return lane ? inLane(document, lane.vpcId, lane.zoneId) : get(document, key) ? [key] : [];
  });
  if (ids.length === 0 && lanes.length === 0)
    return refuse('DELETE-001', 'There is nothing to delete.', SOURCES.errors);
  const chosen = new Set(ids);
  const gone = alongWith(document, ids);
  for (const id of ids) {
    const resource = get(document, id);
    const refused = resource && refusalFor(document, resource, chosen, gone);
    if (refused) return refused;
  }
  return accept(labelFor(document, keys, ids, gone), (draft) => {
    removeAll(draft, gone);
    for (const lane of lanes)
      if (Object.hasOwn(draft.document.layout, lane)) draft.apply({ type: 'move', id: lane, to: null });
    return undefined;
  });
}

function labelFor(
  document: Scenario,
  keys: readonly PlaceKey[],
  ids: readonly ResourceId[],
  gone: ReadonlySet<ResourceId>,
): string {
  const [first] = keys;
  const zone = getKind(document, parseLaneKey(first ?? '')?.zoneId, 'zone');
  const what =
    keys.length !== 1 || first === undefined
      ? `${keys.length} things`
      : zone
        ? `lane ${zone.zoneName}`
        : labelOf(document, first);
  const further = gone.size - ids.length + (zone ? ids.length : 0);
  if (further === 0) return `Delete ${what}`;
  if (further > 1) return `Delete ${what} and ${further} things with it`;
  const chosen = new Set(ids);
  const other = [...gone].find((id) => zone !== undefined || !chosen.has(id)) ?? '';
  return `Delete ${what} and ${labelOf(document, other)} with it`;
}

/** What comes with a VPC lives as long as it does; what carries something else is deleted with that. */
function refusalFor(
  document: Scenario,
  resource: Resource,
  chosen: ReadonlySet<ResourceId>,
  gone: ReadonlySet<ResourceId>,
): Refused | null {
  const label = labelOf(document, resource.id);
  const instead = (id: ResourceId): Refused['offer'] => {
    const all = alongWith(document, [...chosen, id]);
    return {
      label: `Delete ${labelOf(document, id)} and ${label}`,
      build: (draft) => {
        removeAll(draft, all);
        return undefined;
      },
    };
  };
  switch (resource.kind) {
    case 'route-table':
      if (!resource.main || gone.has(resource.vpcId)) return null;
      return refuse(
        'DependencyViolation',
        `${label} is the main route table of ${labelOf(document, resource.vpcId)} and lives as long as the VPC.`,
        SOURCES.routeTables,
      );
    case 'network-acl':
      if (gone.has(resource.vpcId) || defaultNetworkAcl(document, resource.vpcId)?.id !== resource.id)
        return null;
      return refuse(
        'InvalidParameterValue',
        `${label} is the default network ACL of ${labelOf(document, resource.vpcId)} and can't be deleted. Change its rules, or give the subnets another ACL.`,
        SOURCES.networkAcls,
      );
    case 'security-group':
      if (resource.groupName !== 'default' || gone.has(resource.vpcId)) return null;
      return refuse(
        'CannotDelete',
        `The group "default" of ${labelOf(document, resource.vpcId)} can't be deleted by a user. Take it off the interfaces, or change its rules.`,
        SOURCES.defaultGroup,
      );
    case 'network-interface': {
      const { managedBy } = resource;
      if (managedBy !== undefined && !chosen.has(managedBy) && !stands(document, resource.subnetId, gone)) {
        const managed = managedRefusal(document, resource, instead(managedBy));
        if (managed) return managed;
      }
      const instanceId = resource.attachment?.instanceId;
      if (resource.attachment?.deviceIndex !== 0 || !instanceId || chosen.has(instanceId)) return null;
      if (!get(document, instanceId) || stands(document, resource.subnetId, gone)) return null;
      return refuse(
        'OperationNotPermitted',
        `${label} is the primary interface of ${labelOf(document, instanceId)} and goes with it.`,
        SOURCES.attachInterface,
        instead(instanceId),
      );
    }
    case 'volume': {
      const instanceId = resource.attachment?.instanceId;
      if (!resource.attachment?.root || !instanceId || gone.has(instanceId) || !get(document, instanceId))
        return null;
      return refuse(
        'VolumeInUse',
        `${label} is the root volume of ${labelOf(document, instanceId)}, which can't be without one.`,
        SOURCES.detachVolume,
        instead(instanceId),
      );
    }
    case 'elastic-ip': {
      const nat = allOf(document, 'nat-gateway').find((gateway) => gateway.allocationId === resource.id);
      if (!nat || gone.has(nat.id)) return null;
      return refuse(
        'InvalidIPAddress.InUse',
        `${resource.publicIp} is the address of ${labelOf(document, nat.id)}. Delete the NAT gateway first.`,
        SOURCES.natGateway,
        instead(nat.id),
      );
    }
    case 'prefix-list': {
      const user = usersOf(document, resource.id).find((id) => !gone.has(id));
      if (user === undefined) return null;
      return refuse(
        'PrefixListInUse',
        `${resource.prefixListName} is named by a ${get(document, user)?.kind === 'route-table' ? 'route' : 'rule'} of ${labelOf(document, user)}. Delete that first, or the gateway endpoint that a route leads to.`,
        SOURCES.prefixLists,
      );
    }
    case 'region':
    case 'zone':
    case 'vpc':
    case 'subnet':
    case 'instance':
    case 'placement-group':
    case 'internet-gateway':
    case 'nat-gateway':
    case 'egress-only-internet-gateway':
    case 'vpc-endpoint':
    case 'load-balancer':
    case 'target-group':
    case 'vpc-peering-connection':
    case 'other-resource':
    case 'internet':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
      return null;
  }
}

const stands = (document: Scenario, subnetId: ResourceId, gone: ReadonlySet<ResourceId>): boolean =>
  gone.has(subnetId) && getKind(document, subnetId, 'subnet') !== undefined;

/** Tables and groups that name a prefix list. */
const usersOf = (document: Scenario, listId: ResourceId): readonly ResourceId[] => [
  ...allOf(document, 'route-table')
    .filter((table) => table.routes.some((route) => route.destinationPrefixListId === listId))
    .map(({ id }) => id),
  ...allOf(document, 'security-group')
    .filter((group) =>
      [...group.securityGroupIngress, ...group.securityGroupEgress].some(
        (rule) => rule.prefixListId === listId,
      ),
    )
    .map(({ id }) => id),
];
