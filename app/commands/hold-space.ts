/** While Space is held the pointer moves the view. On a thing reached by keyboard, Space is the thing's. */
import { setView, viewStore } from '../state/view-store';
import './grabbing.css';

/** @returns whether the key meant this. */
export function holdSpace(event: KeyboardEvent): boolean {
  if (event.key !== ' ' || viewStore.getState().grabbing || !isOnCanvas(event.target)) return false;
  setView({ grabbing: true });
  const release = (up: Event) => {
    if (up instanceof KeyboardEvent && up.key !== ' ') return;
    window.removeEventListener('keyup', release);
    window.removeEventListener('blur', release);
    setView({ grabbing: false });
  };
  window.addEventListener('keyup', release);
  window.addEventListener('blur', release);
  return true;
}

function isOnCanvas(target: EventTarget | null): boolean {
  if (target === document.body) return true;
  if (!(target instanceof Element) || target.closest('[data-floating], button, input, select, textarea'))
    return false;
  return target.closest('.stage') !== null && !target.matches(':focus-visible');
}
