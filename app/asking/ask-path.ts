/** Asks the engine for the path and keeps the answer true to the document and the moment shown. */
import type { PathQuery } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { documentStore } from '../state/document-store';
import { ladderOf, pathStore } from '../state/path-store';
import { runStore } from '../state/run-store';
import { announce } from '../state/view-store';
import { pathWords } from '../strings/en/paths';
import { followEdits } from './last-edit';

let turn = 0;
/** The last question that had an answer: what it names was there. */
let answered: PathQuery | null = null;

/** Another question: the packet starts anew at its first hop. */
export async function setQuery(patch: Partial<PathQuery>): Promise<void> {
  const query = { ...pathStore.getState().query, ...patch };
  pathStore.setState({ query, step: 0 });
  await askAgain();
}

/** A whole question in place of the one before, shown to its end. */
export async function askFor(query: PathQuery): Promise<void> {
  pathStore.setState({ query, step: 0 });
  await askAgain();
  walkToEnd();
}

/** Asks the same question of the document and moment as they are now. */
export async function askAgain(): Promise<void> {
  const { query } = pathStore.getState();
  const mine = ++turn;
  if (!query.from || !query.to) {
    pathStore.setState({ result: null, failure: null });
    return;
  }
  const reply = await ask((engine) => engine.trace(query, runStore.getState().moment));
  if (mine !== turn) return;
  if (!reply.ok) {
    const { reason, message } = reply.failure;
    const isGone = reason === 'not-found' && answered?.from === query.from && answered.to === query.to;
    pathStore.setState({ result: null, failure: isGone ? pathWords.gone : message, step: 0 });
    return;
  }
  answered = query;
  const ladder = ladderOf(reply.value);
  const stop = ladder.findIndex(({ hop }) => hop.verdict === 'stop');
  // A packet that is stopped now does not stand beyond its stop.
  const last = stop >= 0 ? stop : Math.max(0, ladder.length - 1);
  pathStore.setState((state) => ({ result: reply.value, failure: null, step: Math.min(state.step, last) }));
}

/** The main control: one hop on, and say what happened there. */
export function nextHop(): void {
  const { result, step } = pathStore.getState();
  if (!result) return;
  const ladder = ladderOf(result);
  const here = ladder[step];
  const stopped = here?.hop.verdict === 'stop';
  const next = stopped || step >= ladder.length - 1 ? 0 : step + 1;
  pathStore.setState({ step: next });
  const hop = ladder[next]?.hop;
  if (hop) announce(hop.message, 'spoken', 'en');
}

export const goToHop = (step: number): void => pathStore.setState({ step });

/** Shows the whole way at once: the packet stands where it ends. */
export function walkToEnd(): void {
  const { result } = pathStore.getState();
  if (!result) return;
  const ladder = ladderOf(result);
  const stop = ladder.findIndex(({ hop }) => hop.verdict === 'stop');
  pathStore.setState({ step: stop >= 0 ? stop : Math.max(0, ladder.length - 1) });
}

/** Called once at start. */
export function followDocumentAndTime(): () => void {
  const stops = [
    followEdits(),
    documentStore.subscribe((state, before) => {
      if (state.documentId !== before.documentId)
        pathStore.setState({
          query: { from: '', to: '', protocol: 'tcp', port: 443 },
          result: null,
          failure: null,
          step: 0,
        });
      if (state.revision !== before.revision) void askAgain();
    }),
    // An end was picked on the canvas.
    pathStore.subscribe((state, before) => {
      if (before.picking !== null && state.picking === null && state.query !== before.query) void askAgain();
    }),
    runStore.subscribe((state, before) => {
      if (state.live !== before.live || (state.moment === 'design') !== (before.moment === 'design'))
        void askAgain();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
