/** Moving and resizing in place: layout only, so the page needs no leave from the engine. */
import {
  type Drawing,
  type PlaceKey,
  type Point,
  type Scenario,
  type ScenarioChange,
  type Size,
} from '../../../engine';

/** Moves things by a distance in the boxes they stand in. */
export const moveChanges = (
  document: Scenario,
  drawing: Drawing,
  keys: readonly PlaceKey[],
  by: Point,
): readonly ScenarioChange[] => moveEach(document, drawing, new Map(keys.map((key) => [key, by])));

/**
 * Moves each thing by a distance of its own. Siblings without a place of their own are pinned where they are: else they
 * would flow into the gap.
 */
export function moveEach(
  document: Scenario,
  drawing: Drawing,
  moves: ReadonlyMap<PlaceKey, Point>,
): readonly ScenarioChange[] {
  const changes: ScenarioChange[] = [];
  const boxes = new Set([...moves.keys()].map((key) => drawing.things.get(key)?.parent ?? null));
  for (const drawn of drawing.things.values()) {
    if (!boxes.has(drawn.parent) || drawn.how === 'chip' || drawn.how === 'docked') continue;
    const before = Object.hasOwn(document.layout, drawn.key) ? document.layout[drawn.key] : undefined;
    const by = moves.get(drawn.key);
    if (!by && before) continue;
    changes.push({
      type: 'move',
      id: drawn.key,
      to: { ...before, x: Math.round(drawn.x + (by?.x ?? 0)), y: Math.round(drawn.y + (by?.y ?? 0)) },
    });
  }
  return changes;
}

export function resizeChanges(
  document: Scenario,
  drawing: Drawing,
  key: PlaceKey,
  size: Size,
): readonly ScenarioChange[] {
  const drawn = drawing.things.get(key);
  if (!drawn) return [];
  return moveChanges(document, drawing, [key], { x: 0, y: 0 }).map((change) =>
    change.type === 'move' && change.id === key && change.to
      ? { ...change, to: { ...change.to, width: Math.round(size.width), height: Math.round(size.height) } }
      : change,
  );
}
