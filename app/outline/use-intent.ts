/** A choice made in a dialog: asks the engine, closes on success, and keeps a refusal with what would work. */
import { useState } from 'react';
import type { Intent, ResourceId } from '../../engine';
import { focusAfterDialog } from '../frame/dialog-focus';
import { commit } from '../state/document-store';
import { announceDone } from '../state/announce-done';
import { propose, sayDone, type Refusal } from '../state/perform';
import { announce, reveal, setView } from '../state/view-store';

export interface RefusedChoice {
  readonly message: string;
  readonly refusal?: Refusal;
}

export function useIntent() {
  const [refused, setRefused] = useState<RefusedChoice | null>(null);
  const run = async (intent: Intent) => {
    const outcome = await propose(intent);
    if (!outcome.ok) {
      setRefused(outcome);
      return;
    }
    focusRow(outcome.selects);
    setView({ dialog: null });
    sayDone(intent, outcome);
  };
  const takeOffer = () => {
    const offer = refused?.refusal?.offer;
    if (!offer) return;
    const done = commit(offer);
    focusRow(offer.selects);
    setView({ dialog: null });
    if (done.ok) announceDone(offer.label);
    else announce(done.error.message, 'bad');
    if (done.ok && offer.selects !== undefined) reveal(offer.selects);
  };
  return { refused, run, takeOffer };
}

/** In the outline the keyboard goes on from what was made. */
function focusRow(id: ResourceId | undefined): void {
  if (id === undefined) return;
  focusAfterDialog(() => document.querySelector<HTMLElement>(`[data-resource="${CSS.escape(id)}"]`));
}
