/** The resources of one kind as rows, and what is known while a table is read or written. */
import type { Known } from './column';
import type { Row } from './row';

export interface Table {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly rows: readonly Row[];
}

/** @param before tables that are read whole · @param all those of which the ids are known */
export function knownOf(before: readonly Table[], all: readonly Table[]): Known {
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
