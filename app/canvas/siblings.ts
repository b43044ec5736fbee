/** What stands in the same box. */
import type { Drawing, ResourceId } from '../../engine';
import { currentDrawing, resourceOfKey } from './drawing';
import { keyOf } from './view';

/** Of all boxes that something selected stands in; docked parts go with their cards. */
export function siblingsOf(selection: readonly ResourceId[]): readonly ResourceId[] {
  const keys = selection.flatMap((id) => keyOf(id) ?? []);
  return siblingsIn(currentDrawing(), keys);
}

export function siblingsIn(drawing: Drawing, keys: readonly string[]): readonly ResourceId[] {
  const boxes = new Set(keys.flatMap((key) => drawing.things.get(key)?.parent ?? []));
  const ids = new Set<ResourceId>();
  for (const { key, parent } of drawing.things.values())
    if (parent !== null && boxes.has(parent) && drawing.things.get(parent)?.how === 'box')
      ids.add(resourceOfKey(key));
  return [...ids];
}
