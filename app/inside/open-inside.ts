/** Opens and closes what is shown of the inside of the selected instance, and keeps track of the keyboard. */
import { openInspector } from '../state/panels';
import { setView, viewStore, type InsidePanel } from '../state/view-store';

let opener: HTMLElement | null = null;
let wantsFocus = false;

export function openInside(panel: InsidePanel): void {
  if (viewStore.getState().inside === null && document.activeElement instanceof HTMLElement)
    opener = document.activeElement;
  wantsFocus = true;
  openInspector();
  setView({ inside: panel });
}

export function closeInside(): void {
  const { inside } = viewStore.getState();
  setView({ inside: null });
  const link = document.querySelector<HTMLElement>(`[data-inside="${inside}"]`);
  (opener?.isConnected ? opener : link)?.focus();
  opener = null;
}

/** Whether it was opened just now: another instance that is selected meanwhile leaves the keyboard where it is. */
export function takeFocusWish(): boolean {
  const wished = wantsFocus;
  wantsFocus = false;
  return wished;
}
