/** What a tidy-up may move, and what stays: pinned things, and everything beside a selection. */
import type { Scenario } from '../../catalog/descriptors';
import type { ResourceId } from '../../model/resource';
import { ROOT, type Drawing, type Drawn } from '../fit';
import { parseLaneKey, type PlaceKey } from '../place';
import type { Size } from '../sizes';

export interface Scope {
  readonly moves: (key: PlaceKey) => boolean;
  /** A size that a box keeps whatever it holds. */
  readonly sizeOf: (key: PlaceKey) => Partial<Size>;
}

/** Has a place of its own: no chip, nothing docked. */
export const isStanding = (thing: Drawn): boolean =>
  thing.how === 'box' || thing.how === 'card' || (thing.how === 'port' && thing.y >= 0);

/** Things in a box that are placed, in the drawing's order. */
export const standingIn = (drawing: Drawing, box: PlaceKey): Drawn[] =>
  (drawing.children.get(box) ?? []).flatMap((key) => drawing.things.get(key) ?? []).filter(isStanding);

export const isPinned = (document: Scenario, key: PlaceKey): boolean =>
  Object.hasOwn(document.layout, key) && document.layout[key]?.pinned === true;

/**
 * Everything that may move: all there is, or of a selection the contents of its boxes and its other things. What is
 * pinned stays, and so does every box around it.
 */
export function movableKeys(
  document: Scenario,
  drawing: Drawing,
  selection: readonly ResourceId[] | null,
): Set<PlaceKey> {
  const movable = new Set<PlaceKey>();
  const addContents = (box: PlaceKey): void => {
    for (const thing of drawing.children.get(box) ?? []) {
      const drawn = drawing.things.get(thing);
      if (drawn && isStanding(drawn)) movable.add(thing);
      if (drawn?.how === 'box') addContents(thing);
    }
  };
  if (selection === null) addContents(ROOT);
  else {
    const chosen = new Set(selection);
    for (const thing of drawing.things.values()) {
      if (!chosen.has(parseLaneKey(thing.key)?.zoneId ?? thing.key)) continue;
      if (thing.how === 'box') addContents(thing.key);
      else if (isStanding(thing)) movable.add(thing.key);
    }
  }
  for (const key of Object.keys(document.layout))
    if (isPinned(document, key))
      for (let held = drawing.things.get(key); held; held = drawing.things.get(held.parent ?? ''))
        movable.delete(held.key);
  return movable;
}
