/** One cell: what every member of a row may send to every member of a column. */
import type { ReachMatrix, ReachMember } from '../../engine';
import type { Line, Part } from './lines';
import type { Extent, Narrowed } from './narrow';

/** Two members that stand for all pairs that fare as they do. */
export interface Sample {
  readonly from: ReachMember;
  readonly to: ReachMember;
  /** Of `ReachMatrix.sets`. */
  readonly set: number;
}

export interface Cell {
  /** `self`: there are no two members that could speak with each other. */
  readonly extent: Extent | 'self';
  /** One for every set that occurs, what works most in the beginning. */
  readonly samples: readonly Sample[];
}

const ORDER: Readonly<Record<Extent, number>> = { all: 0, some: 1, unknown: 2, none: 3 };

/** @param sets what each of the matrix's sets comes to under the reader's filter */
export function cellOf(matrix: ReachMatrix, sets: readonly Narrowed[], row: Line, column: Line): Cell {
  const samples = new Map<number, Sample>();
  for (const from of row.parts)
    for (const to of column.parts) {
      const set = matrix.cells[from.group * matrix.groups.length + to.group] ?? 0;
      if (samples.has(set)) continue;
      const pair = pairOf(from, to);
      if (pair) samples.set(set, { ...pair, set });
    }
  const extentOf = ({ set }: Sample): Extent => sets[set]?.extent ?? 'none';
  const found = [...samples.values()].toSorted((a, b) => ORDER[extentOf(a)] - ORDER[extentOf(b)]);
  const extents = new Set(found.map(extentOf));
  return { extent: together(extents), samples: found };
}

function together(extents: ReadonlySet<Extent>): Cell['extent'] {
  const [only] = extents;
  if (only === undefined) return 'self';
  if (extents.size === 1) return only;
  return extents.has('all') || extents.has('some') ? 'some' : 'unknown';
}

/** Two different members; a member and itself have nothing to ask. */
function pairOf(from: Part, to: Part): { readonly from: ReachMember; readonly to: ReachMember } | null {
  for (const one of from.members) {
    const other = to.members.find((member) => member.id !== one.id);
    if (other) return { from: one, to: other };
  }
  return null;
}
