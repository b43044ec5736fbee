/** Which actions make sense for a thing now, and in EC2's words why the others do not. */
import { CALLS, decide } from '../lifecycle/actions';
import { IMAGE_CALLS, refusalOnImage } from '../lifecycle/image-actions';
import type { Refusal } from '../lifecycle/refusal';
import type { LifecycleCells, LifecycleFields } from '../lifecycle/machine';
import type { ActionType } from '../model/document';
import type { ActionOption, LiveFields, LiveState } from '../model/live';
import type { ResourceId } from '../model/resource';
import type { ResourceOf, Scenario } from './descriptors';
import { enclaveOptions } from './instance/enclave';
import { managedImageOf } from './image/lifecycle';
import { machineOf, spotRequestOf } from './instance/lifecycle';
import { get, getKind } from './lookup';
import { spotRefusalOf } from './playback';
import { subjectsOf, type Subjects } from './subjects';

export const ACTION_NAMES: Readonly<Record<ActionType, string>> = {
  start: 'Start',
  stop: 'Stop',
  reboot: 'Reboot',
  terminate: 'Terminate',
  'spot-interrupt': 'Spot takes it back',
  'fail-host': 'Its host fails',
  'fail-zone': 'Zone fails',
  'restore-zone': 'Zone is back',
  'write-data': 'Write data',
  launch: 'Launch',
  hibernate: 'Hibernate',
  'force-stop': 'Force stop',
  'shut-down': 'Shut down from inside',
  halt: 'Halt the processor from inside',
  crash: 'System crashes',
  'fail-volume': 'Volume stops answering',
  'restore-volume': 'Volume answers again',
  'schedule-event': 'AWS announces maintenance',
  'create-image': 'Create the image',
  'deprecate-image': 'Deprecate',
  'disable-image': 'Disable',
  'enable-image': 'Enable',
  'deregister-image': 'Deregister',
  'run-enclave': 'Run an enclave',
  'terminate-enclave': 'Terminate its enclaves',
  'attach-network-interface': 'Attach network interface',
  'detach-network-interface': 'Detach network interface',
  'associate-address': 'Associate Elastic IP',
  'disassociate-address': 'Disassociate Elastic IP',
  'attach-volume': 'Attach volume',
  'detach-volume': 'Detach volume',
  'move-private-address': 'Move secondary address',
  'set-source-dest-check': 'Switch off source/destination check',
};

/** @param live the state at the moment the action would be entered. */
export function actionsFor(document: Scenario, id: ResourceId, live: LiveState): readonly ActionOption[] {
  const resource = get(document, id);
  switch (resource?.kind) {
    case 'instance':
      return instanceActions(document, resource, live);
    case 'zone': {
      const impaired = live[id]?.state === 'impaired';
      return [
        option('fail-zone', impaired ? 'The zone is out of order already.' : undefined),
        option('restore-zone', impaired ? undefined : 'The zone is in order.'),
      ];
    }
    case 'volume': {
      const instanceId = live[id]?.attachedTo;
      const running = instanceId ? isUp(live[instanceId]) : false;
      const stalled = live[id]?.volumeStatus === 'impaired';
      const there = live[id]?.state === 'in-use' || live[id]?.state === 'available';
      return [
        option('write-data', running ? undefined : 'It is not attached to an instance that is running.'),
        stalled
          ? option('restore-volume')
          : option('fail-volume', there ? undefined : 'It is not there now.'),
      ];
    }
    case 'image':
      return imageActions(document, resource, live);
    case 'network-interface': {
      if (!live[id]?.attachedTo) return [];
      const primary = resource.attachment?.deviceIndex === 0 && live[id].deviceIndex === undefined;
      return [
        option(
          'detach-network-interface',
          primary
            ? 'OperationNotPermitted: The network interface at device index 0 cannot be detached.'
            : undefined,
        ),
      ];
    }
    case 'elastic-ip': {
      const holder = live[id]?.attachedTo;
      return holder && getKind(document, holder, 'network-interface') ? [option('disassociate-address')] : [];
    }
    default:
      return [];
  }
}

function imageActions(
  document: Scenario,
  image: ResourceOf<'image'>,
  live: LiveState,
): readonly ActionOption[] {
  const subjects = subjectsOf(document);
  const source = getKind(document, image.sourceInstanceId, 'instance');
  const machine = source && machineOf(document, source, subjects, []);
  const managed = managedImageOf(document, image, subjects);
  const absent = live[image.id]?.state === 'not-created';
  return IMAGE_CALLS.filter((call) => (call === 'create-image') === absent).map((call) => {
    const refusal = refusalOnImage(call, managed, machine, cellsOf(subjects, live));
    return option(call, refusal && sentenceOf(refusal));
  });
}

const sentenceOf = ({ code, message }: Refusal): string => (code ? `${code}: ${message}` : message);

/** The moment shown, as the domains ask for it. */
const cellsOf = (subjects: Subjects, live: LiveState): LifecycleCells => ({
  get: (subject, field) => {
    const fields: LifecycleFields | undefined = live[subjects.ids[subject] ?? ''];
    return fields?.[field];
  },
});

function instanceActions(
  document: Scenario,
  instance: ResourceOf<'instance'>,
  live: LiveState,
): readonly ActionOption[] {
  const now = live[instance.id];
  if (!now?.state) return [];
  const subjects = subjectsOf(document);
  const machine = machineOf(document, instance, subjects, []);
  const request = spotRequestOf(document, instance, subjects);
  const cells = cellsOf(subjects, live);
  const options: ActionOption[] = CALLS.filter(
    (call) => (call === 'launch') === (now.state === 'not-launched'),
  ).map((call) => {
    const decision = decide(call, machine, cells, spotRefusalOf({ requestOf: () => request }));
    const doubt = decision.known === 'unknown' ? ({ uncertain: true } as const) : {};
    if (decision.verdict === 'act') return { ...option(call), ...doubt };
    if (decision.verdict === 'no-op')
      return { ...option(call, `Nothing would change: it is ${decision.state}.`), ...doubt };
    return { ...option(call, sentenceOf(decision.refusal)), ...doubt };
  });
  if (request)
    options.push(
      option(
        'spot-interrupt',
        now.state !== 'running'
          ? 'It is not running: there is nothing to take back.'
          : now.spotNoticeAt
            ? 'It has its notice already.'
            : undefined,
      ),
    );
  options.push(option('fail-host', now.host ? undefined : 'It is on no host now.'));
  options.push(
    option(
      'schedule-event',
      now.state === 'running' ? undefined : `It is ${now.state}: there is nothing to announce.`,
    ),
  );
  const enclaves = enclaveOptions(document, instance, now);
  if (enclaves)
    options.push(
      option('run-enclave', enclaves.run ?? undefined),
      option('terminate-enclave', enclaves.terminate ?? undefined),
    );
  options.push(option('write-data', isUp(now) ? undefined : 'It must be running and in order to write.'));
  return options;
}

const isUp = (fields: LiveFields | undefined): boolean =>
  fields?.state === 'running' && fields.systemStatus !== 'failed';

const option = (type: ActionType, reason?: string): ActionOption =>
  reason === undefined
    ? { type, label: ACTION_NAMES[type], enabled: true }
    : { type, label: ACTION_NAMES[type], enabled: false, reason };
