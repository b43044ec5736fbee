/**
 * Keys while the focus is on the canvas. Arrow keys walk from thing to thing; once a thing is selected they move it.
 * Deleting, undo and Escape are the page's commands.
 */
import type { Point, ResourceId } from '../../engine';
import { commit, documentStore } from '../state/document-store';
import { select, viewStore } from '../state/view-store';
import { canvasText as text } from '../strings/en/canvas';
import { canvasStore } from './canvas-store';
import { currentDrawing, resourceOfKey } from './drawing';
import { keysToLift, isMovable } from './gesture/lift';
import { moveChanges } from './gesture/move';
import { pick } from './gesture/effects';
import { titleOf } from './projection/chips';
import { elementOf } from './stage';
import { bringIntoView, showRect } from './stage';
import { fitAll } from './view';

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const NUDGE_PX = 4;
const BIG_NUDGE_PX = 32;

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** @returns whether the key meant something here. */
export function pressKey(event: Press, focused: string | null): boolean {
  if (event.altKey || ((event.ctrlKey || event.metaKey) && event.key !== ' ')) return false;
  if (event.code === 'Digit1') {
    fitAll(200);
    return true;
  }
  if (event.key === 'f' || event.key === 'F') return focusSelection();
  if (focused === null) return false;
  const arrow = ARROWS[event.key];
  const id = resourceOfKey(focused);
  const selected = viewStore.getState().selection.includes(id);
  if (arrow && selected) return nudge(focused, arrow, event.shiftKey ? BIG_NUDGE_PX : NUDGE_PX);
  if (arrow) return walk(focused, arrow.x + arrow.y);
  switch (event.key) {
    case 'Enter':
    case ' ':
      if (!pick(id)) toggle(id, event.shiftKey || event.ctrlKey || event.metaKey);
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
const order = (): readonly string[] => [...currentDrawing().things.keys()];

function walk(from: string, by: number): boolean {
  const keys = order();
  const at = keys.indexOf(from);
  return goTo(Math.min(keys.length - 1, Math.max(0, at + by)));
}

function goTo(index: number): boolean {
  const key = order().at(index);
  if (key !== undefined) focusThing(key);
  return true;
}

/** Brings a thing into view first: what is culled can't take the focus. */
export function focusThing(key: string): void {
  const drawn = currentDrawing().things.get(key);
  if (!drawn) return;
  canvasStore.setState({ roving: key });
  bringIntoView({ x: drawn.left, y: drawn.top, width: drawn.width, height: drawn.height }, 0);
  requestAnimationFrame(() => elementOf(key)?.focus({ preventScroll: true }));
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

function focusSelection(): boolean {
  const drawing = currentDrawing();
  const rects = viewStore.getState().selection.flatMap((id) => drawing.things.get(id) ?? []);
  if (rects.length === 0) return false;
  const x = Math.min(...rects.map((rect) => rect.left));
  const y = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.left + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.top + rect.height));
  showRect({ x, y, width: right - x, height: bottom - y }, 1.5);
  return true;
}
