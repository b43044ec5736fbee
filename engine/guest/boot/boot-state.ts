/** What a machine has become in the course of its boot. Plain data: it can be saved and gone on with. */
import type { Listener } from '../user-data/actions';
import type { GuestDisk } from './guest-disk';
import type { ImageFamily } from './images';

export interface BootState {
  readonly instanceId: string;
  readonly family: ImageFamily;
  readonly region: string;
  readonly disk: GuestDisk;
  /** Units that run. */
  readonly running: readonly string[];
  readonly listening: readonly Listener[];
  readonly mounted: readonly string[];
  /** Devices on which this boot has made a file system. */
  readonly formatted: readonly string[];
  /** Packages whose installation has failed. */
  readonly failedPackages: readonly string[];
  /** The script that is being run: its key, how its last command ended, and whether it has ended. */
  readonly script: { readonly key: string; readonly status: number | 'unknown'; readonly ended: boolean };
  /** A command that is not simulated has run: what it brought is not known. */
  readonly opaque: boolean;
  /** The instance metadata service has not answered, so that there is neither user data nor a key. */
  readonly withoutMetadata: boolean;
  /** A program in the foreground holds up everything behind it. */
  readonly heldUp: boolean;
  readonly signal?: 'success' | 'failure';
  /** ms since the first step began. */
  readonly elapsedMs: number;
}
