/** A document as the text of a file, and back. What comes out has been checked in every respect. */
import type { Resource, Scenario } from '../catalog/descriptors';
import { compareIds } from '../catalog/lookup';
import { DOCUMENT_FORMAT, DOCUMENT_VERSION, type ScriptAction } from '../model/document';
import { inspectJson, parseJson, FILE_LIMITS } from '../model/json';
import type { ResourceBase, ResourceId } from '../model/resource';
import { fail, ok, type Result } from '../model/result';
import { complain, makeWhere, shown } from './complaint';
import { PROPERTY_DEFAULTS } from './defaults';
import { DOCUMENT_DEFAULTS } from './empty';
import { migrate } from './migrations';
import { nearestWord } from './nearest-word';
import { quickLayout, quickObserved, QUICK_RESOURCES } from './quick-read';
import { letGo } from './references';
import { DOCUMENT_SCHEMA, MAX_RESOURCES, RESOURCE_SCHEMAS } from './schema';
import { checkWellFormed, diskOf } from './well-formed';

/** Something a file holds that this version can't: it was left out, and says so. */
export interface SetAside {
  /** JSON path. */
  readonly where: string;
  readonly message: string;
}

export interface ScenarioRead {
  readonly document: Scenario;
  readonly setAside: readonly SetAside[];
}

/**
 * @param text a scenario file: at most 256 MB, 64 levels, 100,000 resources
 * @returns the document, and what had to be left out of it: unknown kinds, and what can't be without them
 */
export function readScenario(text: string): Result<ScenarioRead> {
  const value = parseJson(text);
  return value.ok ? readDocument(value.value) : value;
}

/** The document of a file; see `readScenario` for what was left out of it. */
export const parseScenario = (text: string): Result<Scenario> => documentOf(readScenario(text));

/**
 * Checks a value that claims to be a document: from a link, a browser's database, another tab. Takes resources as
 * a list, as files have them, or by id, as memory has them. Never throws and never keeps a part of what it is given.
 */
export const validateScenario = (value: unknown): Result<Scenario> => documentOf(readValue(value));

/** As `validateScenario`, with what had to be left out. */
export function readValue(value: unknown): Result<ScenarioRead> {
  const inspected = inspectJson(value, FILE_LIMITS.maxDepth);
  return inspected.ok ? readDocument(inspected.value) : inspected;
}

const documentOf = (read: Result<ScenarioRead>): Result<Scenario> =>
  read.ok ? ok(read.value.document) : read;

function readDocument(value: unknown): Result<ScenarioRead> {
  const framed = readFrame(value);
  if (!framed.ok) return framed;
  const { frame, list } = framed.value;
  if (list.length > MAX_RESOURCES)
    return fail(
      'too-large',
      `resources holds ${list.length} resources; ${MAX_RESOURCES} is the most that is read.`,
      'resources',
    );
  const setAside: SetAside[] = [];
  const aside = new Set<ResourceId>();
  const resources: Record<ResourceId, Resource> = {};
  for (const [index, item] of list.entries()) {
    const read = readResource(item, index);
    if (!read.ok) return read;
    const { id } = read.value.resource;
    if (Object.hasOwn(resources, id) || aside.has(id))
      return fail(
        'conflict',
        `resources[${index}].id is ${shown(id)}, which another resource has; allowed: an id used once.`,
        `resources[${index}].id`,
      );
    if (read.value.known) resources[id] = read.value.resource as Resource;
    else {
      aside.add(id);
      setAside.push(read.value.note);
    }
  }
  if (aside.size > 0) letAllGo(resources, aside, setAside);
  const { script, left } = readableScript(frame.script, resources);
  setAside.push(...left);
  const document: Scenario = {
    ...frame,
    resources,
    observed: withoutAside(frame.observed, aside),
    layout: withoutAside(frame.layout, aside),
    script,
  };
  const indexOf = (id: ResourceId): number => list.findIndex((item) => (item as ResourceBase).id === id);
  const failure = checkWellFormed(document, indexOf);
  return failure ? { ok: false, error: failure } : ok({ document, setAside });
}

type Frame = Omit<Scenario, 'resources'>;

/** Everything but the resources, in the present version. */
function readFrame(value: unknown): Result<{ readonly frame: Frame; readonly list: readonly unknown[] }> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(
      'not-a-scenario',
      `This is ${shown(value)}, not a scenario; expected: an object with format, version and resources.`,
    );
  const given = value as Readonly<Record<string, unknown>>;
  if (given['format'] !== DOCUMENT_FORMAT)
    return fail(
      'not-a-scenario',
      `This is not a scenario: format is ${given['format'] === undefined ? 'missing' : shown(given['format'])}; expected: "${DOCUMENT_FORMAT}".`,
      'format',
    );
  const { version } = given;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0)
    return fail(
      'invalid',
      `version is ${version === undefined ? 'missing' : shown(version)}; allowed: a whole number up to ${DOCUMENT_VERSION}.`,
      'version',
    );
  if (version > DOCUMENT_VERSION)
    return fail(
      'newer-version',
      `This scenario has version ${version}; this EC2 Playground reads up to version ${DOCUMENT_VERSION}. Open it with a newer one.`,
      'version',
    );
  const current = migrate(given, version);
  const quick = quickRecords(current);
  const checked = DOCUMENT_SCHEMA.safeParse({ ...current, ...emptied(quick) });
  if (!checked.success)
    return complain(checked.error.issues, current, [], Object.keys(DOCUMENT_SCHEMA.shape));
  const {
    $schema: _,
    resources,
    ...frame
  } = { ...checked.data, ...quick } as Frame & { $schema?: string; resources: unknown };
  if (Array.isArray(resources)) return ok({ frame, list: resources });
  if (typeof resources !== 'object' || resources === null)
    return fail(
      'invalid',
      `resources is ${resources === undefined ? 'missing' : shown(resources)}; allowed: a list of resources.`,
      'resources',
    );
  for (const [key, resource] of Object.entries(resources) as [string, unknown][])
    if (typeof resource !== 'object' || resource === null || (resource as { id?: unknown }).id !== key)
      return fail(
        'invalid',
        `resources holds something under ${shown(key)} that has not that id; expected: a list of resources.`,
        makeWhere(['resources', key]),
      );
  return ok({ frame, list: Object.values(resources) });
}

/** The records with an entry a resource, where they are right; the schema need not look at those. */
function quickRecords(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const observed = quickObserved(given['observed']);
  const layout = quickLayout(given['layout']);
  return { ...(observed === undefined ? {} : { observed }), ...(layout === undefined ? {} : { layout }) };
}

const emptied = (records: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.keys(records).map((key) => [key, {}]));

type ResourceRead =
  | { readonly known: true; readonly resource: ResourceBase }
  | { readonly known: false; readonly resource: ResourceBase; readonly note: SetAside };

function readResource(item: unknown, index: number): Result<ResourceRead> {
  const where = `resources[${index}]`;
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return fail('invalid', `${where} is ${shown(item)}; allowed: an object with id and kind.`, where);
  const { id, kind } = item as { readonly id?: unknown; readonly kind?: unknown };
  if (typeof kind !== 'string')
    return fail(
      'invalid',
      `${where}.kind is ${kind === undefined ? 'missing' : shown(kind)}; expected: one of ${[...RESOURCE_SCHEMAS.keys()].join(', ')}.`,
      `${where}.kind`,
    );
  const quick = QUICK_RESOURCES.get(kind)?.(item);
  if (quick !== undefined) return ok({ known: true, resource: quick as ResourceBase });
  const schema = RESOURCE_SCHEMAS.get(kind);
  if (!schema) {
    const meant = nearestWord(kind, [...RESOURCE_SCHEMAS.keys()]);
    const message = `${where} is of a kind this version does not know: ${shown(kind)}. It was left out.${meant ? ` Did you mean "${meant}"?` : ''}`;
    return ok({ known: false, resource: { id: String(id), kind }, note: { where, message } });
  }
  const checked = schema.safeParse(item);
  if (checked.success) return ok({ known: true, resource: checked.data as ResourceBase });
  const shape = (schema as unknown as { readonly shape: Readonly<Record<string, unknown>> }).shape;
  return complain(
    checked.error.issues,
    item,
    ['resources', index],
    Object.keys(shape),
    typeof id === 'string' ? id.slice(0, 64) : '',
  );
}

/** What refers to something set aside lets it go; what can't be without it is set aside too, and so on. */
function letAllGo(
  resources: Record<ResourceId, Resource>,
  aside: Set<ResourceId>,
  setAside: SetAside[],
): void {
  for (let before = -1; before !== aside.size;) {
    before = aside.size;
    for (const [id, resource] of Object.entries(resources)) {
      const left = letGo(resource, aside);
      if (left) {
        resources[id] = left;
        continue;
      }
      delete resources[id];
      aside.add(id);
      setAside.push({
        where: id,
        message: `${id} needs something that was left out, so it was left out too.`,
      });
    }
  }
}

/** Actions on what is not there are left out, so that a deleted thing does not make a document unreadable. */
function readableScript(
  script: readonly ScriptAction[],
  resources: Readonly<Record<ResourceId, Resource>>,
): { readonly script: readonly ScriptAction[]; readonly left: readonly SetAside[] } {
  const left: SetAside[] = [];
  const kept = script.filter((action, index) => {
    const disk = diskOf(action);
    const missing = !Object.hasOwn(resources, action.target)
      ? action.target
      : disk !== undefined && !Object.hasOwn(resources, disk)
        ? disk
        : undefined;
    if (missing !== undefined)
      left.push({
        where: `script[${index}]`,
        message: `The action ${action.id} (${action.type}) is about ${shown(missing)}, which is not in the document. It was left out.`,
      });
    return missing === undefined;
  });
  kept.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { script: kept, left };
}

/** Keys may be lanes, `vpc-1/az-1`, too. */
function withoutAside<T>(
  record: Readonly<Record<string, T>>,
  aside: ReadonlySet<ResourceId>,
): Readonly<Record<string, T>> {
  if (aside.size === 0) return record;
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => !key.split('/').some((id) => aside.has(id))),
  );
}

/** @returns the text of a file: sorted, defaults left out, one property a line, with a line break at the end */
export function makeScenario(document: Scenario): string {
  const { title, seed, startsAt, accounts, resources, script, checks, slides, notes } = document;
  const observed = sorted(document.observed);
  const layout = sorted(document.layout);
  const frame = { title, seed, startsAt, accounts, observed, layout, script, checks, slides, notes };
  const file: Record<string, unknown> = { format: DOCUMENT_FORMAT, version: DOCUMENT_VERSION };
  for (const [key, value] of Object.entries(frame)) if (!isDefault(key, value)) file[key] = value;
  const list = Object.values(resources).sort((a, b) => compareIds(a.id, b.id));
  file['resources'] = list.map(withoutDefaults);
  return `${JSON.stringify(file, null, 2)}\n`;
}

function isDefault(key: string, value: unknown): boolean {
  if (Object.hasOwn(DOCUMENT_DEFAULTS, key))
    return DOCUMENT_DEFAULTS[key as keyof typeof DOCUMENT_DEFAULTS] === value;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function withoutDefaults(resource: Resource): Record<string, unknown> {
  const { id, kind, ...properties } = resource;
  const defaults = PROPERTY_DEFAULTS[kind] ?? {};
  const kept = Object.entries(properties).filter(
    ([key, value]) =>
      !Object.hasOwn(defaults, key) || JSON.stringify(defaults[key]) !== JSON.stringify(value),
  );
  return { id, kind, ...Object.fromEntries(kept) };
}

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareIds(a, b)));
