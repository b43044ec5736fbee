/** Does something at the moment shown: one script action, one undo step. */
import type { ResourceId, Result, ScriptAction } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { commit, documentStore } from '../state/document-store';
import { runStore } from '../state/run-store';

/** What the history calls each action. */
export const ACTION_LABELS: Record<ScriptAction['type'], string> = {
  start: 'Start',
  stop: 'Stop',
  reboot: 'Reboot',
  terminate: 'Terminate',
  'spot-interrupt': 'Spot takes back',
  'fail-host': 'Host fails under',
  'fail-zone': 'Zone fails:',
  'restore-zone': 'Zone is back:',
  'write-data': 'Write data on',
  launch: 'Launch',
  hibernate: 'Hibernate',
  'force-stop': 'Force stop',
  'shut-down': 'Shut down',
  halt: 'Halt',
  crash: 'Crash',
  'fail-volume': 'No answer from',
  'restore-volume': 'Answers again:',
  'schedule-event': 'AWS announces for',
};

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
    label: `${ACTION_LABELS[type]} ${titleOf(document, target)}`,
    changes: [{ type: 'add-action', action }],
  });
}

function nextActionId(script: readonly ScriptAction[]): string {
  const taken = new Set(script.map((action) => action.id));
  let number = script.length + 1;
  while (taken.has(`action-${number}`)) number += 1;
  return `action-${number}`;
}
