/** Gives a drawn thing the keyboard, in view and with its ring to be seen. */
import type { PlaceKey } from '../../../engine';
import { canvasStore } from '../canvas-store';
import { currentDrawing } from '../drawing';
import { bringIntoView, elementOf } from '../stage';
import { keyOf } from '../view';
import { rectOf } from './walk';

let wanted: PlaceKey | null = null;

/** @param key of a drawn thing, or the id of a chip, which is looked for on what it hangs on. */
export function focusThing(key: PlaceKey): void {
  const { things } = currentDrawing();
  const holder = things.has(key) ? key : keyOf(key);
  const drawn = holder === null ? undefined : things.get(holder);
  if (holder === null || !drawn) return;
  canvasStore.setState({ roving: holder });
  // At once: what is gliding into view has its ring out of sight, and what is culled can't take the focus.
  bringIntoView(rectOf(drawn), 0);
  wanted = key;
  if (!focusNow(key, holder)) requestAnimationFrame(() => wanted === key && focusNow(key, holder));
}

function focusNow(key: PlaceKey, holder: PlaceKey): boolean {
  const element = elementOf(key) ?? elementOf(holder);
  element?.focus({ preventScroll: true });
  return element !== null;
}
