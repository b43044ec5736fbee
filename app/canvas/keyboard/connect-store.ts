/** While something is being connected by keys: from where, what it may go to, and where the keyboard stands. */
import { createStore } from 'zustand/vanilla';
import type { ResourceId } from '../../../engine';

export interface Option {
  readonly to: ResourceId;
  /** What would be done: `Attach data to web-1` */
  readonly label: string;
  readonly how: 'associate' | 'path';
}

export interface Connecting {
  readonly from: ResourceId;
  /** `null` while the engine is asked. */
  readonly options: readonly Option[] | null;
  /** Index of the option the keyboard stands on. */
  readonly at: number;
}

export const connectStore = createStore<{ readonly connecting: Connecting | null }>(() => ({
  connecting: null,
}));
