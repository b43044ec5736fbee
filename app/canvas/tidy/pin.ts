/** Pinning: what a person put somewhere on purpose stays there when the drawing is tidied up. */
import type { Drawing, PlaceKey, Scenario, ScenarioChange } from '../../../engine';

export const isPinned = (document: Scenario, key: PlaceKey): boolean =>
  Object.hasOwn(document.layout, key) && document.layout[key]?.pinned === true;

/** Boxes and what stands freely in them; what is docked or a chip goes where its owner goes. */
export const canBePinned = (drawing: Drawing, key: PlaceKey): boolean => {
  const thing = drawing.things.get(key);
  if (!thing || thing.how === 'chip' || thing.how === 'docked') return false;
  return thing.how !== 'port' || thing.y >= 0;
};

/** Pins things where they are drawn, or lets them go; what is so already is left out. */
export function pinChanges(
  document: Scenario,
  drawing: Drawing,
  keys: readonly PlaceKey[],
  pinned: boolean,
): readonly ScenarioChange[] {
  return keys.flatMap((key) => {
    const thing = drawing.things.get(key);
    if (!thing || !canBePinned(drawing, key) || isPinned(document, key) === pinned) return [];
    const known = Object.hasOwn(document.layout, key) ? document.layout[key] : undefined;
    const { pinned: _, ...place } = { ...known, x: thing.x, y: thing.how === 'border' ? 0 : thing.y };
    return { type: 'move' as const, id: key, to: pinned ? { ...place, pinned: true as const } : place };
  });
}
