/** Does something at the moment shown: one script action, one undo step. */
import type { ResourceId, Result, ScriptAction } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { commit, documentStore } from '../state/document-store';
import { runStore } from '../state/run-store';
import { scriptWords } from '../strings/en/timeline';

/** @param delayMs how much later than the moment shown. */
export function actNow(
  type: ScriptAction['type'],
  target: ResourceId,
  details: Pick<ScriptAction, 'label' | 'to'> = {},
  delayMs = 0,
): Result<null> {
  const { document } = documentStore.getState();
  const { moment } = runStore.getState();
  const action: ScriptAction = {
    id: nextActionId(document.script),
    at: Math.round(moment === 'design' ? 0 : moment) + delayMs,
    type,
    target,
    ...details,
  };
  return commit({
    label: `${scriptWords[type]} ${titleOf(document, target)}`,
    changes: [{ type: 'add-action', action }],
  });
}

function nextActionId(script: readonly ScriptAction[]): string {
  const taken = new Set(script.map((action) => action.id));
  let number = script.length + 1;
  while (taken.has(`action-${number}`)) number += 1;
  return `action-${number}`;
}
