/** A resource as a row of a table: its properties, and beside them (with `@`) its place and what was observed. */
import type { Scenario } from '../../catalog/descriptors';
import type { LayoutBox } from '../../model/resource';

export type Row = Record<string, unknown>;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

// What is not one of these and has an `@` was observed. What a box learns later is written with a `#`.
const BOX_KEYS: readonly string[] = ['x', 'y', 'width', 'height', 'pinned', 'collapsed'];

/** Positions are rounded to whole pixels, the only thing that a link does not keep exactly. */
export function makeBoxRow(box: LayoutBox): Row {
  const row: Row = {};
  for (const [key, value] of Object.entries(box) as [string, unknown][])
    row[`${BOX_KEYS.includes(key) ? '@' : '#'}${key}`] =
      typeof value === 'number' ? round(key, value) : value;
  return row;
}

function round(key: string, value: number): number {
  // Never -0. A size is above 0, also when it is below half a pixel.
  if (key === 'x' || key === 'y') return Math.round(value) + 0;
  return key === 'width' || key === 'height' ? Math.max(1, Math.round(value)) : value;
}

export function makeRow(document: Scenario, id: string): Row {
  const { id: _, kind: __, ...row } = { ...document.resources[id] } as Row;
  const box = own(document.layout, id);
  if (box) Object.assign(row, makeBoxRow(box));
  const observed = own(document.observed, id);
  if (observed) {
    row['@observed'] = true;
    for (const [key, value] of Object.entries(observed) as [string, unknown][]) row[`@${key}`] = value;
  }
  return row;
}

export interface RowParts {
  readonly resource: Row;
  readonly box: Row | undefined;
  readonly observed: Row | undefined;
}

/** The inverse of `makeRow`; the parts are as unchecked as the row. */
export function parseRow(id: string, kind: string, row: Readonly<Row>): RowParts {
  const resource: Row = { id, kind };
  const box: Row = {};
  const observed: Row = {};
  for (const [key, value] of Object.entries(row)) {
    if (value === undefined || key === '@observed') continue;
    const name = key.slice(1);
    if (key.startsWith('#') || (key.startsWith('@') && BOX_KEYS.includes(name))) box[name] = value;
    else if (key.startsWith('@')) observed[name] = value;
    else resource[key] = value;
  }
  return {
    resource,
    box: Object.keys(box).length > 0 ? box : undefined,
    observed: row['@observed'] === true ? observed : undefined,
  };
}
