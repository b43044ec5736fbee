/** Collapsing and expanding boxes: changes of the layout, one gesture each. */
import type { Scenario, ScenarioChange } from '../catalog/descriptors';
import type { LayoutBox } from '../model/resource';
import { fit, ROOT, type Drawing, type Drawn } from './fit';
import type { Rect } from './pack';
import type { PlaceKey } from './place';
import { BOXES, COLLAPSED_BOX, type BoxKind } from './sizes';

const placeOf = (document: Scenario, key: PlaceKey): LayoutBox | undefined =>
  Object.hasOwn(document.layout, key) ? document.layout[key] : undefined;

/** Expands boxes; what stood close to the chip is pushed aside by the drawing. */
export function expandChanges(document: Scenario, keys: readonly PlaceKey[]): readonly ScenarioChange[] {
  return keys.flatMap((key) => {
    const place = placeOf(document, key);
    if (!place?.collapsed) return [];
    const { collapsed: _, ...to } = place;
    return { type: 'move' as const, id: key, to };
  });
}

/**
 * Collapses boxes and closes the gaps: what stood below a box, or right of it, comes closer by the room it gives up.
 * What a person pinned stays.
 * @param keys boxes; what is no box, or is collapsed already, is left out.
 */
export function collapseChanges(
  document: Scenario,
  drawing: Drawing,
  keys: readonly PlaceKey[],
): readonly ScenarioChange[] {
  const changes: ScenarioChange[] = [];
  let current = document;
  let drawn = drawing;
  const move = (id: PlaceKey, to: LayoutBox): void => {
    changes.push({ type: 'move', id, to });
    current = { ...current, layout: { ...current.layout, [id]: to } };
  };
  for (const key of keys) {
    const box = drawn.things.get(key);
    if (box?.how !== 'box' || box.collapsed) continue;
    for (const [id, { x, y }] of closedGaps(current, drawn, box))
      move(id, { ...placeOf(current, id), x: Math.round(x), y: Math.round(y) });
    move(key, { ...placeOf(current, key), x: Math.round(box.x), y: Math.round(box.y), collapsed: true });
    drawn = fit(current);
  }
  return changes;
}

/** New places of the siblings that have one of their own; the others flow by themselves. */
function closedGaps(document: Scenario, drawing: Drawing, box: Drawn): ReadonlyMap<PlaceKey, Rect> {
  const parent = drawing.things.get(box.parent ?? ROOT);
  const gaps = BOXES[boxKindOf(parent)];
  const siblings = (drawing.children.get(box.parent ?? ROOT) ?? [])
    .flatMap((key) => drawing.things.get(key) ?? [])
    .filter(({ how, y }) => how === 'box' || how === 'card' || (how === 'port' && y >= 0));
  const after = new Map<PlaceKey, Rect>(siblings.map((one) => [one.key, one]));
  const chip = { ...box, height: COLLAPSED_BOX.height, width: Math.min(box.width, COLLAPSED_BOX.width) };
  after.set(box.key, chip);
  const close = (axis: Axis, gap: number): ReadonlyMap<PlaceKey, Rect> => {
    const { start, length, across, breadth } = axis;
    const crosses = (a: Rect, b: Rect): boolean =>
      a[across] < b[across] + b[breadth] && b[across] < a[across] + a[breadth];
    const moved = new Map<PlaceKey, Rect>();
    for (const one of siblings.toSorted((a, b) => a[start] - b[start])) {
      const place = placeOf(document, one.key);
      if (!place || place.pinned || one.key === box.key) continue;
      if (one[start] < box[start] + box[length] || !crosses(one, box)) continue;
      // As far as the box gives way, and no closer to anything else than things usually stand.
      let to = one[start] - (box[length] - chip[length]);
      for (const other of siblings) {
        const end = other[start] + other[length];
        if (other.key === one.key || end > one[start] || !crosses(one, other)) continue;
        const now = after.get(other.key) ?? other;
        to = Math.max(to, now[start] + now[length] + Math.min(one[start] - end, gap));
      }
      if (to >= one[start]) continue;
      const rect = { ...one, [start]: to };
      after.set(one.key, rect);
      moved.set(one.key, rect);
    }
    return moved;
  };
  // A subnet fills its lane from edge to edge: it gives up height only. A lane stands beside others only.
  if (box.kind === 'lane') return close(ACROSS, gaps.gapX);
  const below = close(DOWN, gaps.gapY);
  return box.kind === 'subnet' || below.size > 0 ? below : close(ACROSS, gaps.gapX);
}

interface Axis {
  readonly start: 'x' | 'y';
  readonly length: 'width' | 'height';
  readonly across: 'x' | 'y';
  readonly breadth: 'width' | 'height';
}
const DOWN: Axis = { start: 'y', length: 'height', across: 'x', breadth: 'width' };
const ACROSS: Axis = { start: 'x', length: 'width', across: 'y', breadth: 'height' };

function boxKindOf(box: Drawn | undefined): BoxKind {
  const kind = box?.kind;
  return kind === 'region' || kind === 'vpc' || kind === 'lane' || kind === 'subnet' ? kind : 'canvas';
}
