/** Which volumes an instance has at this moment: as drawn, until an action of the script has changed it. */
import type { Disk, StorageCells, StorageWorld, Store } from './disk';

/** The root volume first. */
export const disksNow = (store: Store, cells: StorageCells, world: StorageWorld): readonly Disk[] =>
  cells.get(store.subject, 'disks')?.flatMap((subject) => world.diskOf(subject) ?? []) ?? store.disks;

export const deviceNow = (disk: Disk, cells: StorageCells): string =>
  cells.get(disk.subject, 'device') ?? disk.device;

export const isRootNow = (disk: Disk, cells: StorageCells): boolean =>
  cells.get(disk.subject, 'asRoot') ?? disk.root;
