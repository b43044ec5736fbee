/**
 * Reads what is right in every respect several times as fast as the schema does, and leaves everything else to the
 * schema, which finds the words for a mistake. Both derive from the kinds' fields.
 */
import { DESCRIPTORS } from '../catalog/descriptors';
import { fieldsOf } from '../catalog/fields';
import { BLOCK_PUBLIC_ACCESS_MODES } from '../model/document';
import type { Field } from '../model/kind';
import { PROPERTY_DEFAULTS } from './defaults';
import {
  ACCOUNT_ID,
  fits,
  INSTANCE_TYPE,
  IPV4,
  ipv4CidrForm,
  IPV6,
  IPV6_CIDR,
  LAYOUT_KEY,
  PROTOCOL,
  REGION,
  RESOURCE_ID,
  type TextForm,
} from './text-forms';

/** @returns a copy of a value that is surely right; `undefined` for any other */
export type QuickReader = (value: unknown) => unknown;

/** A property of an object, in the order in which a copy has them. */
export interface Slot {
  readonly key: string;
  readonly read: QuickReader;
  readonly optional: boolean;
  /** What an absent one stands for, where that is a plain value. */
  readonly missing?: unknown;
}

export const quickText =
  (maxLength: number): QuickReader =>
  (value) =>
    typeof value === 'string' && value.length <= maxLength ? value : undefined;

export const quickForm =
  (form: TextForm): QuickReader =>
  (value) =>
    typeof value === 'string' && fits(form, value) ? value : undefined;

export function quickChoice(values: readonly string[]): QuickReader {
  const known = new Set<unknown>(values);
  return (value) => (known.has(value) ? value : undefined);
}

export const quickNumber =
  (accepts: (value: number) => boolean): QuickReader =>
  (value) =>
    typeof value === 'number' && accepts(value) ? value : undefined;

const quickInteger = (min: number, max: number): QuickReader =>
  quickNumber((value) => Number.isSafeInteger(value) && value >= min && value <= max);

const quickTruth: QuickReader = (value) => (typeof value === 'boolean' ? value : undefined);

/** With exactly these properties; one that is there and undefined is left to the schema. */
export const quickObject =
  (slots: readonly Slot[]): QuickReader =>
  (value) => {
    if (!isObject(value)) return undefined;
    const copy: Record<string, unknown> = {};
    let found = 0;
    for (const { key, read, optional, missing } of slots) {
      const given = value[key];
      if (given === undefined) {
        if (missing !== undefined) copy[key] = missing;
        else if (!optional) return undefined;
        continue;
      }
      const inside = read(given);
      if (inside === undefined) return undefined;
      copy[key] = inside;
      found += 1;
    }
    for (const _ in value) found -= 1;
    return found === 0 ? copy : undefined;
  };

/** An object whose keys are data. */
export const quickRecord =
  (acceptsKey: (key: string) => boolean, read: QuickReader): QuickReader =>
  (value) => {
    if (!isObject(value)) return undefined;
    const copy: Record<string, unknown> = {};
    for (const key in value) {
      const inside = key === '__proto__' || !acceptsKey(key) ? undefined : read(value[key]);
      if (inside === undefined) return undefined;
      copy[key] = inside;
    }
    return copy;
  };

const quickList =
  (read: QuickReader, maxItems: number): QuickReader =>
  (value) => {
    if (!Array.isArray(value) || value.length > maxItems) return undefined;
    const copy: unknown[] = [];
    for (const item of value as readonly unknown[]) {
      const inside = read(item);
      if (inside === undefined) return undefined;
      copy.push(inside);
    }
    return copy;
  };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readerOf(field: Field): QuickReader {
  switch (field.type) {
    case 'text':
      return quickText(field.maxLength);
    case 'boolean':
      return quickTruth;
    case 'integer':
      return quickInteger(field.min, field.max);
    case 'choice':
      return quickChoice(field.choices.map((choice) => choice.value));
    case 'ipv4':
      return quickForm(IPV4);
    case 'ipv6':
      return quickForm(IPV6);
    case 'ipv4-cidr':
      return quickForm(ipv4CidrForm(field.minPrefix ?? 0, field.maxPrefix ?? 32));
    case 'ipv6-cidr':
      return quickForm(IPV6_CIDR);
    case 'protocol':
      return quickForm(PROTOCOL);
    case 'instance-type':
      return quickForm(INSTANCE_TYPE);
    case 'region':
      return quickForm(REGION);
    case 'reference':
      return quickForm(RESOURCE_ID);
    case 'object':
      return quickObject(slotsOf(field.fields));
    case 'list':
      return quickList(readerOf(field.of), field.maxItems);
  }
}

/** @param defaults values of required properties that a file may leave out; a list or an object is left to the schema */
function slotsOf(
  fields: readonly Field[],
  defaults: Readonly<Record<string, unknown>> = {},
): readonly Slot[] {
  return fields.map((field) => {
    const missing = Object.hasOwn(defaults, field.key) ? defaults[field.key] : undefined;
    return {
      key: field.key,
      read: readerOf(field),
      optional: field.optional === true,
      ...(missing === undefined || typeof missing === 'object' ? {} : { missing }),
    };
  });
}

const COMMON: readonly Slot[] = [
  { key: 'id', read: quickForm(RESOURCE_ID), optional: false },
  { key: 'name', read: quickText(256), optional: true },
  {
    key: 'tags',
    read: quickRecord((key) => key.length <= 128, quickText(256)),
    optional: true,
  },
  { key: 'account', read: quickForm(ACCOUNT_ID), optional: true },
];

/** One reader a kind, by kind. */
export const QUICK_RESOURCES: ReadonlyMap<string, QuickReader> = new Map(
  DESCRIPTORS.map(({ kind }) => [
    kind,
    quickObject([
      ...COMMON,
      { key: 'kind', read: quickChoice([kind]), optional: false },
      ...slotsOf(fieldsOf(kind), PROPERTY_DEFAULTS[kind]),
    ]),
  ]),
);

const isResourceKey = (key: string): boolean => fits(RESOURCE_ID, key);
const isShort = (key: string): boolean => key.length <= 64;
const optional = (key: string, read: QuickReader): Slot => ({ key, read, optional: true });
const needed = (key: string, read: QuickReader): Slot => ({ key, read, optional: false });

/** What an import found, by resource. */
export const quickObserved = quickRecord(
  isResourceKey,
  quickObject([
    optional('awsId', quickText(128)),
    optional('state', quickText(64)),
    optional('publicIps', quickRecord(isShort, quickForm(IPV4))),
    optional('routeStates', quickRecord(isShort, quickChoice(['active', 'blackhole']))),
    optional('blockPublicAccess', quickChoice(BLOCK_PUBLIC_ACCESS_MODES)),
  ]),
);

const FARTHEST = 10_000_000;
const quickPosition = quickNumber((value) => value >= -FARTHEST && value <= FARTHEST);
const quickTrue: QuickReader = (value) => (value === true ? value : undefined);
const quickSize = quickNumber((value) => value > 0 && value <= FARTHEST);

/** Places on the canvas, by resource or lane. */
export const quickLayout = quickRecord(
  (key) => fits(LAYOUT_KEY, key),
  quickObject([
    needed('x', quickPosition),
    needed('y', quickPosition),
    optional('width', quickSize),
    optional('height', quickSize),
    optional('pinned', quickTrue),
    optional('collapsed', quickTrue),
  ]),
);
