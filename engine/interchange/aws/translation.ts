/** What every list's translation works with: ids for AWS ids, regions, zones, the report, and the document being built. */
import type { Kind, Resource } from '../../catalog/descriptors';
import type { Observed } from '../../model/document';
import type { ResourceId } from '../../model/resource';
import type { Completed } from './complete';
import type { Element } from './collected';
import type { IdBook } from './id-book';
import { isAccountId } from './place';
import type { Regions } from './regions';
import { shortened, type ImportReport } from './report';
import { objects, text } from './values';
import type { Zones } from './zones';

export interface Translation {
  readonly input: Completed;
  readonly ids: IdBook;
  readonly regions: Regions;
  readonly zones: Zones;
  readonly report: ImportReport;
  /** The account whose id is left out because nearly everything is in it. */
  readonly ownAccount: string | undefined;
  readonly resources: Map<ResourceId, Resource>;
  readonly observed: Map<ResourceId, Observed>;
}

export interface Common {
  readonly id: ResourceId;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly account?: string;
}

/** Id, name, tags and account of a thing. Tags of AWS's own (`aws:…`) are left out. */
export function commonOf(to: Translation, kind: Kind, element: Element): Common | undefined {
  const id = to.ids.of(kind, element.id);
  if (id === undefined) return undefined;
  let name: string | undefined;
  const tags: [string, string][] = [];
  // Interfaces call the list TagSet.
  for (const key of ['Tags', 'TagSet'])
    for (const tag of objects(element.value, key)) {
      const tagKey = text(tag, 'Key');
      const value = text(tag, 'Value') ?? '';
      if (tagKey === undefined || tagKey.startsWith('aws:')) continue;
      if (tagKey === 'Name') name = value.slice(0, 256);
      else if (tagKey === '__proto__' || tagKey.length > 128 || value.length > 256)
        to.report.warn(element.id, `The tag "${shortened(tagKey)}" is not one AWS allows and was left out.`);
      else tags.push([tagKey, value]);
    }
  const owner = text(element.value, 'OwnerId') ?? element.owner ?? element.account;
  const common: { -readonly [K in keyof Common]: Common[K] } = { id };
  if (name !== undefined && name !== '') common.name = name;
  if (tags.length > 0) common.tags = Object.fromEntries(tags);
  if (owner !== undefined && owner !== to.ownAccount && isAccountId(owner)) common.account = owner;
  return common;
}

/** Puts a resource into the document, with what was seen of it. */
export function put(to: Translation, element: Element, resource: Resource, observed: Observed = {}): void {
  const awsId = element.id.slice(0, 128);
  to.resources.set(resource.id, resource);
  if (element.value['Synthetic'] !== true) to.observed.set(resource.id, { awsId, ...observed });
  else if (Object.keys(observed).length > 0) to.observed.set(resource.id, observed);
}

/** The region resource's id. */
export const regionIdOf = (to: Translation, element: Element): ResourceId =>
  regionId(to.zones.regions, to.regions.of(element));

export const regionId = (regions: readonly string[], name: string): ResourceId =>
  `region-${Math.max(0, regions.indexOf(name)) + 1}`;

/** Takes away keys whose value is absent, so that the document holds only what is said. */
export function present<T extends object>(values: T): T {
  // Copied, not deleted from: an object with deleted keys is slow ever after.
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(values)) {
    const value = values[key as keyof T];
    if (value !== undefined) kept[key] = value;
  }
  return kept as T;
}

/**
 * A resource of its common part and its own, without what is absent. Two arguments instead of one object with a spread in
 * front: that is several times as slow, and there are tens of thousands.
 */
export function composed<T extends { readonly kind: Kind }>(common: Common, own: T): Common & T {
  const kept: Record<string, unknown> = {};
  for (const part of [common, own])
    for (const key of Object.keys(part)) {
      const value = (part as Readonly<Record<string, unknown>>)[key];
      if (value !== undefined) kept[key] = value;
    }
  return kept as unknown as Common & T;
}
