/** The inverse of `writeColumns`: fills the rows of a table. */
import { LinkDamage } from '../link-damage';
import { columnOf, expectedKeys, type Book } from './book';
import type { Known } from './column';
import type { Table } from './table';
import type { ValueReader } from './value-reader';
import { EXPECTED } from './value-tags';

/** Throws `LinkDamage` or `LinkTooLarge`. */
export function readColumns(reader: ValueReader, book: Book, table: Table, known: Known): void {
  const left = new Set(expectedKeys(book, table.kind));
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
    const expect = columnOf(book, table.kind, key)(known);
    for (const [index, row] of table.rows.entries()) {
      const expected = expect(row, table.rows[index - 1], table.ids[index] ?? '');
      const value = next();
      if (value === EXPECTED) reader.repeat(expected);
      row[key] = value === EXPECTED ? expected : value;
    }
  }
}
