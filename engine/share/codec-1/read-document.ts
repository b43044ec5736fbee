/** The inverse of `writeDocument`: the bytes of a link as a document that is still to be checked. */
import { LinkDamage, LinkTooLarge } from '../link-damage';
import { BOOK } from './book';
import { FRAME_DEFAULTS } from './frame';
import { readIds } from './ids';
import { MAX_LINK_RESOURCES, MAX_LINK_TABLES } from './limits';
import { readColumns } from './read-columns';
import { parseRow, type Row } from './row';
import { knownOf, type Table } from './table';
import { ValueReader } from './value-reader';
import { WORDS } from './words';

const FORMAT = 'ec2-playground';

/** @returns what `validateScenario` has to check; throws `LinkDamage` or `LinkTooLarge` */
export function readDocument(main: Uint8Array, digits: Uint8Array): unknown {
  const reader = new ValueReader(main, digits, WORDS);
  const version = reader.bytes.number();
  const tables: { kind: string; ids: readonly string[]; rows: Row[] }[] = [];
  const count = reader.bytes.number();
  if (count > MAX_LINK_TABLES) throw new LinkTooLarge('too many kinds');
  let total = 0;
  for (let index = 0; index < count; index++) {
    const kind = reader.word();
    const prefix = BOOK.kinds.get(kind)?.prefix ?? reader.word();
    const ids = readIds(reader, prefix, MAX_LINK_RESOURCES - total);
    total += ids.length;
    tables.push({ kind, ids, rows: ids.map(() => ({})) });
  }
  for (const [index, table] of tables.entries())
    readColumns(reader, BOOK, table, knownOf(tables.slice(0, index), tables));
  const others = readOtherBoxes(reader);
  const frame = reader.value();
  reader.end();
  if (!isObject(frame)) throw new LinkDamage('its contents make no sense');
  return { ...FRAME_DEFAULTS, ...frame, format: FORMAT, version, ...partsOf(tables, others) };
}

/** Resources, places and observations out of the rows. */
export function partsOf(
  tables: readonly Table[],
  otherBoxes: Iterable<readonly [string, unknown]>,
): { readonly resources: readonly Row[]; readonly observed: Row; readonly layout: Row } {
  const resources: Row[] = [];
  const observed = new Map<string, Row>();
  const layout = new Map<string, unknown>(otherBoxes);
  for (const { kind, ids, rows } of tables)
    for (const [index, id] of ids.entries()) {
      const parts = parseRow(id, kind, rows[index] ?? {});
      resources.push(parts.resource);
      if (parts.box) layout.set(id, parts.box);
      if (parts.observed) observed.set(id, parts.observed);
    }
  return { resources, observed: Object.fromEntries(observed), layout: Object.fromEntries(layout) };
}

export const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readOtherBoxes(reader: ValueReader): readonly (readonly [string, Row])[] {
  const count = reader.bytes.number();
  if (count > MAX_LINK_RESOURCES) throw new LinkTooLarge('too many places');
  const keys = Array.from({ length: count }, () => {
    const left = reader.value();
    const right = reader.value();
    if (typeof left !== 'string' || (right !== undefined && typeof right !== 'string'))
      throw new LinkDamage('a place has no name');
    return right === undefined ? left : `${left}/${right}`;
  });
  const rows: Row[] = keys.map(() => ({}));
  readColumns(reader, BOOK, { kind: '@lane', ids: keys, rows }, knownOf([], []));
  return keys.map((key, index) => [key, parseRow(key, '@lane', rows[index] ?? {}).box ?? {}]);
}
