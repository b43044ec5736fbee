/** What the view shows: everything, or one thing. */
import type { PlaceKey, ResourceId, Rect } from '../../engine';
import { parseLaneKey, shownAs } from '../../engine';
import { canvasStore } from './canvas-store';
import { currentDrawing } from './drawing';
import { bringIntoView, reducedMotion, showRect, slideIntoView } from './stage';

const duration = (ms: number): number => (reducedMotion() ? 0 : ms);

export const fitAll = (durationMs = 0): void => {
  const { bounds } = currentDrawing();
  showRect(bounds, 1, duration(durationMs));
};

/** The key under which a resource is drawn: its own, a lane for a zone, what it hangs on for a chip, the box around it. */
export const keyOf = (id: ResourceId): PlaceKey | null =>
  seenKeyOf(id) ?? shownAs(currentDrawing(), hiddenKeyOf(id))?.key ?? null;

function seenKeyOf(id: ResourceId): PlaceKey | null {
  const drawing = currentDrawing();
  if (drawing.things.has(id)) return id;
  for (const key of drawing.things.keys()) if (parseLaneKey(key)?.zoneId === id) return key;
  for (const [key, chips] of drawing.chips.on) if (chips.includes(id) && drawing.things.has(key)) return key;
  return null;
}

/** The same, of what stands in a collapsed box. */
function hiddenKeyOf(id: ResourceId): PlaceKey | undefined {
  const { hidden, chips } = currentDrawing();
  if (hidden.has(id)) return id;
  const hangsOn = [...chips.on].find(([key, ids]) => ids.includes(id) && hidden.has(key))?.[0];
  return hangsOn ?? [...hidden.keys()].find((key) => parseLaneKey(key)?.zoneId === id);
}

/** What was just made is seen, at the zoom the hand works at. */
export function keepInView(id: ResourceId): void {
  const key = keyOf(id);
  const drawn = key === null ? undefined : currentDrawing().things.get(key);
  if (!drawn) return;
  slideIntoView({ x: drawn.left, y: drawn.top, width: drawn.width, height: drawn.height }, duration(250));
}

/** Every step of zooming draws a crowded view anew: nobody sees a motion, but a key typed meanwhile waits for it. */
const ZOOMS_SMOOTHLY_UP_TO = 150;

/** Brings a thing into view and lets it pulse once; what hides it is expanded. */
export async function revealThing(id: ResourceId): Promise<void> {
  const hidden = seenKeyOf(id) === null ? hiddenKeyOf(id) : undefined;
  if (hidden !== undefined) (await import('./collapse')).expandAround(hidden);
  const key = keyOf(id);
  const drawn = key === null ? undefined : currentDrawing().things.get(key);
  if (!key || !drawn) return;
  const rect: Rect = { x: drawn.left, y: drawn.top, width: drawn.width, height: drawn.height };
  const isCrowded = currentDrawing().things.size > ZOOMS_SMOOTHLY_UP_TO;
  bringIntoView(rect, duration(250), duration(isCrowded ? 0 : 250));
  canvasStore.setState((state) => ({ pulse: { key, count: (state.pulse?.count ?? 0) + 1 }, roving: key }));
}
