/** Honest words about saving: what the top bar shows. */
import { createStore } from 'zustand/vanilla';

/** Why the storage refuses: `full`; `off` where there is none; `outdated`, because another version of the page took it over. */
export type Trouble = 'full' | 'off' | 'outdated' | 'other';

/** A refusal in words. */
export interface Refused {
  readonly trouble: Trouble;
  /** One clause: why. */
  readonly reason: string;
}

export type SaveState =
  /** As it was opened: there is nothing to save. */
  | { readonly status: 'unchanged' }
  | { readonly status: 'saving' }
  /** ms since 1970 */
  | { readonly status: 'saved'; readonly at: number }
  /** Stays until everything is kept; `waiting` documents live in this tab only. */
  | ({ readonly status: 'failed'; readonly waiting: number } & Refused);

export const saveStore = createStore<SaveState>(() => ({ status: 'unchanged' }));

export const setSaveState = (state: SaveState): void => saveStore.setState(state, true);
