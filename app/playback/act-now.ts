/** Does something at the moment shown: one script action, one undo step. */
import type { ResourceId, Result, ScriptAction } from '../../engine';
import { freeId } from '../script/changes';
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
    id: freeId(document.script),
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
