/** Asks the engine for the changes of an intent and commits them as one gesture. The page itself judges nothing. */
import type { Intent, Proposal, Resource, ResourceId } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { frame } from '../strings/en/frame';
import { viewOnlyText } from '../strings/en/view-only';
import { announceDone } from './announce-done';
import { commit, documentStore, isViewOnly } from './document-store';
import { runStore } from './run-store';
import { announce, reveal, select, viewStore } from './view-store';

export type Refusal = Omit<Extract<Proposal<Resource>, { accepted: false }>, 'accepted'>;

export type Outcome =
  | {
      readonly ok: true;
      readonly selects?: ResourceId;
      /** All that is selected afterwards, where it is more than `selects`. */
      readonly selected?: readonly ResourceId[];
      /** What is said along with it. */
      readonly notes?: readonly string[];
    }
  | { readonly ok: false; readonly message: string; readonly refusal?: Refusal };

// An edit between question and answer makes the proposal stale; somebody who types cannot do that three times over.
const TRIES = 3;

/** @returns what was selected by it, or one sentence why nothing changed. Says nothing itself. */
export async function propose(intent: Intent): Promise<Outcome> {
  if (isViewOnly()) return { ok: false, message: viewOnlyText.refused };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reply = await ask((engine) => engine.propose(intent, runStore.getState().moment));
    if (!reply.ok) return { ok: false, message: reply.failure.message };
    if (reply.revision !== documentStore.getState().revision) continue;
    const proposal = reply.value;
    if (!proposal.accepted) return { ok: false, message: proposal.message, refusal: proposal };
    const done = commit(proposal.changeSet);
    if (!done.ok) return { ok: false, message: done.error.message };
    const { selects, selected, notes } = proposal;
    return {
      ok: true,
      ...(selects === undefined ? {} : { selects }),
      ...(selected ? { selected } : {}),
      ...(notes ? { notes } : {}),
    };
  }
  return { ok: false, message: frame.changing };
}

/** As `propose`, and says the outcome: selects what was made, or announces the refusal. */
export async function perform(intent: Intent): Promise<Outcome> {
  const outcome = await propose(intent);
  if (outcome.ok) sayDone(intent, outcome);
  else announce(outcome.message, 'bad', outcome.refusal && 'en');
  return outcome;
}

/** Selects what an accepted intent made and says what the history calls it. */
export function sayDone(intent: Intent, outcome: Extract<Outcome, { ok: true }>): void {
  const { document: scenario, past } = documentStore.getState();
  if (outcome.selects !== undefined) reveal(outcome.selects);
  else if (intent.type === 'delete') {
    const { selection } = viewStore.getState();
    select(...selection.filter((id) => Object.hasOwn(scenario.resources, id)));
  }
  if (outcome.selected && outcome.selected.length > 1) select(...outcome.selected);
  const label = past.at(-1)?.label;
  if (label !== undefined) announceDone(label, outcome.notes);
}
