/** Opens the menu of what is under the pointer, or of what has the keyboard. */
import type { PlaceKey, Point } from '../../../engine';
import { pathStore } from '../../state/path-store';
import { select, viewStore } from '../../state/view-store';
import { canvasStore } from '../canvas-store';
import { resourceOfKey } from '../drawing';
import { cancelGesture } from '../gesture/drive';
import { elementOf, stageRect } from '../stage';

/** @param key what is meant; `null`: the bare canvas. What is no part of the selection becomes it. */
export function openMenu(key: PlaceKey | null, at: Point, byKeyboard: boolean): void {
  if (pathStore.getState().picking) return;
  cancelGesture();
  if (key === null) select();
  else if (!viewStore.getState().selection.includes(resourceOfKey(key))) select(resourceOfKey(key));
  canvasStore.setState(({ menu }) => ({
    refusal: null,
    menu: { key, at, byKeyboard, count: (menu?.count ?? 0) + 1 },
  }));
}

/** By key: below the thing that has the keyboard, else in the middle of the canvas. */
export function openMenuByKey(key: PlaceKey | null): void {
  const rect = (key === null ? null : elementOf(key)?.getBoundingClientRect()) ?? stageRect();
  if (!rect) return;
  const at =
    key === null
      ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 3 }
      : { x: rect.left + Math.min(24, rect.width / 2), y: rect.top + Math.min(40, rect.height) };
  openMenu(key, at, true);
}
