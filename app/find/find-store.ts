/** What is looked for, what was found, and which hit was shown last. Kept when the search is closed, so that F3 goes on. */
import { createStore } from 'zustand/vanilla';
import { loadSearch, type SearchHit } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { documentStore } from '../state/document-store';
import { runStore } from '../state/run-store';
import { announce, reveal } from '../state/view-store';
import { findText as text } from '../strings/en/find';

export interface FindState {
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** Index of the hit the arrow keys stand on; -1 without hits. */
  readonly at: number;
  /** It was brought into view; the next step goes to another. */
  readonly shown: boolean;
}

export const findStore = createStore<FindState>(() => ({ query: '', hits: [], at: -1, shown: false }));

type Search = Awaited<ReturnType<typeof loadSearch>>;
let search: Search | null = null;

/** Loads the search, and looks again for what was looked for last. */
export async function startFinding(): Promise<void> {
  search = await loadSearch();
  // Takes the document apart now, so that the first letter is answered at once.
  search.findResources(documentStore.getState().document, {}, '-');
  lookAgain();
}

export function lookFor(query: string): void {
  const hits = hitsOf(query);
  findStore.setState({ query, hits, at: hits.length === 0 ? -1 : 0, shown: false });
  if (query.trim() !== '') announce(text.spoken(hits.length), 'spoken');
}

/** After an edit: the hit one stands on stays the one, if it is still there. */
export function lookAgain(): void {
  const { query, hits: before, at, shown } = findStore.getState();
  const hits = hitsOf(query);
  const id = before[at]?.id;
  const again = hits.findIndex((hit) => hit.id === id);
  findStore.setState({
    hits,
    at: again >= 0 ? again : hits.length === 0 ? -1 : 0,
    shown: shown && again >= 0,
  });
}

const hitsOf = (query: string): readonly SearchHit[] =>
  search?.findResources(documentStore.getState().document, runStore.getState().live, query) ?? [];

/** Brings a hit into view, selects it and lets it pulse. */
export function showHit(at: number): void {
  const { hits } = findStore.getState();
  const hit = hits[at];
  if (!hit) return;
  findStore.setState({ at, shown: true });
  reveal(hit.id);
  announce(text.shown(titleOf(documentStore.getState().document, hit.id), at + 1, hits.length), 'spoken');
}

/** The one stood on if it has not been shown yet, else the next one; round at the ends. */
export function showNext(by: 1 | -1): void {
  const { hits, at, shown } = findStore.getState();
  if (hits.length === 0) return;
  showHit(shown ? (at + by + hits.length) % hits.length : at);
}
