/** Simulated time as the page shows it. The run itself is computed by the engine. */
import { createStore } from 'zustand/vanilla';
import type { LiveState, RunOutline } from '../../engine';

/** `event`: from one event to the next; else so many simulated seconds a second. */
export const SPEEDS = ['event', 1, 10, 60, 600, 3600, 86_400] as const;
export type Speed = (typeof SPEEDS)[number];

export interface RunState {
  /** `design` until play is pressed the first time; then ms since time 0. */
  readonly moment: 'design' | number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Null until the run has been computed for the document as it is. */
  readonly outline: RunOutline | null;
  /** State of things at `moment`; empty at `design`. */
  readonly live: LiveState;
  /** What came out differently when an edit replayed the run, in words. */
  readonly differences: readonly string[];
  /** They are what an action did, not what an edit made different. */
  readonly byAction: boolean;
}

export const runStore = createStore<RunState>(() => ({
  moment: 'design',
  playing: false,
  speed: 60,
  outline: null,
  live: {},
  differences: [],
  byAction: false,
}));
