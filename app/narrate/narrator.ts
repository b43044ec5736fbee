/**
 * Tells what an edit changed and what followed from it. Whoever makes an edit may say it in words of their own; then only
 * what followed is added. Nothing is told twice, and while a run plays only what somebody did.
 */
import { allOf, type Scenario, type ScenarioChange } from '../../engine';
import { documentStore, type DocumentState } from '../state/document-store';
import { announce, viewStore } from '../state/view-store';
import { asDone } from '../strings/en/done';
import { askNow, followReach, reachStore, type ReachAnswer } from '../subject/reach-store';
import { newAddresses, reachChanges, tell, type Consequence } from './consequences';

/** Whoever made the edit says so within this, if at all. */
const OWN_WORDS_MS = 60;
/** A follow-up that comes later than this is no longer understood as one. */
const FOLLOW_UP_MS = 4_000;
/** Until then nothing was spoken yet, and one sentence can say both. */
const ONE_SENTENCE_MS = 300;
/** In larger networks the engine is not asked after every edit. */
const MAX_INTERFACES = 300;

let turn = 0;
let started = false;

/** From the first call on. */
export function startNarrator(): void {
  if (started) return;
  started = true;
  let unfollow: (() => void) | null = null;
  const followSmall = ({ document }: DocumentState) => {
    const small = allOf(document, 'network-interface').length <= MAX_INTERFACES;
    if (small && !unfollow) unfollow = followReach();
    if (!small) {
      unfollow?.();
      unfollow = null;
    }
  };
  followSmall(documentStore.getState());
  documentStore.subscribe((state, before) => {
    if (state.revision === before.revision) return;
    followSmall(state);
    turn += 1;
    if (state.documentId === before.documentId) void narrate(state, before, turn);
  });
}

async function narrate(state: DocumentState, before: DocumentState, mine: number): Promise<void> {
  const { count } = viewStore.getState().announcement;
  const { answer } = reachStore.getState();
  const known = answer?.revision === before.revision ? answer : null;
  const undone = state.past.length < before.past.length;
  const step = undone ? state.future[0] : state.past.at(-1);
  if (!step) return;
  const began = performance.now();
  const reach = known && matters(step.changes) ? askNow() : Promise.resolve(null);
  await rest(OWN_WORDS_MS);
  if (mine !== turn) return;
  const { announcement } = viewStore.getState();
  const own = announcement.count !== count;
  // Typed into a field, the change is seen there: the words are for ears.
  const done = own ? announcement.text : asDone(step.label);
  const tone = own ? announcement.tone : 'spoken';
  // What was taken back is named by its label: what follows is a sentence of its own.
  const say = (consequences: readonly Consequence[]) => tell(done, consequences, !undone);
  const addresses = undone ? [] : newAddresses(before.document, state.document, step.changes);
  const first = say(addresses);
  if (first !== announcement.text) announce(first, tone);
  const now = await reach;
  if (!known || !now || mine !== turn || performance.now() - began > FOLLOW_UP_MS) return;
  const followed = changed(before.document, state.document, known, now);
  if (followed.length === 0) return;
  const stands =
    viewStore.getState().announcement.text === first && performance.now() - began < ONE_SENTENCE_MS;
  announce(stands ? say([...addresses, ...followed]) : tell('', followed, false).replace(/^[. ]+/, ''), tone);
}

const changed = (before: Scenario, after: Scenario, then: ReachAnswer, now: ReachAnswer) =>
  reachChanges(before, after, { before: then.open, after: now.open });

/** Can a packet notice it? */
const matters = (changes: readonly ScenarioChange[]): boolean =>
  changes.some(
    (change) =>
      change.type === 'add' ||
      change.type === 'remove' ||
      change.type === 'attach' ||
      (change.type === 'update' && Object.keys(change.set).some((key) => key !== 'name' && key !== 'tags')),
  );

const rest = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));
