/**
 * The resources of a document in the order of their ids, by kind, and by the instance they are attached to. After an
 * edit the lists are those of before, with what it touched put in its place; lists that it leaves alone are the same.
 */
import type { ResourceId } from '../model/resource';
import type { Kind, Resource, ResourceOf, Scenario } from './descriptors';
import { compareIds, compareParts, idParts, type IdParts } from './id-order';

export interface ResourceIndex {
  readonly sorted: readonly Resource[];
  readonly byKind: ReadonlyMap<Kind, readonly Resource[]>;
  /** By instance, the primary one first. */
  readonly interfaces: ReadonlyMap<ResourceId, readonly ResourceOf<'network-interface'>[]>;
  /** By instance, the root volume first. */
  readonly volumes: ReadonlyMap<ResourceId, readonly ResourceOf<'volume'>[]>;
}

// Documents are immutable, so an index stays true as long as its resources object lives.
const indexes = new WeakMap<Scenario['resources'], ResourceIndex>();
let latest: { readonly resources: readonly Resource[]; readonly index: ResourceIndex } | null = null;

export function indexOf(document: Scenario): ResourceIndex {
  const known = indexes.get(document.resources);
  if (known) return known;
  const resources = Object.values(document.resources);
  const index = (latest && indexAfterEdit(latest.index, latest.resources, resources)) ?? newIndex(resources);
  indexes.set(document.resources, index);
  latest = { resources, index };
  return index;
}

function newIndex(resources: readonly Resource[]): ResourceIndex {
  const sorted = sortedById(resources);
  const byKind = groupBy(sorted, ({ kind }) => kind);
  return { sorted, byKind, interfaces: interfacesIn(byKind), volumes: volumesIn(byKind) };
}

function interfacesIn(byKind: ReadonlyMap<Kind, readonly Resource[]>): ResourceIndex['interfaces'] {
  const interfaces = groupBy(
    (byKind.get('network-interface') ?? []) as ResourceOf<'network-interface'>[],
    (eni) => eni.attachment?.instanceId ?? '',
  );
  for (const list of interfaces.values())
    list.sort((a, b) => (a.attachment?.deviceIndex ?? 0) - (b.attachment?.deviceIndex ?? 0));
  return interfaces;
}

function volumesIn(byKind: ReadonlyMap<Kind, readonly Resource[]>): ResourceIndex['volumes'] {
  const volumes = groupBy(
    (byKind.get('volume') ?? []) as ResourceOf<'volume'>[],
    (disk) => disk.attachment?.instanceId ?? '',
  );
  for (const list of volumes.values())
    list.sort((a, b) => Number(b.attachment?.root ?? false) - Number(a.attachment?.root ?? false));
  return volumes;
}

/** An edit that touches more than this is indexed anew. */
const MOST_TOUCHED = 64;

/** @returns `null` where more differs than an edit touches */
function indexAfterEdit(
  index: ResourceIndex,
  before: readonly Resource[],
  after: readonly Resource[],
): ResourceIndex | null {
  const gone: Resource[] = [];
  let next = 0;
  const come: Resource[] = [];
  for (const resource of before) {
    const now = after[next];
    if (now === resource) {
      next += 1;
      continue;
    }
    gone.push(resource);
    if (gone.length > MOST_TOUCHED) return null;
    // Replaced; else it went, and what stands here now is looked at again.
    if (now?.id !== resource.id) continue;
    come.push(now);
    next += 1;
  }
  if (after.length - next > MOST_TOUCHED) return null;
  come.push(...after.slice(next));
  const byKind = new Map(index.byKind);
  const kinds = new Set([...gone, ...come].map(({ kind }) => kind));
  const isOf = (kind: Kind) => (resource: Resource) => resource.kind === kind;
  for (const kind of kinds)
    byKind.set(kind, patched(byKind.get(kind) ?? [], gone.filter(isOf(kind)), come.filter(isOf(kind))));
  return {
    sorted: patched(index.sorted, gone, come),
    byKind,
    interfaces: kinds.has('network-interface') ? interfacesIn(byKind) : index.interfaces,
    volumes: kinds.has('volume') ? volumesIn(byKind) : index.volumes,
  };
}

/** A sorted list without some of its members and with others. */
function patched(
  list: readonly Resource[],
  gone: readonly Resource[],
  come: readonly Resource[],
): readonly Resource[] {
  const made = [...list];
  for (const { id } of gone) made.splice(placeOf(made, id), 1);
  for (const resource of come) made.splice(placeOf(made, resource.id), 0, resource);
  return made;
}

/** Of that id, else where it belongs. */
function placeOf(list: readonly Resource[], id: ResourceId): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other && compareIds(other.id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As `compareIds` has it. Ids are numbered as they are made, so that within a prefix there is mostly nothing to sort. */
function sortedById(resources: readonly Resource[]): Resource[] {
  const byPrefix = new Map<string, { readonly resource: Resource; readonly parts: IdParts }[]>();
  for (const resource of resources) {
    const parts = idParts(resource.id);
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
