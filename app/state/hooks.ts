/** Thin React hooks over the stores. Selectors must return stable values. */
import { useStore } from 'zustand';
import { documentStore, type DocumentState } from './document-store';
import { pathStore, type PathState } from './path-store';
import { runStore, type RunState } from './run-store';
import { viewStore, type ViewState } from './view-store';

export const useDocument = <T>(selector: (state: DocumentState) => T): T => useStore(documentStore, selector);
export const useView = <T>(selector: (state: ViewState) => T): T => useStore(viewStore, selector);
export const useRun = <T>(selector: (state: RunState) => T): T => useStore(runStore, selector);
export const usePath = <T>(selector: (state: PathState) => T): T => useStore(pathStore, selector);
