/** What the last opening brought, for the report and the message that follow it. */
import { createStore } from 'zustand/vanilla';
import type { Failure, ImportLine } from '../../engine';

export interface OpenedState {
  readonly report: {
    readonly title: string;
    readonly count: number;
    readonly lines: readonly ImportLine[];
  } | null;
  /** Why it could not be opened, and where it came from; what this browser keeps has a title. */
  readonly failure: {
    readonly failure: Failure;
    readonly from: 'link' | 'files' | 'browser';
    readonly title?: string;
  } | null;
}

export const openedStore = createStore<OpenedState>(() => ({ report: null, failure: null }));
