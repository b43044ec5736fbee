/**
 * Keys while the focus is on the canvas. Arrow keys walk from thing to thing; once a thing is selected they move it, and
 * with Alt they still walk. Enter leads into a box, Escape out of it. Deleting and undo are the page's commands.
 */
import type { PlaceKey, Point, ResourceId } from '../../engine';
import { commit, documentStore } from '../state/document-store';
import { preferencesStore } from '../state/preferences';
import { select, viewStore } from '../state/view-store';
import { canvasText as text } from '../strings/en/canvas';
import { canvasStore } from './canvas-store';
import { currentDrawing, resourceOfKey } from './drawing';
import { keysToLift, isMovable } from './gesture/lift';
import { moveChanges } from './gesture/move';
import { pick } from './gesture/effects';
import { isConnecting, pressWhileConnecting, startConnecting } from './keyboard/connect';
import { focusThing } from './keyboard/focus';
import { DIRECTIONS, firstIn, neighbourOf, outOf } from './keyboard/walk';
import { titleOf } from './projection/chips';
import { keyOf } from './view';

const BOX_KINDS: readonly string[] = ['region', 'vpc', 'lane', 'subnet'];
const NUDGE_PX = 4;
const BIG_NUDGE_PX = 32;

export { focusThing };

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** @returns whether the key meant something here. */
export function pressKey(event: Press, focused: string | null): boolean {
  if (isConnecting()) return pressWhileConnecting(event);
  if ((event.ctrlKey || event.metaKey) && event.key !== ' ') return false;
  const arrow = DIRECTIONS[event.key];
  if (event.altKey) return focused !== null && arrow !== undefined && walk(focused, arrow);
  const { letterKeys } = preferencesStore.getState();
  if (focused === null) return arrow !== undefined && enter();
  const id = resourceOfKey(focused);
  const selected = viewStore.getState().selection.includes(id);
  if (arrow && selected) return nudge(focused, arrow, event.shiftKey ? BIG_NUDGE_PX : NUDGE_PX);
  if (arrow) return walk(focused, arrow);
  switch (event.key) {
    case 'Enter':
      if (goInto(focused, selected)) return true;
      if (!pick(id)) toggle(id, event.shiftKey);
      return true;
    case ' ':
      if (!pick(id)) toggle(id, event.shiftKey || event.ctrlKey || event.metaKey);
      return true;
    case 'Escape':
      return goOut(focused);
    case 'c':
    case 'C':
      if (!letterKeys) return false;
      void startConnecting(id);
      return true;
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(-1);
    default:
      return false;
  }
}

function toggle(id: ResourceId, adding: boolean): void {
  const { selection } = viewStore.getState();
  const without = selection.filter((other) => other !== id);
  if (selection.includes(id)) select(...(adding ? without : []));
  else select(...(adding ? [...selection, id] : [id]));
}

/** Drawn things with their docked parts, in the order of the drawing. */
const order = (): readonly PlaceKey[] => [...currentDrawing().things.keys()];

/** Nothing that way: the keyboard stays, and the page does not scroll. */
function walk(from: PlaceKey, direction: Point): boolean {
  const drawing = currentDrawing();
  // A chip has no place of its own: from what it hangs on.
  const here = drawing.things.has(from) ? from : (keyOf(resourceOfKey(from)) ?? from);
  const next = neighbourOf(drawing, here, direction);
  if (next !== null) focusThing(next);
  return true;
}

/** A box is entered; a card shows its parts once it is selected. */
function goInto(key: PlaceKey, selected: boolean): boolean {
  const drawing = currentDrawing();
  const first = firstIn(drawing, key);
  const isBox = BOX_KINDS.includes(drawing.things.get(key)?.kind ?? '');
  if (first === null || (!isBox && !selected)) return false;
  focusThing(first);
  return true;
}

/** What is selected or in hand is let go first: that is the page's Escape. */
function goOut(key: PlaceKey): boolean {
  if (viewStore.getState().selection.length > 0 || viewStore.getState().carrying) return false;
  const out = outOf(currentDrawing(), key);
  if (out !== null) focusThing(out);
  return out !== null;
}

function enter(): boolean {
  const { roving } = canvasStore.getState();
  if (roving !== null) focusThing(roving);
  return roving !== null;
}

function goTo(index: number): boolean {
  const key = order().at(index);
  if (key !== undefined) focusThing(key);
  return true;
}

function nudge(key: string, direction: Point, step: number): boolean {
  const { document } = documentStore.getState();
  const drawing = currentDrawing();
  const keys = keysToLift(drawing, key, viewStore.getState().selection).filter((one) =>
    isMovable(drawing, one),
  );
  if (keys.length === 0) return true;
  commit({
    label:
      keys.length === 1 ? text.moved(titleOf(document, resourceOfKey(key))) : text.movedMany(keys.length),
    changes: moveChanges(document, drawing, keys, { x: direction.x * step, y: direction.y * step }),
  });
  return true;
}
