/**
 * What EC2 refuses when a volume is to be attached or detached. Multi-Attach is not modelled.
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-detaching-volume.html
 */
import { deviceNow, disksNow, isRootNow } from './attached-disks';
import type { Disk, StorageCells, StorageWorld, Store } from './disk';

interface Refusal {
  readonly code: string;
  readonly message: string;
}

const FREE_LETTERS = 'fghijklmnopqrstuvwxyz';

export interface AttachVolumeQuestion {
  readonly disk: Disk;
  readonly store: Store;
  readonly device: string;
  readonly cells: StorageCells;
  readonly world: StorageWorld;
}

export function attachVolumeRefusal({
  disk,
  store,
  device,
  cells,
  world,
}: AttachVolumeQuestion): Refusal | undefined {
  const now = cells.get(disk.subject, 'state');
  if (now === undefined || now === 'deleted' || now === 'not-created') return noVolume(disk.id);
  if (cells.get(disk.subject, 'attachedTo'))
    return {
      code: 'VolumeInUse',
      message: `${disk.id} is already attached to an instance. Detach it first.`,
    };
  if (now !== 'available')
    return { code: 'IncorrectState', message: `Volume '${disk.id}' is ${now}; it must be available.` };
  const state = cells.get(store.subject, 'state');
  if (state === undefined || state === 'not-launched') return noInstanceForVolume(store.id);
  if (state !== 'running' && state !== 'stopped')
    return { code: 'IncorrectState', message: `Instance '${store.id}' is not 'running'. It is ${state}.` };
  if (disk.zone !== store.zone)
    return {
      code: 'InvalidVolume.ZoneMismatch',
      message: `The volume '${disk.id}' is not in the same availability zone as instance '${store.id}'. A snapshot takes its data to another zone.`,
    };
  if (disksNow(store, cells, world).some((other) => deviceNow(other, cells) === device))
    return {
      code: 'InvalidParameterValue',
      message: `Invalid value '${device}' for unixDevice. Attachment point ${device} is already in use.`,
    };
  if (store.rootOnInstanceStore && device === store.rootDevice)
    return {
      code: 'InvalidParameterValue',
      message: `Invalid value '${device}' for unixDevice. The root device of '${store.id}' is on its instance store.`,
    };
  return undefined;
}

/** The first of `/dev/sdf` to `/dev/sdz` that is free. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html */
export function freeDevice(store: Store, cells: StorageCells, world: StorageWorld): string {
  const taken = disksNow(store, cells, world).map((disk) => deviceNow(disk, cells));
  const letter = [...FREE_LETTERS].find((one) => !taken.includes(`/dev/sd${one}`)) ?? 'f';
  return `/dev/sd${letter}`;
}

export function detachVolumeRefusal(
  disk: Disk,
  cells: StorageCells,
  world: StorageWorld,
): Refusal | undefined {
  const now = cells.get(disk.subject, 'state');
  if (now === undefined || now === 'deleted' || now === 'not-created') return noVolume(disk.id);
  const store = holderOfDisk(disk, cells, world);
  if (!store)
    return {
      code: 'IncorrectState',
      message: `Volume '${disk.id}' is in the '${now}' state: nothing has it.`,
    };
  const state = cells.get(store.subject, 'state');
  if (isRootNow(disk, cells) && state !== 'stopped')
    return {
      code: 'OperationNotPermitted',
      message: `Unable to detach root volume '${deviceNow(disk, cells)}' from instance '${store.id}'. Stop the instance first.`,
    };
  if (state !== 'running' && state !== 'stopped')
    return {
      code: 'IncorrectState',
      message: `Instance '${store.id}' is ${state}; it must be running or stopped.`,
    };
  return undefined;
}

export function holderOfDisk(disk: Disk, cells: StorageCells, world: StorageWorld): Store | undefined {
  const id = cells.get(disk.subject, 'attachedTo');
  return id ? world.storeOf(world.subjectOf(id)) : undefined;
}

export const noVolume = (id: string): Refusal => ({
  code: 'InvalidVolume.NotFound',
  message: `The volume '${id}' does not exist.`,
});

export const noInstanceForVolume = (id: string): Refusal => ({
  code: 'InvalidInstanceID.NotFound',
  message: `The instance ID '${id}' does not exist.`,
});
