/** A table column by column: only columns with a surprise, and in them only what differs from the expected. */
import { columnOf, expectedKeys, isWrittenAnyway, type Book } from './book';
import type { Expectation, Known } from './column';
import type { Row } from './row';
import type { Table } from './table';
import { EXPECTED } from './value-tags';
import type { ValueWriter } from './value-writer';

export function writeColumns(writer: ValueWriter, book: Book, table: Table, known: Known): void {
  const columns = columnsOf(book, table, known);
  writer.bytes.number(columns.length);
  for (const { key, values } of columns) {
    writer.word(key);
    for (const value of values) writer.value(value);
  }
}

interface WrittenColumn {
  readonly key: string;
  readonly values: readonly unknown[];
}

function columnsOf(book: Book, table: Table, known: Known): readonly WrittenColumn[] {
  const first = expectedKeys(book, table.kind);
  const others = new Set(table.rows.flatMap((row) => Object.keys(row)));
  for (const key of first) others.delete(key);
  const columns: WrittenColumn[] = [];
  for (const key of [...first, ...[...others].sort()]) {
    const expect: Expectation = columnOf(book, table.kind, key)(known);
    let written = isWrittenAnyway(book, table.kind, key);
    const values = table.rows.map((row, index) => {
      const expected = expect(row, table.rows[index - 1], table.ids[index] ?? '');
      if (sameValue(expected, row[key])) return EXPECTED;
      written = true;
      return row[key];
    });
    if (written) columns.push({ key, values });
  }
  return columns;
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
