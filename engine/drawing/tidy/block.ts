/** Cards in a subnet: machines in a grid by name, what serves the subnet (gateways, endpoints) in columns beside it. */
import type { Scenario } from '../../catalog/descriptors';
import { getKind } from '../../catalog/lookup';
import type { Drawing } from '../fit';
import type { PlaceKey } from '../place';
import { BOXES, type Size } from '../sizes';
import { byName } from './order';

/** A card with the interfaces of the same machine that stand in the same subnet below it. */
export interface Cell extends Size {
  readonly parts: readonly { readonly key: PlaceKey; readonly x: number; readonly y: number }[];
}

/** What a box holds, in reading order, before it is known how many columns there are. */
export interface Cards {
  readonly machines: readonly Cell[];
  readonly services: readonly Cell[];
}

export interface Block extends Size {
  /** Corners from the block's own. */
  readonly places: ReadonlyMap<PlaceKey, { readonly x: number; readonly y: number }>;
}

const { gapX, gapY } = BOXES.subnet;

/** @param keys cards and ports that stand in one box and are to be arranged. */
export function cardsOf(document: Scenario, drawing: Drawing, keys: readonly PlaceKey[]): Cards {
  const below = new Map<PlaceKey, PlaceKey[]>();
  const here = new Set(keys);
  const alone: PlaceKey[] = [];
  const machines: PlaceKey[] = [];
  for (const key of byName(document, keys)) {
    const kind = drawing.things.get(key)?.kind;
    const owner = getKind(document, key, 'network-interface')?.attachment?.instanceId;
    if (kind === 'instance') machines.push(key);
    else if (owner !== undefined && here.has(owner)) below.set(owner, [...(below.get(owner) ?? []), key]);
    else alone.push(key);
  }
  const isGateway = (key: PlaceKey): number => (drawing.things.get(key)?.kind === 'nat-gateway' ? 0 : 1);
  alone.sort((a, b) => isGateway(a) - isGateway(b));
  return {
    machines: machines.map((key) => cellOf(drawing, [key, ...(below.get(key) ?? [])])),
    services: alone.map((key) => cellOf(drawing, [key])),
  };
}

function cellOf(drawing: Drawing, keys: readonly PlaceKey[]): Cell {
  const sizes = keys.map((key) => drawing.things.get(key) ?? { width: 0, height: 0 });
  const width = Math.max(...sizes.map((size) => size.width));
  let y = 0;
  const parts = keys.map((key, index) => {
    const part = { key, x: Math.round((width - (sizes[index]?.width ?? 0)) / 2), y };
    y += (sizes[index]?.height ?? 0) + gapY;
    return part;
  });
  return { width, height: y - gapY, parts };
}

/** The most columns that make sense for what a box holds. */
export const mostColumns = ({ machines, services }: Cards): number =>
  Math.max(1, machines.length + services.length);

/** @param columns how many there may be. Machines are spread evenly over the rows that this takes. */
export function blockOf({ machines, services }: Cards, columns: number): Block {
  const places = new Map<PlaceKey, { readonly x: number; readonly y: number }>();
  const put = (cell: Cell, x: number, y: number): void => {
    for (const part of cell.parts) places.set(part.key, { x: x + part.x, y: y + part.y });
  };
  if (machines.length === 0) return { ...gridOf(services, evenly(services.length, columns), put), places };
  // Beside the grid of machines, the columns of what serves them are as high as it is.
  let across = evenly(machines.length, columns);
  let stacks = stacksOf(services, gridOf(machines, across).height);
  while (across > 1 && across + stacks.length > columns) {
    across -= 1;
    stacks = stacksOf(services, gridOf(machines, across).height);
  }
  across = evenly(machines.length, across);
  const grid = gridOf(machines, across, put);
  stacks = stacksOf(services, grid.height);
  let { width, height } = grid;
  for (const stack of stacks) {
    let y = 0;
    const x = width + gapX;
    for (const cell of stack) {
      put(cell, x, y);
      y += cell.height + gapY;
      width = Math.max(width, x + cell.width);
    }
    height = Math.max(height, y - gapY);
  }
  return { width, height, places };
}

/** So many columns that the last row is as full as can be. */
const evenly = (count: number, columns: number): number =>
  count === 0 ? 1 : Math.ceil(count / Math.ceil(count / Math.max(1, columns)));

function gridOf(
  cells: readonly Cell[],
  columns: number,
  put?: (cell: Cell, x: number, y: number) => void,
): Size {
  const width = Math.max(0, ...cells.map((cell) => cell.width));
  let y = 0;
  for (let first = 0; first < cells.length; first += columns) {
    const row = cells.slice(first, first + columns);
    row.forEach((cell, index) => put?.(cell, index * (width + gapX), y));
    y += Math.max(...row.map((cell) => cell.height)) + gapY;
  }
  const used = Math.min(columns, cells.length);
  return { width: Math.max(0, used * (width + gapX) - gapX), height: Math.max(0, y - gapY) };
}

function stacksOf(cells: readonly Cell[], height: number): readonly (readonly Cell[])[] {
  const stacks: Cell[][] = [];
  let filled = Infinity;
  for (const cell of cells) {
    if (filled + cell.height > height) {
      stacks.push([]);
      filled = 0;
    }
    stacks.at(-1)?.push(cell);
    filled += cell.height + gapY;
  }
  return stacks;
}
