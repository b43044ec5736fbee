/** A resource as a row of a table: its properties, and beside them (with `@`) its place and what was observed. */
import type { Scenario } from '../catalog/descriptors';
import type { LayoutBox, ResourceId } from '../model/resource';

export type Row = Record<string, unknown>;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Positions are rounded to whole pixels, the only thing that a link does not keep exactly. */
export function roundBox(box: LayoutBox): LayoutBox {
  const rounded: { -readonly [K in keyof LayoutBox]: LayoutBox[K] } = { x: round(box.x), y: round(box.y) };
  // A size is above 0, also when it is below half a pixel.
  if (box.width !== undefined) rounded.width = Math.max(1, round(box.width));
  if (box.height !== undefined) rounded.height = Math.max(1, round(box.height));
  if (box.pinned) rounded.pinned = true;
  if (box.collapsed) rounded.collapsed = true;
  return rounded;
}

/** Never -0. */
const round = (value: number): number => Math.round(value) + 0;

export function makeRow(document: Scenario, id: ResourceId): Row {
  const { id: _, kind: __, ...row } = { ...document.resources[id] } as Row;
  const box = own(document.layout, id);
  if (box)
    for (const [key, value] of Object.entries(roundBox(box)) as [string, unknown][]) row[`@${key}`] = value;
  const observed = own(document.observed, id);
  if (observed) {
    row['@observed'] = true;
    for (const [key, value] of Object.entries(observed) as [string, unknown][]) row[`@${key}`] = value;
  }
  return row;
}

const BOX_KEYS: readonly string[] = [
  'x',
  'y',
  'width',
  'height',
  'pinned',
  'collapsed',
] satisfies (keyof LayoutBox)[];

export interface RowParts {
  readonly resource: Row;
  readonly box: Row | undefined;
  readonly observed: Row | undefined;
}

/** The inverse of `makeRow`; the parts are as unchecked as the row. */
export function parseRow(id: ResourceId, kind: string, row: Readonly<Row>): RowParts {
  const resource: Row = { id, kind };
  const box: Row = {};
  const observed: Row = {};
  for (const [key, value] of Object.entries(row)) {
    if (value === undefined || key === '@observed') continue;
    const name = key.slice(1);
    if (!key.startsWith('@')) resource[key] = value;
    else if (BOX_KEYS.includes(name)) box[name] = value;
    else observed[name] = value;
  }
  return {
    resource,
    box: Object.keys(box).length > 0 ? box : undefined,
    observed: row['@observed'] === true ? observed : undefined,
  };
}
