/** What can be done with a thing in a run, the same in the inspector, in its menus and in the command palette. */
import { get, type ActionOption, type Resource, type ResourceId } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { ask } from '../engine-client/engine-client';
import { actNow } from '../playback/act-now';
import { documentStore } from '../state/document-store';
import { runStore } from '../state/run-store';
import { announce } from '../state/view-store';
import { actionsText } from '../strings/en/actions';
import { inspector as text } from '../strings';
import { scriptWords } from '../strings/en/timeline';
import type { MenuEntry } from '../ui/menu-entry';

export type Action = Exclude<ActionOption['type'], 'write-data'>;

/** Enters it into the script at the moment shown. */
export function act(type: Action, id: ResourceId): void {
  const done = actNow(type, id);
  const { document } = documentStore.getState();
  if (done.ok) announce(text.done(`${scriptWords[type]} ${titleOf(document, id)}`));
  else announce(done.error.message, 'bad');
}

/** In the order in which they are offered. */
function actionsOf(resource: Resource): readonly Action[] {
  const state = runStore.getState().live[resource.id]?.state;
  if (resource.kind === 'zone') return [state === 'impaired' ? 'restore-zone' : 'fail-zone'];
  if (resource.kind === 'volume') return volumeActionsOf(resource.id);
  if (resource.kind === 'image') return imageActionsOf(resource.id);
  if (resource.kind !== 'instance') return [];
  if (state === 'not-launched') return ['launch'];
  if (state === 'stopped') return ['start', 'terminate'];
  if (state !== 'running' && state !== 'pending') return [];
  const spot = resource.instanceMarketOptions?.marketType === 'spot' ? (['spot-interrupt'] as const) : [];
  const hibernate = resource.hibernationOptions?.configured ? (['hibernate'] as const) : [];
  return ['stop', ...hibernate, 'reboot', 'terminate', ...spot, 'fail-host'];
}

function volumeActionsOf(id: ResourceId): readonly Action[] {
  const live = runStore.getState().live[id];
  if (!live?.state || live.state === 'deleted' || live.state === 'not-created') return [];
  return [live.volumeStatus === 'impaired' ? 'restore-volume' : 'fail-volume'];
}

function imageActionsOf(id: ResourceId): readonly Action[] {
  const live = runStore.getState().live[id];
  if (!live?.state || live.state === 'deregistered') return [];
  if (live.state === 'not-created') return ['create-image'];
  const deprecate = live.deprecated === true ? [] : (['deprecate-image'] as const);
  return [...deprecate, live.state === 'disabled' ? 'enable-image' : 'disable-image', 'deregister-image'];
}

/** What breaks nothing for good. */
const MILD: readonly Action[] = [
  'launch',
  'start',
  'stop',
  'hibernate',
  'reboot',
  'restore-zone',
  'restore-volume',
  'create-image',
  'deprecate-image',
  'enable-image',
];

/** Before a run nothing is there to be stopped: one line says what it needs. */
export function actionEntries(resource: Resource): readonly Exclude<MenuEntry, 'separator'>[] {
  const design = runStore.getState().moment === 'design';
  if (design && resource.kind === 'instance')
    return [
      { label: actionsText.ofInstance, disabled: true, hint: actionsText.playFirst, run: () => undefined },
    ];
  return actionsOf(resource).map((type) => ({
    label: actionsText.labels[type],
    ...(design ? { disabled: true, hint: actionsText.playFirst } : {}),
    ...(MILD.includes(type) ? {} : { tone: 'bad' as const }),
    run: () => void actIfAllowed(type, resource.id),
  }));
}

/** The engine knows when EC2 would refuse it, and why. */
async function actIfAllowed(type: Action, id: ResourceId): Promise<void> {
  const { moment } = runStore.getState();
  const inspected = await ask((engine) => engine.inspect(id, moment));
  const option = inspected.ok ? inspected.value.actions.find((offered) => offered.type === type) : undefined;
  if (option?.enabled === false)
    announce(option.reason ?? actionsText.notNow, 'bad', option.reason ? 'en' : undefined);
  else if (get(documentStore.getState().document, id)) act(type, id);
}
