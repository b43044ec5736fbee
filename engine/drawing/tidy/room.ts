/** A subnet as a room: the cards that are to be arranged in it, those that stay, and how large that makes it. */
import type { Scenario } from '../../catalog/descriptors';
import type { Drawing, Drawn } from '../fit';
import type { Rect } from '../pack';
import type { PlaceKey } from '../place';
import { BOXES, type Size } from '../sizes';
import { blockOf, cardsOf, type Cards } from './block';
import { rowsWithin } from './rows';
import { standingIn, type Scope } from './scope';

export interface Room {
  readonly cards: Cards;
  readonly fixed: readonly Rect[];
  readonly drawn: Drawn;
  readonly moves: boolean;
  readonly wanted: Partial<Size>;
}

export function roomOf(document: Scenario, drawing: Drawing, box: Drawn, scope: Scope): Room {
  const inside = standingIn(drawing, box.key);
  const moving = inside.filter(({ key }) => scope.moves(key)).map(({ key }) => key);
  const moves = scope.moves(box.key);
  return {
    cards: cardsOf(document, drawing, moving),
    fixed: inside.filter(({ key }) => !scope.moves(key)),
    drawn: box,
    moves,
    wanted: scope.sizeOf(box.key),
  };
}

export interface Furnished extends Size {
  /** Takes the height of its row. */
  readonly fills: boolean;
  readonly places: ReadonlyMap<PlaceKey, { readonly x: number; readonly y: number }>;
}

/** Cards in a subnet, and how large that makes it. A subnet that stays where it is keeps its width. */
export function furnish({ cards, fixed, drawn, moves, wanted }: Room, columns: number): Furnished {
  const { header, padding, gapX, gapY, min } = BOXES.subnet;
  if (drawn.collapsed) return { width: drawn.width, height: drawn.height, fills: false, places: new Map() };
  const all = [...cards.machines, ...cards.services];
  const widest = Math.max(0, ...all.map(({ width }) => width));
  const room = drawn.width - 2 * padding;
  const across = moves ? columns : Math.max(1, Math.floor((room + gapX) / (widest + gapX)));
  const block = blockOf(cards, across);
  let { width, height } = block;
  let places = block.places;
  if (fixed.length > 0) {
    const wide = moves ? Math.max(across * (widest + gapX) - gapX, widest) : Math.max(room, widest);
    const origin = { x: padding, y: header, gapX, gapY };
    const boxes = all.map((cell, index) => ({ key: String(index), width: cell.width, height: cell.height }));
    const found = rowsWithin(boxes, origin, fixed, wide);
    const around = new Map<PlaceKey, { readonly x: number; readonly y: number }>();
    all.forEach((cell, index) => {
      const at = found.get(String(index));
      for (const part of cell.parts)
        around.set(part.key, { x: (at?.x ?? 0) - padding + part.x, y: (at?.y ?? 0) - header + part.y });
    });
    places = around;
    const rects = [...found.values(), ...fixed];
    width = Math.max(...rects.map((rect) => rect.x + rect.width)) - padding;
    height = Math.max(...rects.map((rect) => rect.y + rect.height)) - header;
  }
  return {
    width: Math.max(min.width, width + 2 * padding, wanted.width ?? 0),
    height: Math.max(min.height, header + height + padding, wanted.height ?? 0),
    fills: true,
    places,
  };
}
