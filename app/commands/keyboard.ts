/** Runs the command that a key means, wherever on the page it is pressed. */
import { preferencesStore } from '../state/preferences';
import { viewStore } from '../state/view-store';
import { holdSpace } from './hold-space';
import { commandFor, isMac } from './keys';
import { COMMANDS } from './list';
import { startGrid } from './toggle-grid';
import { keepTyped } from './typed-ahead';
import { isTyping } from './typing';

const WHILE_TYPING = COMMANDS.filter((command) => command.whileTyping);

/** @returns what stops listening. */
export function startKeyboard(): () => void {
  startGrid();
  // A field, a menu, a tree row or the canvas that used the key keeps it.
  const listen = (event: KeyboardEvent) => {
    if (!event.defaultPrevented) runKey(event);
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

export function runKey(event: KeyboardEvent): void {
  if (event.isComposing || keepTyped(event)) return;
  // A dialog is a world of its own.
  if (viewStore.getState().dialog) return;
  if (holdSpace(event)) {
    event.preventDefault();
    return;
  }
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[role="menu"], [role="dialog"]')) return;
  const list = target && isTyping(target) ? WHILE_TYPING : COMMANDS;
  const command = commandFor(event, list, isMac(), preferencesStore.getState().letterKeys);
  if (!command) return;
  event.preventDefault();
  command.run();
}
