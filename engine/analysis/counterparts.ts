/**
 * One document in the ids of another: instances and network interfaces that are the same get the same id, others that
 * only happen to have it get another one. Matched by the id of AWS, by id, and by a name that occurs once in each.
 */
import type { Field } from '../model/kind';
import type { ResourceId } from '../model/resource';
import type { Resource, ResourceOf, Scenario } from '../catalog/descriptors';
import { fieldsOf } from '../catalog/fields';
import { allOf } from '../catalog/lookup';

type Ids = ReadonlyMap<ResourceId, ResourceId>;

/** @returns `document` with the ids that `reference` knows its machines and interfaces by */
export function inIdsOf(reference: Scenario, document: Scenario): Scenario {
  const instances = matched(reference, document, allOf(reference, 'instance'), allOf(document, 'instance'));
  const interfaces = matchedInterfaces(reference, document, instances);
  const ids = new Map<ResourceId, ResourceId>();
  for (const id of Object.keys(document.resources)) {
    const other = instances.get(id) ?? interfaces.get(id);
    if (other !== undefined) ids.set(id, other);
  }
  const taken = new Set([...Object.keys(reference.resources), ...ids.values()]);
  for (const { id } of [...allOf(document, 'instance'), ...allOf(document, 'network-interface')])
    if (!ids.has(id) && taken.has(id)) ids.set(id, freshId(id, taken, document));
  for (const [id, other] of ids) if (id === other) ids.delete(id);
  return ids.size === 0 ? document : renamed(document, ids);
}

/** Another number of the same kind, behind all that there are. */
function freshId(id: ResourceId, taken: Set<ResourceId>, { resources }: Scenario): ResourceId {
  for (let number = 2; ; number += 1) {
    const next = `${id}-other${number > 2 ? number : ''}`;
    if (taken.has(next) || Object.hasOwn(resources, next)) continue;
    taken.add(next);
    return next;
  }
}

function matched<R extends Resource>(
  reference: Scenario,
  document: Scenario,
  theirs: readonly R[],
  ours: readonly R[],
  found = new Map<ResourceId, ResourceId>(),
): Map<ResourceId, ResourceId> {
  const used = new Set(found.values());
  const join = (one: R, other: R | undefined): void => {
    if (!other || found.has(one.id) || used.has(other.id)) return;
    found.set(one.id, other.id);
    used.add(other.id);
  };
  const awsIdIn = ({ observed }: Scenario, { id }: R): string | undefined => observed[id]?.awsId;
  const byAwsId = onlyOnes(theirs, (one) => awsIdIn(reference, one));
  for (const one of ours) join(one, byAwsId.get(awsIdIn(document, one) ?? ''));
  const byId = new Map(theirs.map((one) => [one.id, one]));
  for (const one of ours) {
    const other = byId.get(one.id);
    // Ids of an import are numbers in the order of its files: they say nothing of another import.
    const isOwn = other && awsIdIn(reference, other) === undefined && awsIdIn(document, one) === undefined;
    if (isOwn) join(one, other);
  }
  const theirNames = onlyOnes(theirs, ({ name }) => name);
  for (const [name, one] of onlyOnes(ours, (resource) => resource.name)) join(one, theirNames.get(name));
  return found;
}

/** By what is asked of each; those that share it with another are left out. */
function onlyOnes<R extends Resource>(
  resources: readonly R[],
  keyOf: (one: R) => string | undefined,
): ReadonlyMap<string, R> {
  const found = new Map<string, R | null>();
  for (const one of resources) {
    const key = keyOf(one);
    if (key !== undefined) found.set(key, found.has(key) ? null : one);
  }
  return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
}

/** Those of one machine by their place on it, where their ids do not tell. */
function matchedInterfaces(reference: Scenario, document: Scenario, instances: Ids): Ids {
  const theirs = allOf(reference, 'network-interface');
  const ours = allOf(document, 'network-interface');
  const placeOf = ({ attachment }: ResourceOf<'network-interface'>, ids: Ids | null): string | undefined => {
    if (!attachment) return undefined;
    const owner = ids ? ids.get(attachment.instanceId) : attachment.instanceId;
    return owner === undefined ? undefined : `${owner} ${attachment.deviceIndex}`;
  };
  const byPlace = onlyOnes(theirs, (one) => placeOf(one, null));
  const found = new Map<ResourceId, ResourceId>();
  for (const one of ours) {
    const other = byPlace.get(placeOf(one, instances) ?? '');
    if (other) found.set(one.id, other.id);
  }
  return matched(reference, document, theirs, ours, found);
}

function renamed(document: Scenario, ids: Ids): Scenario {
  const keyed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [ids.get(id) ?? id, value]));
  const resources = Object.values(document.resources).map((resource): readonly [ResourceId, Resource] => {
    const id = ids.get(resource.id) ?? resource.id;
    const fields = renamedFields(fieldsOf(resource.kind), resource, ids);
    return [id, { ...(fields as Resource), id }];
  });
  return {
    ...document,
    resources: Object.fromEntries(resources),
    observed: keyed(document.observed),
    script: document.script.map((action) => ({ ...action, target: ids.get(action.target) ?? action.target })),
    checks: document.checks.map((check) => renamedCheck(check, ids)),
  };
}

function renamedCheck(check: Scenario['checks'][number], ids: Ids): Scenario['checks'][number] {
  const of = (end: string): string => ids.get(end) ?? end;
  switch (check.type) {
    case 'can-reach':
    case 'cannot-reach':
      return { ...check, from: of(check.from), to: of(check.to) };
    case 'only-these-reach':
      return { ...check, from: check.from.map(of), to: of(check.to) };
    case 'stays-in-vpc':
      return { ...check, from: of(check.from) };
  }
}

function renamedFields(fields: readonly Field[], value: object, ids: Ids): object {
  const next: Record<string, unknown> = { ...value };
  for (const field of fields)
    if (next[field.key] !== undefined) next[field.key] = renamedValue(field, next[field.key], ids);
  return next;
}

function renamedValue(field: Field, value: unknown, ids: Ids): unknown {
  switch (field.type) {
    case 'reference':
      return ids.get(value as ResourceId) ?? value;
    case 'object':
      return renamedFields(field.fields, value as object, ids);
    case 'list':
      return (value as readonly unknown[]).map((item) => renamedValue(field.of, item, ids));
    default:
      return value;
  }
}
