/** Edits of the script: each is one undo step. */
import type { Resource, Result, Scenario, ScriptAction } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { commit, documentStore } from '../state/document-store';
import { scriptTabWords as words } from '../strings/en/script';
import { scriptWords } from '../strings/en/timeline';

/** What can be entered for a kind of thing, in the order of the list. */
export const OFFERED: Readonly<Partial<Record<Resource['kind'], readonly ScriptAction['type'][]>>> = {
  instance: [
    'stop',
    'start',
    'reboot',
    'hibernate',
    'force-stop',
    'terminate',
    'launch',
    'shut-down',
    'halt',
    'crash',
    'write-data',
    'fail-host',
    'spot-interrupt',
    'schedule-event',
    'run-enclave',
    'terminate-enclave',
  ],
  volume: ['fail-volume', 'restore-volume', 'write-data', 'attach-volume', 'detach-volume'],
  'network-interface': ['attach-network-interface', 'detach-network-interface', 'move-private-address'],
  'elastic-ip': ['associate-address', 'disassociate-address'],
  image: ['create-image', 'deprecate-image', 'disable-image', 'enable-image', 'deregister-image'],
  zone: ['fail-zone', 'restore-zone'],
};

export const nameOf = (document: Scenario, { type, target }: Pick<ScriptAction, 'type' | 'target'>): string =>
  `${scriptWords[type]} ${titleOf(document, target)}`;

/** In the order in which it happens; what happens at one time in the order of the document. */
export const inOrder = (script: readonly ScriptAction[]): readonly ScriptAction[] =>
  script.toSorted((one, other) => one.at - other.at);

export function addAction(action: Omit<ScriptAction, 'id'>): Result<null> {
  const { document } = documentStore.getState();
  return commit({
    label: nameOf(document, action),
    changes: [{ type: 'add-action', action: { ...action, id: freeId(document.script) } }],
  });
}

export function removeAction(action: ScriptAction): Result<null> {
  const { document } = documentStore.getState();
  return commit({
    label: words.removed(nameOf(document, action)),
    changes: [{ type: 'remove-action', id: action.id }],
  });
}

export function changeAction(action: ScriptAction, set: Partial<ScriptAction>): Result<null> {
  const { document } = documentStore.getState();
  return commit({
    label: words.changed(nameOf(document, action)),
    changes: [
      { type: 'remove-action', id: action.id },
      { type: 'add-action', action: { ...action, ...set } },
    ],
  });
}

/** An id that no action has yet. */
function freeId(script: readonly ScriptAction[]): string {
  const taken = new Set(script.map((action) => action.id));
  let number = script.length + 1;
  while (taken.has(`action-${number}`)) number += 1;
  return `action-${number}`;
}
