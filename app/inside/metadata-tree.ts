/** The metadata tree as rows, and where an arrow key leads: as trees are walked everywhere. */
import type { MetadataEntry } from '../../engine';

export interface TreeRow {
  /** The whole path, `/latest/meta-data/`. */
  readonly path: string;
  readonly name: string;
  readonly level: number;
  readonly value?: string;
  /** Absent: a leaf. */
  readonly open?: boolean;
}

export function rowsOf(
  tree: readonly MetadataEntry[],
  open: ReadonlySet<string>,
  parent = '',
  level = 1,
): readonly TreeRow[] {
  return tree.flatMap(({ name, value, entries }) => {
    const path = parent + name;
    const row: TreeRow = {
      path,
      name,
      level,
      ...(value === undefined ? {} : { value }),
      ...(entries ? { open: open.has(path) } : {}),
    };
    return entries && open.has(path) ? [row, ...rowsOf(entries, open, path, level + 1)] : [row];
  });
}

/** @returns what to do: another row, or one to open or close; null where the key does nothing. */
export function stepOf(
  rows: readonly TreeRow[],
  path: string,
  key: string,
): { readonly to: string } | { readonly toggle: string } | null {
  const index = rows.findIndex((row) => row.path === path);
  const row = rows[index];
  if (!row) return null;
  const goTo = (target: TreeRow | undefined) => (target ? { to: target.path } : null);
  switch (key) {
    case 'ArrowDown':
      return goTo(rows[index + 1]);
    case 'ArrowUp':
      return goTo(rows[index - 1]);
    case 'Home':
      return goTo(rows[0]);
    case 'End':
      return goTo(rows.at(-1));
    case 'ArrowRight':
      if (row.open === false) return { toggle: path };
      return row.open ? goTo(rows[index + 1]) : null;
    case 'ArrowLeft':
      if (row.open) return { toggle: path };
      return goTo(rows.slice(0, index).findLast((above) => above.level < row.level));
    case 'Enter':
    case ' ':
      return row.open === undefined ? null : { toggle: path };
    default:
      return null;
  }
}

/** The folders that are open at first: the first two levels, as far as there are folders. */
export const openAtFirst = (tree: readonly MetadataEntry[]): ReadonlySet<string> =>
  new Set(
    tree.flatMap(({ name, entries = [] }) => [
      name,
      ...entries.flatMap((entry) => (entry.entries ? [name + entry.name] : [])),
    ]),
  );
