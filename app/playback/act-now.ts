/** Does something at the moment shown: one script action, one undo step. */
import type { ResourceId, Result, ScriptAction } from '../../engine';
import { addAction } from '../script/changes';
import { runStore } from '../state/run-store';

/** @param delayMs how much later than the moment shown. */
export function actNow(
  type: ScriptAction['type'],
  target: ResourceId,
  details: Pick<ScriptAction, 'label' | 'to'> = {},
  delayMs = 0,
): Result<null> {
  const { moment } = runStore.getState();
  const at = Math.round(moment === 'design' ? 0 : moment) + delayMs;
  return addAction({ at, type, target, ...details });
}
