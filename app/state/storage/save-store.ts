/** Honest words about saving: what the top bar shows. */
import { createStore } from 'zustand/vanilla';

export type SaveState =
  /** As it was opened: there is nothing to save. */
  | { readonly status: 'unchanged' }
  | { readonly status: 'saving' }
  /** ms since 1970 */
  | { readonly status: 'saved'; readonly at: number }
  | { readonly status: 'failed'; readonly reason: string };

export const saveStore = createStore<SaveState>(() => ({ status: 'unchanged' }));

export const setSaveState = (state: SaveState): void => saveStore.setState(state, true);
