/** Which resources a resource names, read off the kinds' fields: checked, and let go when something is set aside. */
import { descriptorOf, type Resource } from '../catalog/descriptors';
import { fieldsOf } from '../catalog/fields';
import type { Field, ReferenceField } from '../model/kind';
import type { ResourceId } from '../model/resource';
import { fail, type Failure } from '../model/result';
import { makeWhere, shown } from './complaint';

/** Where the visit is, grown and shrunk as it goes: a path of its own for each reference would cost more than the check. */
type Path = (string | number)[];
type Visit = (field: Field & ReferenceField, id: ResourceId, path: Path) => Failure | undefined;

/** A field with only those parts that lead to a reference; none if it does not. */
function referringPart(field: Field): readonly Field[] {
  if (field.type === 'reference') return [field];
  if (field.type === 'list') return referringPart(field.of).map((of) => ({ ...field, of }));
  if (field.type !== 'object') return [];
  const fields = field.fields.flatMap(referringPart);
  return fields.length === 0 ? [] : [{ ...field, fields }];
}

const plans = new Map<string, readonly Field[]>();

function planOf(kind: string): readonly Field[] {
  let plan = plans.get(kind);
  if (!plan) {
    plan = fieldsOf(kind).flatMap(referringPart);
    plans.set(kind, plan);
  }
  return plan;
}

function visit(field: Field, value: unknown, path: Path, visitor: Visit): Failure | undefined {
  switch (field.type) {
    case 'reference':
      return visitor(field, value as ResourceId, path);
    case 'object':
      return visitAll(field.fields, value as Readonly<Record<string, unknown>>, path, visitor);
    case 'list':
      return visitList(field.of, value as readonly unknown[], path, visitor);
    default:
      return undefined;
  }
}

function visitList(of: Field, items: readonly unknown[], path: Path, visitor: Visit): Failure | undefined {
  for (let index = 0; index < items.length; index += 1) {
    path.push(index);
    const failure = visit(of, items[index], path, visitor);
    path.pop();
    if (failure) return failure;
  }
  return undefined;
}

function visitAll(
  fields: readonly Field[],
  value: Readonly<Record<string, unknown>>,
  path: Path,
  visitor: Visit,
): Failure | undefined {
  for (const field of fields) {
    const inside = value[field.key];
    if (inside === undefined) continue;
    path.push(field.key);
    const failure = visit(field, inside, path, visitor);
    path.pop();
    if (failure) return failure;
  }
  return undefined;
}

/**
 * Every reference names something that is there and of the right kind. Only a route, or a rule's peer, may name
 * what is not there.
 */
export function checkReferences(
  resource: Resource,
  find: (id: ResourceId) => Resource | undefined,
  path: Path,
): Failure | undefined {
  const properties = resource as unknown as Readonly<Record<string, unknown>>;
  return visitAll(planOf(resource.kind), properties, path, (field, id, at) => {
    const target = find(id);
    if (target ? field.to.includes(target.kind) : field.relation === 'routes-to') return undefined;
    const where = makeWhere(at);
    if (!target)
      return fail(
        'unknown-reference',
        `${where} (${resource.id}) names ${shown(id)}, which is not in the document; expected: the id of ${kinds(field)}.`,
        where,
      ).error;
    return fail(
      'invalid',
      `${where} (${resource.id}) names ${shown(id)}, which is ${labelOfKind(target.kind)}; allowed: the id of ${kinds(field)}.`,
      where,
    ).error;
  });
}

/** What a resource refers to: every id it names, with what it is to it. */
export function referencesOf(
  resource: Resource,
): readonly { readonly id: ResourceId; readonly relation: ReferenceField['relation'] }[] {
  const found: { id: ResourceId; relation: ReferenceField['relation'] }[] = [];
  const properties = resource as unknown as Readonly<Record<string, unknown>>;
  visitAll(planOf(resource.kind), properties, [], ({ relation }, id) => {
    found.push({ id, relation });
    return undefined;
  });
  return found;
}

/** Which id takes the place of another; `null` for none. */
export type Redirect = (id: ResourceId, relation: ReferenceField['relation']) => ResourceId | null;

/** @returns the resource without its references to what was set aside; `null` if it can't be without one of them */
export const letGo = (resource: Resource, aside: ReadonlySet<ResourceId>): Resource | null =>
  redirected(resource, (id, relation) => (relation !== 'routes-to' && aside.has(id) ? null : id));

/** @returns the resource with other references; `null` if it can't be without one that was taken away */
export const redirected = (resource: Resource, redirect: Redirect): Resource | null =>
  prune(planOf(resource.kind), resource, redirect) as Resource | null;

function prune(fields: readonly Field[], value: object, redirect: Redirect): object | null {
  const next: Record<string, unknown> = { ...value };
  for (const field of fields) {
    if (next[field.key] === undefined) continue;
    const left = pruneValue(field, next[field.key], redirect);
    if (left !== null) next[field.key] = left;
    else if (field.optional) delete next[field.key];
    else return null;
  }
  return next;
}

function pruneValue(field: Field, value: unknown, redirect: Redirect): unknown {
  if (field.type === 'reference') return redirect(value as ResourceId, field.relation);
  if (field.type === 'object') return prune(field.fields, value as object, redirect);
  if (field.type === 'list')
    return (value as readonly unknown[])
      .map((item) => pruneValue(field.of, item, redirect))
      .filter((item) => item !== null);
  return value;
}

function labelOfKind(kind: string): string {
  const label = descriptorOf(kind)?.label ?? kind;
  return `${/^[AEIO]/.test(label) ? 'an' : 'a'} ${label}`;
}
const kinds = (field: ReferenceField): string => field.to.map(labelOfKind).join(' or ');
