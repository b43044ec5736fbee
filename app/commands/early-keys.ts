/** The commands are loaded after the first paint. Keys pressed before they are there are kept, and run then. */
import { isTyping } from './typing';

/** What the browser would do with these keys and Ctrl must not happen meanwhile: save the page, search in it. */
const OURS = "adfgkosyz/,'";

export function startEarlyKeys(): void {
  const kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && isTyping(event.target))) return;
    kept.push(event);
    if ((event.ctrlKey || event.metaKey) && OURS.includes(event.key.toLowerCase())) event.preventDefault();
  };
  window.addEventListener('keydown', keep);
  void import('./keyboard').then(({ runKey, startKeyboard }) => {
    window.removeEventListener('keydown', keep);
    startKeyboard();
    kept.forEach(runKey);
  });
}
