/** What a machine keeps on its root volume: it is there at the next boot, and in an image made of it. */
import type { MountEntry } from '../user-data/actions';

export interface GuestDisk {
  /** Of the last boot that was a first one; another id makes the next boot a first one again. */
  readonly instanceId?: string;
  readonly packages: readonly string[];
  /** Package lists have been fetched (apt). */
  readonly packageLists: boolean;
  /** Units that start at boot. */
  readonly enabled: readonly string[];
  readonly files: readonly string[];
  readonly fstab: readonly MountEntry[];
}

export const EMPTY_DISK: GuestDisk = {
  packages: [],
  packageLists: false,
  enabled: [],
  files: [],
  fstab: [],
};
