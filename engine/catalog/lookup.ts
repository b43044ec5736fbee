/** Typed look-ups in a scenario: by id and kind, by reference, and the relations that every domain needs. */
import type { ResourceId } from '../model/resource';
import type { Kind, Resource, ResourceOf, Scenario } from './descriptors';

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
  (indexOf(document).byKind.get(kind) ?? []) as readonly ResourceOf<K>[];

/** All resources sorted by id: `i-2` before `i-10`. */
export const sorted = (document: Scenario): readonly Resource[] => indexOf(document).sorted;

interface Index {
  readonly sorted: readonly Resource[];
  readonly byKind: ReadonlyMap<Kind, readonly Resource[]>;
  readonly interfaces: ReadonlyMap<ResourceId, readonly ResourceOf<'network-interface'>[]>;
  readonly volumes: ReadonlyMap<ResourceId, readonly ResourceOf<'volume'>[]>;
}

// Documents are immutable, so an index stays true as long as its resources object lives.
const indexes = new WeakMap<Scenario['resources'], Index>();

function indexOf(document: Scenario): Index {
  const known = indexes.get(document.resources);
  if (known) return known;
  const all = sortedById(Object.values(document.resources));
  const byKind = groupBy(all, (resource) => resource.kind);
  const interfaces = groupBy(
    (byKind.get('network-interface') ?? []) as ResourceOf<'network-interface'>[],
    (eni) => eni.attachment?.instanceId ?? '',
  );
  for (const list of interfaces.values())
    list.sort((a, b) => (a.attachment?.deviceIndex ?? 0) - (b.attachment?.deviceIndex ?? 0));
  const volumes = groupBy(
    (byKind.get('volume') ?? []) as ResourceOf<'volume'>[],
    (disk) => disk.attachment?.instanceId ?? '',
  );
  for (const list of volumes.values())
    list.sort((a, b) => Number(b.attachment?.root ?? false) - Number(a.attachment?.root ?? false));
  const index: Index = { sorted: all, byKind, interfaces, volumes };
  indexes.set(document.resources, index);
  return index;
}

/** As `compareIds` has it. Ids are numbered as they are made, so that within a prefix there is mostly nothing to sort. */
function sortedById(resources: readonly Resource[]): Resource[] {
  const byPrefix = new Map<string, { readonly resource: Resource; readonly parts: IdParts }[]>();
  for (const resource of resources) {
    const parts = partsOf(resource.id);
    const rows = byPrefix.get(parts.prefix);
    if (rows) rows.push({ resource, parts });
    else byPrefix.set(parts.prefix, [{ resource, parts }]);
  }
  const all: Resource[] = [];
  for (const prefix of [...byPrefix.keys()].sort()) {
    const rows = byPrefix.get(prefix) ?? [];
    rows.sort((a, b) => compareParts(a.parts, b.parts));
    for (const { resource } of rows) all.push(resource);
  }
  return all;
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Prefix by code unit, then the number. */
export const compareIds = (a: ResourceId, b: ResourceId): number => compareParts(partsOf(a), partsOf(b));

interface IdParts {
  readonly id: ResourceId;
  readonly prefix: string;
  readonly number: number;
}

function partsOf(id: ResourceId): IdParts {
  let end = id.length;
  while (end > 0 && isDigit(id.charCodeAt(end - 1))) end -= 1;
  return { id, prefix: id.slice(0, end), number: Number(id.slice(end)) };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function compareParts(a: IdParts, b: IdParts): number {
  if (a.prefix !== b.prefix) return a.prefix < b.prefix ? -1 : 1;
  return a.number - b.number || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

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
