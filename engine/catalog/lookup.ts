/** Typed look-ups in a scenario: by id and kind, by reference, and the relations that every domain needs. */
import type { ResourceId } from '../model/resource';
import type { Kind, Resource, ResourceOf, Scenario } from './descriptors';
import { indexOf } from './resource-index';

export { compareIds } from './id-order';

export function get(document: Scenario, id: ResourceId | undefined): Resource | undefined {
  return id !== undefined && Object.hasOwn(document.resources, id) ? document.resources[id] : undefined;
}

/** The resource if it exists and is of that kind. */
export function getKind<K extends Kind>(
  document: Scenario,
  id: ResourceId | undefined,
  kind: K,
): ResourceOf<K> | undefined {
  const resource = get(document, id);
  return resource?.kind === kind ? (resource as ResourceOf<K>) : undefined;
}

/** All of a kind, sorted by id so that nothing depends on the order in the file. */
export const allOf = <K extends Kind>(document: Scenario, kind: K): readonly ResourceOf<K>[] =>
  (indexOf(document).byKind.get(kind) ?? NONE) as readonly ResourceOf<K>[];

const NONE: readonly never[] = [];

/** All resources sorted by id: `i-2` before `i-10`. */
export const sorted = (document: Scenario): readonly Resource[] => indexOf(document).sorted;

/** Interfaces attached to an instance, primary first. */
export const interfacesOf = (
  document: Scenario,
  instanceId: ResourceId,
): readonly ResourceOf<'network-interface'>[] => indexOf(document).interfaces.get(instanceId) ?? [];

/** Volumes attached to an instance, the root volume first. */
export const volumesOf = (document: Scenario, instanceId: ResourceId): readonly ResourceOf<'volume'>[] =>
  indexOf(document).volumes.get(instanceId) ?? [];

export function primaryInterface(
  document: Scenario,
  instanceId: ResourceId,
): ResourceOf<'network-interface'> | undefined {
  return interfacesOf(document, instanceId).find((eni) => eni.attachment?.deviceIndex === 0);
}

/** The subnet an instance stands in: that of its primary interface. */
export function subnetOfInstance(
  document: Scenario,
  instanceId: ResourceId,
): ResourceOf<'subnet'> | undefined {
  return getKind(document, primaryInterface(document, instanceId)?.subnetId, 'subnet');
}

export function mainRouteTable(document: Scenario, vpcId: ResourceId): ResourceOf<'route-table'> | undefined {
  return allOf(document, 'route-table').find((table) => table.vpcId === vpcId && table.main === true);
}

export function defaultNetworkAcl(
  document: Scenario,
  vpcId: ResourceId,
): ResourceOf<'network-acl'> | undefined {
  return allOf(document, 'network-acl').find((acl) => acl.vpcId === vpcId && acl.isDefault === true);
}

export function defaultSecurityGroup(
  document: Scenario,
  vpcId: ResourceId,
): ResourceOf<'security-group'> | undefined {
  return allOf(document, 'security-group').find(
    (group) => group.vpcId === vpcId && group.groupName === 'default',
  );
}

/** The table a subnet uses: its own, else the main one (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html). */
export function routeTableOf(
  document: Scenario,
  subnet: ResourceOf<'subnet'>,
): ResourceOf<'route-table'> | undefined {
  return getKind(document, subnet.routeTableId, 'route-table') ?? mainRouteTable(document, subnet.vpcId);
}

/** The ACL a subnet uses: its own, else the default one (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html). */
export function networkAclOf(
  document: Scenario,
  subnet: ResourceOf<'subnet'>,
): ResourceOf<'network-acl'> | undefined {
  return getKind(document, subnet.networkAclId, 'network-acl') ?? defaultNetworkAcl(document, subnet.vpcId);
}

/**
 * The AWS service that uses an interface of its own: `transit gateway`, `load balancer` …; null for one of the user's.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
 */
export function serviceUsing(document: Scenario, eni: ResourceOf<'network-interface'>): string | null {
  if (eni.attachment) return null;
  if (eni.interfaceType !== undefined && eni.interfaceType !== 'interface')
    return eni.interfaceType.replaceAll('_', ' ');
  return document.observed[eni.id]?.state === 'in-use' ? 'an AWS service' : null;
}

/** What people call it: its name, else its AWS id, else its id. */
export const labelOf = (document: Scenario, id: ResourceId): string =>
  get(document, id)?.name ?? document.observed[id]?.awsId ?? id;

/** The id a user knows it by: AWS's where an import gave one. */
export const knownIdOf = (document: Scenario, id: ResourceId): string => document.observed[id]?.awsId ?? id;
