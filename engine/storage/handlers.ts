/** What becomes of data at each turn, by the survival table. Runs after the lifecycle, on the states it has set. */
import type { Handler, Handlers, Now, Out } from '../kernel/simulation';
import { disksNow, isRootNow } from './attached-disks';
import { holderOfDisk } from './attachment-checks';
import { volumeAttachmentHandlers } from './attachment-handlers';
import type { Disk, StorageFields, StorageWorld, Store, Writing } from './disk';
import { SURVIVAL, type Loss } from './survival';

type State = Now<StorageFields>;
type Writer = Out<StorageFields>;

/** Values are never changed in place, so that all may have the same empty list. */
const NOTHING: readonly string[] = [];

export function storageHandlers(world: StorageWorld): Handlers<StorageFields> {
  const lose =
    (loss: Loss): Handler<StorageFields> =>
    (event, _state, out) => {
      const store = world.storeOf(event.subject);
      if (store) apply(loss, store, out);
    };

  return {
    ...volumeAttachmentHandlers(world),
    'run-instances': [
      (event, state, out) => {
        const store = world.storeOf(event.subject);
        if (store) begin(store, state.cells, out);
      },
    ],
    'instance-rebooted': [lose('reboot')],
    'instance-stopped': [
      (event, state, out) => {
        const store = world.storeOf(event.subject);
        if (store) apply(state.cells.get(event.subject, 'hibernating') ? 'hibernate' : 'stop', store, out);
      },
    ],
    'instance-terminated': [
      (event, state, out) => {
        const store = world.storeOf(event.subject);
        if (!store) return;
        apply('terminate', store, out);
        for (const disk of disksNow(store, state.cells, world)) letGo(disk, state, out);
      },
    ],
    'host-failed': [whenDown(lose('host-failure'))],
    'zone-lost': [whenDown(lose('zone-outage'))],
    'fail-zone': [
      (event, state, out) => {
        if (state.cells.get(event.subject, 'state') !== 'impaired') return;
        for (const disk of world.disks) {
          if (disk.zone !== event.subject) continue;
          const now = state.cells.get(disk.subject, 'state');
          if (now === 'in-use' || now === 'available') out.set(disk.subject, 'state', 'unavailable');
        }
      },
    ],
    'restore-zone': [
      (event, state, out) => {
        if (state.cells.get(event.subject, 'state') !== 'available') return;
        for (const disk of world.disks) {
          if (disk.zone !== event.subject) continue;
          if (state.cells.get(disk.subject, 'state') !== 'unavailable') continue;
          const attached = Boolean(state.cells.get(disk.subject, 'attachedTo'));
          out.set(disk.subject, 'state', attached ? 'in-use' : 'available');
        }
      },
    ],
    'fail-volume': [
      (event, state, out) => {
        if (!world.diskOf(event.subject)) return out.note('no-such-volume');
        const now = state.cells.get(event.subject, 'state');
        if (now !== 'in-use' && now !== 'available') return out.note('volume-not-there', now);
        if (state.cells.get(event.subject, 'volumeStatus') === 'impaired')
          return out.note('volume-stalled-already');
        out.set(event.subject, 'volumeStatus', 'impaired');
        out.note('volume-stalls');
      },
    ],
    'restore-volume': [
      (event, state, out) => {
        if (state.cells.get(event.subject, 'volumeStatus') !== 'impaired') return out.note('volume-fine');
        out.set(event.subject, 'volumeStatus', 'ok');
        out.note('volume-answers');
      },
    ],
    'write-data': [
      (event, state, out) => {
        const writing = world.writing(event.payload);
        if (writing) write(world, event.subject, writing, state, out);
      },
    ],
  };
}

/** Only what was running loses anything: the lifecycle has marked it `failed`. */
const whenDown =
  (handler: Handler<StorageFields>): Handler<StorageFields> =>
  (event, state, out) => {
    if (state.cells.get(event.subject, 'systemStatus') === 'failed') handler(event, state, out);
  };

/**
 * A launch brings disks that are blank or hold what their snapshot does; a refused one leaves its root volume
 * uncreated and the others lying there.
 */
export function begin(store: Store, cells: State['cells'], out: Writer): void {
  const refused = cells.get(store.subject, 'state') === 'not-launched';
  if (!refused) {
    out.set(store.subject, 'memory', NOTHING);
    if (store.hasInstanceStore) out.set(store.subject, 'instanceStore', NOTHING);
  }
  for (const disk of store.disks) {
    const holder = cells.get(disk.subject, 'attachedTo');
    if (holder && holder !== store.resource) continue;
    if (disk.root || cells.get(disk.subject, 'data') === undefined) {
      const captured = refused || disk.snapshot === undefined ? undefined : cells.get(disk.snapshot, 'data');
      out.set(disk.subject, 'data', captured ?? NOTHING);
    }
    out.set(disk.subject, 'attachedTo', refused ? null : store.resource);
    out.set(disk.subject, 'state', !refused ? 'in-use' : disk.root ? 'not-created' : 'available');
  }
}

function apply(loss: Loss, store: Store, out: Writer): void {
  const survival = SURVIVAL[loss];
  if (survival.memory === 'lost') out.set(store.subject, 'memory', NOTHING);
  if (survival.instanceStore === 'lost' && store.hasInstanceStore)
    out.set(store.subject, 'instanceStore', NOTHING);
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/terminating-instances.html (preserve EBS volumes on termination) */
function letGo(disk: Disk, state: State, out: Writer): void {
  out.set(disk.subject, 'attachedTo', null);
  const goesAlong = state.cells.get(disk.subject, 'deleteOnTermination') ?? disk.deleteOnTermination;
  if (goesAlong && SURVIVAL.terminate.deletedWithInstance === 'lost') {
    out.set(disk.subject, 'state', 'deleted');
    out.set(disk.subject, 'data', NOTHING);
  } else if (state.cells.get(disk.subject, 'state') !== 'unavailable')
    out.set(disk.subject, 'state', 'available');
}

function write(world: StorageWorld, target: number, writing: Writing, state: State, out: Writer): void {
  const disk = world.diskOf(target);
  const store = disk ? holderOfDisk(disk, state.cells, world) : world.storeOf(target);
  if (!store) return out.note('write-nowhere');
  if (state.cells.get(store.subject, 'state') !== 'running')
    return out.note('write-not-running', store.resource);
  if (state.cells.get(store.subject, 'systemStatus') === 'failed')
    return out.note('write-down', store.resource);

  const place = disk ? disk.subject : writing.to;
  if (place === 'memory') return add(store.subject, 'memory', writing.label, 'write-memory', state, out);
  if (place === 'instance-store' || (place === 'root' && store.rootOnInstanceStore)) {
    if (!store.hasInstanceStore) return out.note('write-no-store', store.resource);
    return add(store.subject, 'instanceStore', writing.label, 'write-store', state, out);
  }
  const disks = disksNow(store, state.cells, world);
  const volume =
    place === 'root' || place === undefined
      ? disks.find((one) => isRootNow(one, state.cells))
      : disks.find(({ subject }) => subject === place);
  if (!volume || state.cells.get(volume.subject, 'state') !== 'in-use')
    return out.note('write-no-volume', store.resource);
  if (state.cells.get(volume.subject, 'volumeStatus') === 'impaired')
    return out.note('write-stalled', volume.resource);
  add(volume.subject, 'data', writing.label, 'write-volume', state, out, volume.resource);
}

function add(
  subject: number,
  field: 'memory' | 'instanceStore' | 'data',
  label: string,
  note: string,
  state: State,
  out: Writer,
  volume?: string,
): void {
  const there = state.cells.get(subject, field) ?? [];
  if (!there.includes(label)) out.set(subject, field, [...there, label]);
  out.note(note, { label, volume });
}
