/** A document as the bytes of a link: tables, one a kind, and what stands around them. */
import type { Scenario } from '../../catalog/descriptors';
import type { LayoutBox } from '../../model/resource';
import { BOOK } from './book';
import { frameOf } from './frame';
import { compareIds, prefixOf } from './id-order';
import { writeIds } from './ids';
import { makeBoxRow, makeRow } from './row';
import { knownOf, type Table } from './table';
import { ValueWriter } from './value-writer';
import { writeColumns } from './write-columns';

/**
 * Canonical: the same document gives the same bytes, whatever the order of its resources and properties.
 * @returns the contents, and the random digits of AWS ids, which don't deflate
 */
export function writeDocument(document: Scenario): {
  readonly main: Uint8Array;
  readonly digits: Uint8Array;
} {
  const writer = new ValueWriter();
  writer.bytes.number(document.version);
  const tables = tablesOf(document);
  writer.bytes.number(tables.length);
  for (const { kind, ids } of tables) {
    writer.word(kind);
    let prefix = BOOK.kinds.get(kind)?.prefix;
    if (prefix === undefined) {
      prefix = prefixOf(ids) ?? kind;
      writer.word(prefix);
    }
    writeIds(writer, prefix, ids);
  }
  for (const [index, table] of tables.entries())
    writeColumns(writer, BOOK, table, knownOf(tables.slice(0, index), tables));
  writeOtherBoxes(writer, document);
  writer.value(frameOf(document));
  return writer.finish();
}

function tablesOf(document: Scenario): readonly Table[] {
  const idsByKind = new Map<string, string[]>();
  for (const { id, kind } of Object.values(document.resources)) {
    const ids = idsByKind.get(kind);
    if (ids) ids.push(id);
    else idsByKind.set(kind, [id]);
  }
  const later = [...idsByKind.keys()].filter((kind) => !BOOK.kinds.has(kind)).sort();
  return [...BOOK.kinds.keys(), ...later].flatMap((kind) => {
    const ids = idsByKind.get(kind)?.sort(compareIds) ?? [];
    return ids.length > 0 ? [{ kind, ids, rows: ids.map((id) => makeRow(document, id)) }] : [];
  });
}

/** Lanes, `vpc-1/az-1`, and places of what is not in the document: like one more table. */
function writeOtherBoxes(writer: ValueWriter, document: Scenario): void {
  const boxes = Object.entries(document.layout)
    .filter(([key]) => !Object.hasOwn(document.resources, key))
    .map(([key, box]) => ({ parts: key.split('/'), key, box }))
    .sort(
      (a, b) =>
        compareIds(a.parts[0] ?? '', b.parts[0] ?? '') || compareIds(a.parts[1] ?? '', b.parts[1] ?? ''),
    );
  writer.bytes.number(boxes.length);
  for (const { parts } of boxes) {
    writer.value(parts[0]);
    writer.value(parts[1]);
  }
  const table: Table = {
    kind: '@lane',
    ids: boxes.map(({ key }) => key),
    rows: boxes.map(({ box }: { readonly box: LayoutBox }) => makeBoxRow(box)),
  };
  writeColumns(writer, BOOK, table, knownOf([], []));
}
