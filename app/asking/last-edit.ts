/** The last edit that may have touched who reaches whom, with what takes it back. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { ScenarioChange } from '../../engine';
import { documentStore, type DocumentState } from '../state/document-store';

export interface LastEdit {
  readonly label: string;
  /** Applied to the document as it is, they make it what it was. */
  readonly undo: readonly ScenarioChange[];
  readonly revision: number;
}

const lastEditStore = createStore<{ readonly edit: LastEdit | null }>(() => ({ edit: null }));

export const useLastEdit = (): LastEdit | null => useStore(lastEditStore, (state) => state.edit);
export const dismissLastEdit = (): void => lastEditStore.setState({ edit: null });

/** Called once at start. */
export function followEdits(): () => void {
  return documentStore.subscribe((state, before) => {
    if (state.revision === before.revision) return;
    lastEditStore.setState({ edit: state.documentId === before.documentId ? editOf(state, before) : null });
  });
}

/** @returns `null` for what no packet can notice */
export function editOf(state: DocumentState, before: DocumentState): LastEdit | null {
  const undone = state.past.length < before.past.length;
  const step = undone ? state.future[0] : state.past.at(-1);
  if (!step || !step.changes.some(touchesPackets)) return null;
  return { label: step.label, undo: undone ? step.changes : step.inverse, revision: state.revision };
}

function touchesPackets(change: ScenarioChange): boolean {
  switch (change.type) {
    case 'add':
    case 'remove':
    case 'attach':
    case 'observe':
      return true;
    case 'update':
      return Object.keys(change.set).some((key) => key !== 'name' && key !== 'tags');
    case 'move':
    case 'describe':
    case 'add-action':
    case 'remove-action':
    case 'set-checks':
      return false;
  }
}
