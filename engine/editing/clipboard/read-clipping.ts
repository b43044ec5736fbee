/** Text from a clipboard is anybody's: every part is checked before anything is made of it. */
import { descriptorOf, type Resource } from '../../catalog/descriptors';
import { isResourceId } from '../../model/ids';
import { parseJson } from '../../model/json';
import type { LayoutBox, ResourceId } from '../../model/resource';
import { fail, ok, type Result } from '../../model/result';
import { complain, shown } from '../../persistence/complaint';
import { quickLayout } from '../../persistence/quick-read';
import { checkReferences } from '../../persistence/references';
import { RESOURCE_SCHEMAS } from '../../persistence/schema';
import { CLIPBOARD_FORMAT, CLIPBOARD_VERSION, type Clipping, type Outside } from './clipping';

/** 16 MB of text, 20,000 things. */
const LIMITS = { maxLength: 16_000_000, maxDepth: 32 } as const;
export const MAX_COPIED = 20_000;

/** @returns the clipping; fails with one sentence about the first thing that is wrong. */
export function readClipping(text: string): Result<Clipping> {
  const parsed = parseJson(text, LIMITS);
  if (!parsed.ok)
    return parsed.error.reason === 'not-json'
      ? fail('not-json', `What was copied arrived damaged or cut off: ${parsed.error.message} Copy it again.`)
      : parsed;
  const given = recordOf(parsed.value);
  if (given?.['format'] !== CLIPBOARD_FORMAT)
    return fail(
      'invalid',
      `This was not copied from EC2 Playground: expected format "${CLIPBOARD_FORMAT}".`,
      'format',
    );
  const { version } = given;
  if (typeof version === 'number' && version > CLIPBOARD_VERSION)
    return fail(
      'newer-version',
      `This was copied from a newer EC2 Playground (clipboard version ${version}; this one reads up to ${CLIPBOARD_VERSION}). Reload the page.`,
      'version',
    );
  if (version !== CLIPBOARD_VERSION)
    return fail('invalid', `version is ${shown(version)}; allowed: ${CLIPBOARD_VERSION}.`, 'version');
  const resources = readResources(given['resources']);
  if (!resources.ok) return resources;
  const outside = readOutside(given['outside']);
  if (!outside.ok) return outside;
  const inside = new Map(resources.value.map((resource) => [resource.id, resource]));
  const roots = given['roots'];
  if (!Array.isArray(roots) || roots.length === 0 || !roots.every((id) => inside.has(id as string)))
    return fail('invalid', 'roots names something that was not copied; allowed: ids of resources.', 'roots');
  const failure = relationFailure(resources.value, outside.value);
  if (failure) return { ok: false, error: failure };
  const left = given['left'];
  return ok({
    format: CLIPBOARD_FORMAT,
    version: CLIPBOARD_VERSION,
    roots: [...new Set(roots as readonly string[])],
    resources: resources.value,
    outside: outside.value,
    // Places are not worth a refusal: without them everything finds one.
    places: (quickLayout(given['places']) as Readonly<Record<string, LayoutBox>> | undefined) ?? {},
    left: Array.isArray(left) ? left.flatMap((one) => (isText(one) ? [one] : [])).slice(0, 50) : [],
  });
}

function readResources(value: unknown): Result<readonly Resource[]> {
  if (!Array.isArray(value)) return fail('invalid', 'resources is missing; allowed: a list.', 'resources');
  if (value.length > MAX_COPIED)
    return fail(
      'too-large',
      `${value.length} things were copied; ${MAX_COPIED} is the most that is pasted.`,
      'resources',
    );
  const resources: Resource[] = [];
  const ids = new Set<ResourceId>();
  const seats = new Set<string>();
  for (const [index, item] of (value as readonly unknown[]).entries()) {
    const given = recordOf(item);
    const kind = given?.['kind'];
    const schema = typeof kind === 'string' ? RESOURCE_SCHEMAS.get(kind) : undefined;
    if (!schema)
      return fail(
        'invalid',
        `resources[${index}] is of a kind this version does not know: ${shown(kind)}.`,
        `resources[${index}]`,
      );
    const checked = schema.safeParse(item);
    if (!checked.success) return complain(checked.error.issues, item, ['resources', index], []);
    const resource = checked.data as Resource;
    if (ids.has(resource.id))
      return fail(
        'conflict',
        `resources[${index}].id is ${shown(resource.id)}, which is used before.`,
        `resources[${index}]`,
      );
    ids.add(resource.id);
    if (resource.kind === 'network-interface' && resource.attachment) {
      const seat = `${resource.attachment.instanceId} ${resource.attachment.deviceIndex}`;
      if (seats.has(seat))
        return fail(
          'conflict',
          `resources[${index}] is attached at a device index that is taken.`,
          `resources[${index}]`,
        );
      seats.add(seat);
    }
    resources.push(resource);
  }
  return ok(resources);
}

function readOutside(value: unknown): Result<readonly Outside[]> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (list.length > MAX_COPIED) return fail('too-large', 'outside names too many things.', 'outside');
  const outside: Outside[] = [];
  for (const [index, item] of list.entries()) {
    const given = recordOf(item);
    const { id, kind, called, cidrBlock, ipv6CidrBlock, within } = given ?? {};
    if (!isText(id) || !isResourceId(id) || !isText(kind) || !descriptorOf(kind))
      return fail(
        'invalid',
        `outside[${index}] has no id and kind that this version knows.`,
        `outside[${index}]`,
      );
    outside.push({
      id,
      kind: kind as Outside['kind'],
      ...(isText(called) ? { called } : {}),
      ...(isText(cidrBlock) ? { cidrBlock } : {}),
      ...(isText(ipv6CidrBlock) ? { ipv6CidrBlock } : {}),
      ...(isText(within) ? { within } : {}),
    });
  }
  return ok(outside);
}

/** Every reference names something copied, or something outside of the right kind. */
function relationFailure(resources: readonly Resource[], outside: readonly Outside[]) {
  const all = new Map<ResourceId, Resource>(
    outside.map((one) => [one.id, { id: one.id, kind: one.kind } as Resource]),
  );
  for (const resource of resources) all.set(resource.id, resource);
  for (const [index, resource] of resources.entries()) {
    const failure = checkReferences(resource, (id) => all.get(id), ['resources', index]);
    if (failure) return failure;
  }
  return undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 256;

const recordOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
