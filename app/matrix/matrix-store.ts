/** How the matrix is looked at: kept while the page lives, so that it opens again as it was left. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Grouping } from './lines';

export interface MatrixView {
  readonly grouping: Grouping;
  /** As typed: `tcp 443`; empty for everything. */
  readonly traffic: string;
  readonly find: string;
  readonly family: 4 | 6;
  /** Row and column the keyboard stands at. */
  readonly at: { readonly row: number; readonly column: number };
}

export const matrixStore = createStore<MatrixView>(() => ({
  grouping: 'alike',
  traffic: '',
  find: '',
  family: 4,
  at: { row: 0, column: 0 },
}));

export const setMatrix = (patch: Partial<MatrixView>): void => matrixStore.setState(patch);

export const useMatrix = (): MatrixView => useStore(matrixStore);
