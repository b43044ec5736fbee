/** What is typed between the key that opens the search or the palette and its field, which is loaded first. */
import { viewStore } from '../state/view-store';
import { FIND_FIELD_ID } from './find';

let typed = '';

/** @returns whether the key was kept for a field that is on its way. */
export function keepTyped(event: KeyboardEvent): boolean {
  const { dialog, finding } = viewStore.getState();
  const comes =
    dialog === 'commands'
      ? !document.querySelector('[role="dialog"]')
      : dialog === null && finding && !document.getElementById(FIND_FIELD_ID);
  if (!comes) typed = '';
  if (!comes || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
  typed += event.key;
  event.preventDefault();
  return true;
}

/** For the field, once it stands: what was typed for it. */
export function takeTyped(): string {
  const text = typed;
  typed = '';
  return text;
}
