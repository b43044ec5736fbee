/** Whether anything may move by itself: not if the operating system or the settings say no. */
import { preferencesStore } from './preferences';

const query = (): MediaQueryList => matchMedia('(prefers-reduced-motion: reduce)');

export const reducedMotion = (): boolean => !preferencesStore.getState().motion || query().matches;

/** Marks the page for its styles, too. */
export function startMotion(): void {
  const show = () => document.documentElement.toggleAttribute('data-still', reducedMotion());
  show();
  query().addEventListener('change', show);
  preferencesStore.subscribe(show);
}
