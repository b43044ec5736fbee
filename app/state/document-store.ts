/** The page's document: one immutable value, a revision, and the history of gestures that made it. */
import { createStore } from 'zustand/vanilla';
import {
  applyChanges,
  emptyScenario,
  type Result,
  type Scenario,
  type ScenarioChange,
  type ScenarioChangeSet,
} from '../../engine';
import { viewOnlyText as text } from '../strings/en/view-only';
import { announce } from './view-store';

/** One gesture as the history keeps it. */
export interface HistoryStep {
  readonly label: string;
  readonly changes: readonly ScenarioChange[];
  readonly inverse: readonly ScenarioChange[];
}

export interface DocumentState {
  /** Which stored document this is; a new one is stored under a new id. */
  readonly documentId: string;
  readonly document: Scenario;
  /** Opened to be looked at: every gesture is refused until a copy is made. Such a document is not stored. */
  readonly viewOnly: boolean;
  /** Grows by one with every gesture, undo and redo; starts over for an opened document only in meaning, never in number. */
  readonly revision: number;
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
}

/** What happened to the document, for whoever keeps a copy of it. */
export type DocumentEvent =
  | { readonly type: 'replaced'; readonly document: Scenario; readonly revision: number }
  | {
      readonly type: 'changed';
      readonly changes: readonly ScenarioChange[];
      readonly from: number;
      readonly to: number;
    };

// A page that runs for a day makes thousands of gestures; the oldest are let go.
const HISTORY_STEPS = 500;

export const documentStore = createStore<DocumentState>(() => ({
  documentId: newDocumentId(),
  document: emptyScenario(),
  viewOnly: false,
  revision: 0,
  past: [],
  future: [],
}));

export const isViewOnly = (): boolean => documentStore.getState().viewOnly;

const listeners = new Set<(event: DocumentEvent) => void>();

export function onDocumentEvent(listener: (event: DocumentEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Applies one gesture as one undo step. */
export function commit(changeSet: ScenarioChangeSet): Result<null> {
  if (changeSet.changes.length === 0) return { ok: true, value: null };
  return step(changeSet.changes, (state, inverse) => ({
    past: [...state.past.slice(1 - HISTORY_STEPS), { ...changeSet, inverse }],
    future: [],
  }));
}

/** @returns the label of what was undone, or null if there was nothing. */
export function undo(): string | null {
  const last = documentStore.getState().past.at(-1);
  if (!last) return null;
  step(last.inverse, (state) => ({ past: state.past.slice(0, -1), future: [last, ...state.future] }));
  return last.label;
}

export function redo(): string | null {
  const next = documentStore.getState().future[0];
  if (!next) return null;
  step(next.changes, (state) => ({ past: [...state.past, next], future: state.future.slice(1) }));
  return next.label;
}

/** Puts another document in its place. The one before stays in storage under its own id. */
export function openDocument(document: Scenario, documentId = newDocumentId(), viewOnly = false): void {
  const revision = documentStore.getState().revision + 1;
  documentStore.setState({ documentId, document, viewOnly, revision, past: [], future: [] });
  tell({ type: 'replaced', document, revision });
}

function step(
  changes: readonly ScenarioChange[],
  history: (
    state: DocumentState,
    inverse: readonly ScenarioChange[],
  ) => Pick<DocumentState, 'past' | 'future'>,
): Result<null> {
  const state = documentStore.getState();
  if (state.viewOnly) {
    // Said here, so that no caller forgets to.
    announce(text.refused, 'bad');
    return { ok: false, error: { reason: 'not-allowed', message: text.refused } };
  }
  const applied = applyChanges(state.document, changes);
  if (!applied.ok) return applied;
  const to = state.revision + 1;
  documentStore.setState({
    document: applied.value.document,
    revision: to,
    ...history(state, applied.value.inverse),
  });
  tell({ type: 'changed', changes, from: state.revision, to });
  return { ok: true, value: null };
}

function tell(event: DocumentEvent): void {
  for (const listener of listeners) listener(event);
}

/** Not `crypto.randomUUID`: it does not exist on plain http in a local network. */
export function newDocumentId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
