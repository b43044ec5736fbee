/** Where a key leads in the tree. The tree pattern of WAI-ARIA: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ */
import type { PlaceId, ResourceId } from '../../engine';
import type { OutlineRow } from './tree';

export type KeyStep =
  | { readonly type: 'go'; readonly to: PlaceId }
  | { readonly type: 'open' | 'close'; readonly place: PlaceId }
  | { readonly type: 'none' };

/** Rows that PageUp and PageDown pass. */
const PAGE_ROWS = 12;
const NONE: KeyStep = { type: 'none' };

export function stepFor(key: string, rows: readonly OutlineRow[], active: PlaceId | null): KeyStep {
  const at = rows.findIndex((row) => row.node.place === active);
  const row = rows[at];
  const go = (target: OutlineRow | undefined): KeyStep =>
    target ? { type: 'go', to: target.node.place } : NONE;
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1]);
    case 'ArrowUp':
      return at > 0 ? go(rows[at - 1]) : NONE;
    case 'PageDown':
      return go(rows[Math.min(rows.length - 1, at + PAGE_ROWS)]);
    case 'PageUp':
      return go(rows[Math.max(0, at - PAGE_ROWS)]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'ArrowRight':
      if (row?.open === undefined) return NONE;
      return row.open ? go(rows[at + 1]) : { type: 'open', place: row.node.place };
    case 'ArrowLeft':
      if (row?.open) return { type: 'close', place: row.node.place };
      return row?.parent ? { type: 'go', to: row.parent } : NONE;
    default:
      return NONE;
  }
}

/** The next row after the active one whose name begins with what was typed. */
export function typeAhead(
  typed: string,
  rows: readonly OutlineRow[],
  active: PlaceId | null,
  nameOf: (row: OutlineRow) => string,
): PlaceId | null {
  const at = rows.findIndex((row) => row.node.place === active);
  const wanted = typed.toLowerCase();
  // A longer word may still mean the row it stands on; a first letter means the next one.
  const start = wanted.length > 1 ? at : at + 1;
  for (let offset = 0; offset < rows.length; offset++) {
    const row = rows[(start + offset + rows.length) % rows.length];
    if (row && nameOf(row).toLowerCase().startsWith(wanted)) return row.node.place;
  }
  return null;
}

/** Everything from one row to another, both with it; a zone that is two lanes counts once. */
export function idsBetween(rows: readonly OutlineRow[], from: PlaceId, to: PlaceId): readonly ResourceId[] {
  const ends = [from, to].map((place) => rows.findIndex((row) => row.node.place === place));
  if (ends.includes(-1)) return [];
  const [first = 0, last = 0] = ends.sort((a, b) => a - b);
  return [...new Set(rows.slice(first, last + 1).map((row) => row.node.id))];
}
