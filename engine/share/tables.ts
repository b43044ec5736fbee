/** A document as tables, one a kind, column by column: ids first, then only what differs from the expected. */
import type { Scenario } from '../catalog/descriptors';
import { compareIds } from '../catalog/lookup';
import { DOCUMENT_FORMAT, DOCUMENT_VERSION } from '../model/document';
import type { ResourceId } from '../model/resource';
import { DOCUMENT_DEFAULTS } from '../persistence/empty';
import { sameAsBefore, type Expectation, type Known } from './column';
import { EXPECTATIONS } from './expectations';
import { LinkDamage, LinkTooLarge } from './link-damage';
import { makeRow, parseRow, roundBox, type Row } from './row';
import { ValueReader } from './value-reader';
import { EXPECTED } from './value-tags';
import { ValueWriter } from './value-writer';

/** Resources in one link. */
export const MAX_LINK_RESOURCES = 20_000;

/** Kinds after the ones with expectations: those that a later version has learned. */
const PREFIXES: ReadonlyMap<string, string> = new Map(EXPECTATIONS.map(({ kind, prefix }) => [kind, prefix]));
const COLUMNS = new Map(EXPECTATIONS.map(({ kind, columns }) => [kind, columns]));

interface Table {
  readonly kind: string;
  readonly ids: readonly ResourceId[];
  readonly rows: readonly Row[];
}

/** Canonical: the same document gives the same bytes, whatever the order of its resources and properties. */
export function makeTables(document: Scenario): Uint8Array {
  const writer = new ValueWriter();
  const tables = tablesOf(document);
  writer.bytes.number(tables.length);
  for (const { kind, ids } of tables) {
    writer.word(kind);
    writeIds(writer, PREFIXES.get(kind) ?? kind, ids);
  }
  for (const [index, table] of tables.entries()) {
    const known = knownOf(tables.slice(0, index), tables);
    const columns = columnsOf(table, known);
    writer.bytes.number(columns.length);
    for (const { key, values } of columns) {
      writer.word(key);
      for (const value of values) writer.value(value);
    }
  }
  writer.value(frameOf(document));
  writer.value(
    Object.fromEntries(
      Object.entries(document.layout)
        .filter(([key]) => !Object.hasOwn(document.resources, key))
        .map(([key, box]) => [key, roundBox(box)]),
    ),
  );
  return writer.finish();
}

/** @returns what `validateScenario` has to check; throws `LinkDamage` or `LinkTooLarge` */
export function parseTables(bytes: Uint8Array): unknown {
  const reader = new ValueReader(bytes);
  const tables: { kind: string; ids: ResourceId[]; rows: Row[] }[] = [];
  const count = reader.bytes.number();
  let total = 0;
  for (let index = 0; index < count; index++) {
    const kind = reader.word();
    const ids = readIds(reader, PREFIXES.get(kind) ?? kind, MAX_LINK_RESOURCES - total);
    total += ids.length;
    tables.push({ kind, ids, rows: ids.map(() => ({})) });
  }
  for (const [index, table] of tables.entries())
    readColumns(reader, table, knownOf(tables.slice(0, index), tables));
  const frame = reader.value();
  const layout = reader.value();
  reader.end();
  if (!isObject(frame) || !isObject(layout)) throw new LinkDamage('its contents make no sense');
  const resources: Row[] = [];
  const observed: Row = {};
  for (const { kind, ids, rows } of tables)
    for (const [index, id] of ids.entries()) {
      const parts = parseRow(id, kind, rows[index] ?? {});
      resources.push(parts.resource);
      if (parts.box) layout[id] = parts.box;
      if (parts.observed) observed[id] = parts.observed;
    }
  return { ...frame, format: DOCUMENT_FORMAT, version: DOCUMENT_VERSION, resources, observed, layout };
}

const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything that is not in the tables, defaults left out. */
function frameOf(document: Scenario): Row {
  const { format: _, version: __, resources: ___, observed: ____, layout: _____, ...rest } = document;
  const frame: Row = {};
  for (const [key, value] of Object.entries(rest)) {
    const isDefault = Object.hasOwn(DOCUMENT_DEFAULTS, key)
      ? DOCUMENT_DEFAULTS[key as keyof typeof DOCUMENT_DEFAULTS] === value
      : Object.keys(value as object).length === 0;
    if (!isDefault) frame[key] = value;
  }
  return frame;
}

function tablesOf(document: Scenario): readonly Table[] {
  const idsByKind = new Map<string, ResourceId[]>(EXPECTATIONS.map(({ kind }) => [kind, []]));
  const others = new Set<string>();
  for (const { id, kind } of Object.values(document.resources)) {
    if (!COLUMNS.has(kind)) others.add(kind);
    const ids = idsByKind.get(kind);
    if (ids) ids.push(id);
    else idsByKind.set(kind, [id]);
  }
  return [...PREFIXES.keys(), ...[...others].sort()]
    .map((kind) => ({ kind, ids: (idsByKind.get(kind) ?? []).sort(compareIds) }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ kind, ids }) => ({ kind, ids, rows: ids.map((id) => makeRow(document, id)) }));
}

/** `i-1` to `i-9` are a 0 and a 9; otherwise each id is the distance of its number from the one before. */
function writeIds(writer: ValueWriter, prefix: string, ids: readonly ResourceId[]): void {
  const inOrder = ids.every((id, index) => id === `${prefix}-${index + 1}`);
  writer.bytes.number(ids.length * 2 + (inOrder ? 0 : 1));
  let last = 0;
  for (const id of ids) {
    const number = numberIn(id, prefix);
    if (!inOrder) {
      if (number > last) writer.bytes.number(number - last);
      else {
        writer.bytes.number(0);
        writer.value(id);
      }
    }
    last = Math.max(last, number);
    writer.addId(id);
  }
}

function readIds(reader: ValueReader, prefix: string, most: number): ResourceId[] {
  const head = reader.bytes.number();
  const count = Math.floor(head / 2);
  if (count > most) throw new LinkTooLarge('too many resources');
  let last = 0;
  return Array.from({ length: count }, (_, index) => {
    let id: unknown = `${prefix}-${index + 1}`;
    if (head % 2 === 1) {
      const step = reader.bytes.number();
      id = step > 0 ? `${prefix}-${last + step}` : reader.value();
    }
    if (typeof id !== 'string') throw new LinkDamage('an id is not a text');
    last = Math.max(last, numberIn(id, prefix));
    reader.addId(id);
    return id;
  });
}

/** The number of `i-7`; 0 for an id that is not of this form. */
function numberIn(id: ResourceId, prefix: string): number {
  const digits = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : '';
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : 0;
}

function knownOf(before: readonly Table[], all: readonly Table[]): Known {
  const find = (tables: readonly Table[], kind: string) => tables.find((table) => table.kind === kind);
  const rows = new Map<unknown, Row>();
  for (const table of before)
    for (const [index, id] of table.ids.entries()) rows.set(id, table.rows[index] ?? {});
  return {
    ids: (kind) => find(all, kind)?.ids ?? [],
    rows: (kind) => find(before, kind)?.rows ?? [],
    row: (id) => rows.get(id),
  };
}

const columnOf = (kind: string, key: string) =>
  COLUMNS.get(kind)?.find(([candidate]) => candidate === key)?.[1] ?? sameAsBefore(key);
const expectedKeys = (kind: string): readonly string[] => COLUMNS.get(kind)?.map(([key]) => key) ?? [];

/** The columns with at least one surprise. */
function columnsOf(
  table: Table,
  known: Known,
): readonly { readonly key: string; readonly values: readonly unknown[] }[] {
  const first = expectedKeys(table.kind);
  const others = new Set(table.rows.flatMap((row) => Object.keys(row)));
  for (const key of first) others.delete(key);
  const columns: { key: string; values: readonly unknown[] }[] = [];
  for (const key of [...first, ...[...others].sort()]) {
    const expect: Expectation = columnOf(table.kind, key)(known);
    let surprises = false;
    const values = table.rows.map((row, index) => {
      const expected = expect(row, table.rows[index - 1], table.ids[index] ?? '');
      if (sameValue(expected, row[key])) return EXPECTED;
      surprises = true;
      return row[key];
    });
    if (surprises) columns.push({ key, values });
  }
  return columns;
}

function readColumns(reader: ValueReader, table: Table, known: Known): void {
  const left = new Set(expectedKeys(table.kind));
  const count = reader.bytes.number();
  for (let index = 0; index < count; index++) {
    const key = reader.word();
    if (key === '__proto__' || key === 'id' || key === 'kind')
      throw new LinkDamage('a property has no legal name');
    // Columns without a surprise are not written; those before this one are due now.
    if (left.has(key))
      for (const due of left) {
        if (due === key) break;
        readColumn(due, () => EXPECTED);
      }
    readColumn(key, () => reader.value());
  }
  for (const due of left) readColumn(due, () => EXPECTED);

  function readColumn(key: string, next: () => unknown): void {
    left.delete(key);
    const expect = columnOf(table.kind, key)(known);
    for (const [index, row] of table.rows.entries()) {
      const expected = expect(row, table.rows[index - 1], table.ids[index] ?? '');
      const value = next();
      if (value === EXPECTED) reader.repeat(expected);
      row[key] = value === EXPECTED ? expected : value;
    }
  }
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue((a as Row)[key], (b as Row)[key]))
  );
}
