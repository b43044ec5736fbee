/** Editing in tests: apply what is proposed, or insist on a refusal. */
import type { Resource, Scenario } from '../catalog/descriptors';
import { propose } from '../editing/propose';
import { applyChanges } from '../model/change';
import type { LiveState } from '../model/live';
import type { Intent, Proposal } from '../model/proposal';

type Outcome = Proposal<Resource>;
export type Accepted = Extract<Outcome, { accepted: true }>;
export type Refused = Extract<Outcome, { accepted: false }>;

export function changed(
  document: Scenario,
  set: { readonly changes: Accepted['changeSet']['changes'] },
): Scenario {
  const applied = applyChanges(document, set.changes);
  if (!applied.ok) throw new Error(applied.error.message);
  const undone = applyChanges(applied.value.document, applied.value.inverse);
  // Every proposal is one undo: the way back must lead to where it began.
  if (!undone.ok || JSON.stringify(byKey(undone.value.document)) !== JSON.stringify(byKey(document)))
    throw new Error('Undo does not lead back.');
  return applied.value.document;
}

const byKey = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(byKey)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, byKey(part)]),
        )
      : value;

/** The document after an intent that must be accepted, and what was selected. */
export function edit(
  document: Scenario,
  intent: Intent,
  live?: LiveState,
): { readonly document: Scenario; readonly selects: string; readonly label: string } {
  const proposal = propose(document, intent, live);
  if (!proposal.accepted) throw new Error(`${proposal.rule}: ${proposal.message}`);
  return {
    document: changed(document, proposal.changeSet),
    selects: proposal.selects ?? '',
    label: proposal.changeSet.label,
  };
}

export function refusal(document: Scenario, intent: Intent, live?: LiveState): Refused {
  const proposal = propose(document, intent, live);
  if (proposal.accepted) throw new Error(`Accepted: ${proposal.changeSet.label}`);
  return proposal;
}

/** The document after taking up the one way that a refusal offers. */
export function takeOffer(document: Scenario, intent: Intent): Scenario {
  const { offer, message } = refusal(document, intent);
  if (!offer) throw new Error(`No offer: ${message}`);
  return changed(document, offer);
}

export function one<K extends Resource['kind']>(
  document: Scenario,
  id: string,
  kind: K,
): Extract<Resource, { kind: K }> {
  const resource = document.resources[id];
  if (resource?.kind !== kind) throw new Error(`${id} is not a ${kind}`);
  return resource as Extract<Resource, { kind: K }>;
}
