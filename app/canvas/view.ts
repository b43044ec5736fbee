/** What the view shows: everything, or one thing. */
import type { PlaceKey, ResourceId, Rect } from '../../engine';
import { parseLaneKey } from '../../engine';
import { canvasStore } from './canvas-store';
import { currentDrawing } from './drawing';
import { bringIntoView, reducedMotion, showRect, slideIntoView } from './stage';

const duration = (ms: number): number => (reducedMotion() ? 0 : ms);

export const fitAll = (durationMs = 0): void => {
  const { bounds } = currentDrawing();
  showRect(bounds, 1, duration(durationMs));
};

/** The key under which a resource is drawn: its own, a lane for a zone, what it hangs on for a chip. */
export function keyOf(id: ResourceId): PlaceKey | null {
  const drawing = currentDrawing();
  if (drawing.things.has(id)) return id;
  for (const key of drawing.things.keys()) if (parseLaneKey(key)?.zoneId === id) return key;
  for (const [key, chips] of drawing.chips.on) if (chips.includes(id) && drawing.things.has(key)) return key;
  return null;
}

/** What was just made is seen, at the zoom the hand works at. */
export function keepInView(id: ResourceId): void {
  const key = keyOf(id);
  const drawn = key === null ? undefined : currentDrawing().things.get(key);
  if (!drawn) return;
  slideIntoView({ x: drawn.left, y: drawn.top, width: drawn.width, height: drawn.height }, duration(250));
}

/** Brings a thing into view and lets it pulse once. */
export function revealThing(id: ResourceId): void {
  const key = keyOf(id);
  const drawn = key === null ? undefined : currentDrawing().things.get(key);
  if (!key || !drawn) return;
  const rect: Rect = { x: drawn.left, y: drawn.top, width: drawn.width, height: drawn.height };
  bringIntoView(rect, duration(250));
  canvasStore.setState((state) => ({ pulse: { key, count: (state.pulse?.count ?? 0) + 1 }, roving: key }));
}
