/** Where the things of an edit are drawn: at the pointer, or at the first free place; everything else stays put. */
import type { Scenario } from '../catalog/descriptors';
import { fit, ROOT, type Drawing } from '../drawing/fit';
import { parseLaneKey, type PlaceKey } from '../drawing/place';
import { BOXES } from '../drawing/sizes';
import type { PlaceId } from '../model/proposal';
import type { LayoutBox } from '../model/resource';
import type { Draft } from './draft';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Right of the last lane of a VPC. */
export function nextLanePlace(document: Scenario, vpcId: PlaceKey): Point {
  const drawing = fit(document);
  let x = BOXES.vpc.padding;
  for (const key of drawing.children.get(vpcId) ?? []) {
    const thing = drawing.things.get(key);
    if (thing?.kind === 'lane') x = Math.max(x, thing.x + thing.width + BOXES.vpc.gapX);
  }
  return { x, y: BOXES.vpc.header };
}

/**
 * Adds the moves that belong to an edit: the dropped things at the pointer, their siblings where they were drawn
 * before, so that nothing jumps because something came or went.
 * @param dropped keys under the pointer; the first one's corner is `at`, the others keep their distance to it.
 */
export function layOut(
  draft: Draft,
  before: Scenario,
  dropped: readonly PlaceKey[],
  into: PlaceId,
  at: Point | undefined,
): void {
  const old = fit(before);
  pinSiblings(draft, before, old, dropped);
  // A lane that comes with its first subnet has no corner yet to count from.
  const opensLane = parseLaneKey(into) !== null && !old.things.has(into);
  if (!at || opensLane) {
    const placed = fit(draft.document);
    for (const key of dropped) settleAt(draft, placed, key);
    return;
  }
  const origin = old.things.get(into);
  const corner = { x: (origin?.left ?? 0) + at.x, y: (origin?.top ?? 0) + at.y };
  const first = old.things.get(dropped[0] ?? '');
  const drawing = fit(draft.document);
  for (const key of dropped) {
    const thing = drawing.things.get(key);
    if (!thing || !isFree(thing)) continue;
    const parent = thing.parent === null ? undefined : drawing.things.get(thing.parent);
    const was = old.things.get(key);
    const offset = first && was ? { x: was.left - first.left, y: was.top - first.top } : { x: 0, y: 0 };
    const x = Math.round(corner.x + offset.x - (parent?.left ?? 0));
    const y = Math.round(corner.y + offset.y - (parent?.top ?? 0));
    move(draft, key, { x, y });
  }
  // Stored as drawn: clear of the header and of what is in the way.
  const after = fit(draft.document);
  for (const key of dropped) settleAt(draft, after, key);
}

/** Only what stands freely has a place of its own; what is docked, shelved or on a border follows from its owner. */
const isFree = (thing: { readonly how: string; readonly y: number }): boolean =>
  thing.how === 'box' ||
  thing.how === 'card' ||
  thing.how === 'world' ||
  thing.how === 'border' ||
  (thing.how === 'port' && thing.y >= 0);

function settleAt(draft: Draft, drawing: Drawing, key: PlaceKey): void {
  const thing = drawing.things.get(key);
  if (thing && isFree(thing)) move(draft, key, { x: thing.x, y: thing.how === 'border' ? 0 : thing.y });
}

function move(draft: Draft, key: PlaceKey, point: Point): void {
  const known = Object.hasOwn(draft.document.layout, key) ? draft.document.layout[key] : undefined;
  if (known?.x === point.x && known.y === point.y) return;
  const to: LayoutBox = { ...known, ...point };
  draft.apply({ type: 'move', id: key, to });
}

/** Things without a place of their own flow around the others; what shares a box with the edit is pinned first. */
function pinSiblings(draft: Draft, before: Scenario, old: Drawing, dropped: readonly PlaceKey[]): void {
  const now = fit(draft.document);
  const boxes = new Set<PlaceKey>();
  for (const drawing of [old, now])
    for (const key of dropped) {
      const parent = drawing.things.get(key)?.parent;
      if (parent !== undefined) boxes.add(parent ?? ROOT);
    }
  for (const box of boxes)
    for (const key of old.children.get(box) ?? []) {
      const thing = old.things.get(key);
      if (!thing || !isFree(thing) || thing.how === 'border' || dropped.includes(key)) continue;
      const stays = now.things.get(key)?.parent === thing.parent;
      if (stays && !Object.hasOwn(before.layout, key)) move(draft, key, { x: thing.x, y: thing.y });
    }
}
