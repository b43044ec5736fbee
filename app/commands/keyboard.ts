/** Listens for keys on the whole page and runs the command they mean. */
import { viewStore } from '../state/view-store';
import { commandFor, isMac } from './keys';
import { COMMANDS } from './list';

/** @returns what stops listening. */
export function startKeyboard(): () => void {
  const mac = isMac();
  const listen = (event: KeyboardEvent) => {
    // A field, a menu, a tree row or the canvas that used the key keeps it; a dialog is a world of its own.
    if (event.defaultPrevented || event.isComposing || viewStore.getState().dialog) return;
    const target = event.target;
    if (target instanceof Element && (isTyping(target) || target.closest('[role="menu"], [role="dialog"]')))
      return;
    const command = commandFor(event, COMMANDS, mac);
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

const TEXT_INPUTS = new Set(['', 'text', 'search', 'number', 'url', 'email', 'password', 'date', 'time']);

/** Is somebody writing in it? */
export function isTyping(element: Element): boolean {
  if (element instanceof HTMLInputElement) return TEXT_INPUTS.has(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}
