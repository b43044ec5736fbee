/** What each resource can be found by, taken apart once per document. Asks for shapes of values, never for kinds. */
import { sorted } from '../catalog/lookup';
import { descriptorOf, type Kind, type Resource, type Scenario } from '../catalog/descriptors';
import { parseAddress, parseCidr, type Cidr } from '../model/ip/address';
import type { ResourceId } from '../model/resource';

export interface Block {
  readonly text: string;
  readonly cidr: Cidr;
  /** The resource's own block; else one that a rule or a route of it names. */
  readonly own: boolean;
}

export interface SearchEntry {
  readonly id: ResourceId;
  readonly kind: Kind;
  /** The Name tag first, then names of its kind: a group's, a zone's. */
  readonly names: readonly string[];
  readonly kindNames: readonly string[];
  readonly tags: readonly (readonly [key: string, value: string])[];
  readonly addresses: readonly string[];
  readonly blocks: readonly Block[];
  /** Every other text: instance type, image, DNS name, description. */
  readonly words: readonly string[];
}

// Documents are immutable, so the entries stay true as long as their resources object lives.
const known = new WeakMap<Scenario['resources'], readonly SearchEntry[]>();

export function entriesOf(scenario: Scenario): readonly SearchEntry[] {
  const before = known.get(scenario.resources);
  if (before) return before;
  const entries = sorted(scenario).map((resource) => entryOf(scenario, resource));
  known.set(scenario.resources, entries);
  return entries;
}

const NAME_KEYS = new Set(['groupName', 'regionName', 'zoneName', 'prefixListName', 'serviceName']);
const OWN_BLOCK_KEYS = new Set([
  'cidrBlock',
  'secondaryCidrBlocks',
  'ipv6CidrBlock',
  'ipv4Prefixes',
  'ipv6Prefixes',
]);
/** Said elsewhere in the entry. */
const NOT_WALKED = new Set(['id', 'kind', 'name', 'tags']);

function entryOf(scenario: Scenario, resource: Resource): SearchEntry {
  const names: string[] = resource.name === undefined ? [] : [resource.name];
  const addresses: string[] = [];
  const blocks: Block[] = [];
  const words: string[] = [];
  const walk = (key: string, value: unknown, top: boolean): void => {
    if (typeof value === 'string') take(key, value, top);
    else if (Array.isArray(value)) for (const item of value) walk(key, item, top);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, item] of Object.entries(value)) walk(inner, item, false);
  };
  const take = (key: string, value: string, top: boolean): void => {
    if (NAME_KEYS.has(key)) names.push(value);
    else if (looksLikeAddress(value) && parseAddress(value) !== null) addresses.push(value);
    else {
      const cidr = value.includes('/') ? parseCidr(value) : null;
      if (cidr) blocks.push({ text: value, cidr, own: top && OWN_BLOCK_KEYS.has(key) });
      // What refers to another resource is no word of this one.
      else if (!Object.hasOwn(scenario.resources, value)) words.push(value);
    }
  };
  for (const [key, value] of Object.entries(resource)) if (!NOT_WALKED.has(key)) walk(key, value, true);
  const kind = descriptorOf(resource.kind);
  return {
    id: resource.id,
    kind: resource.kind,
    names,
    kindNames: kind ? [kind.label, kind.plural, kind.kind] : [resource.kind],
    tags: Object.entries(resource.tags ?? {}),
    addresses,
    blocks,
    words,
  };
}

const looksLikeAddress = (text: string): boolean => /^[\d.]+$|^[\da-f.:]+$/i.test(text);
