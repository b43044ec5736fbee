/** A boot as steps one can watch. */
import type { Listener, Need, PackageManager } from '../user-data/actions';
import type { UserDataStep } from '../user-data/plan';
import type { PackageRepository } from './images';

/** In the order of a first boot; `user-data` stands where its stage is. */
export const BOOT_STEP_IDS = [
  'placement',
  'root-volume',
  'data-volume',
  'network-interfaces',
  'resume-memory',
  'kernel',
  'root-file-system',
  'mount',
  'windows-setup',
  'dhcp',
  'metadata',
  'cloud-init-local',
  'cloud-init-network',
  'cloud-init-config',
  'ec2-launch',
  'services',
  'cloud-init-final',
  'user-data',
  'ready',
  'status-checks',
] as const;
export type BootStepId = (typeof BOOT_STEP_IDS)[number];

export const BOOT_STAGES = [
  'host',
  'kernel',
  'network',
  'local',
  'init',
  'config',
  'final',
  'checks',
] as const;
export type BootStage = (typeof BOOT_STAGES)[number];

export type BootNeed =
  | Exclude<Need, { kind: 'package-repository' }>
  | {
      readonly kind: 'package-repository';
      readonly manager: PackageManager;
      readonly repository: PackageRepository;
    };

/** What a step leaves behind. */
export type Effect =
  | { readonly kind: 'package-installed'; readonly package: string }
  | { readonly kind: 'listens'; readonly listener: Listener }
  | { readonly kind: 'no-longer-listens'; readonly listener: Listener }
  | { readonly kind: 'starts-at-boot'; readonly unit: string }
  | { readonly kind: 'formatted'; readonly device: string }
  | { readonly kind: 'mounted'; readonly source: string; readonly mountPoint: string }
  | { readonly kind: 'file-written'; readonly path: string }
  | { readonly kind: 'fetched'; readonly from: string }
  | { readonly kind: 'signalled'; readonly success: boolean };

export interface BootStep {
  /** Unique in a boot: `user-data:0:3`. */
  readonly key: string;
  readonly id: BootStepId;
  readonly stage: BootStage;
  readonly label: string;
  /** Time it takes when all goes well. AWS publishes no such figure: illustrative. */
  readonly durationMs: number;
  readonly illustrative: true;
  readonly needs: readonly BootNeed[];
  /** What it leaves behind when all goes well. */
  readonly effects: readonly Effect[];
  /** user-data: the command, and the script it belongs to. */
  readonly command?: { readonly scriptKey: string; readonly step: UserDataStep };
}

/** A step that is a command of user data. */
export type CommandStep = BootStep & { readonly command: NonNullable<BootStep['command']> };

export const NEED_STATES = [
  'met',
  'no-path',
  'not-resolved',
  'refused',
  'denied',
  'absent',
  'unformatted',
  'unknown',
] as const;
/**
 * `no-path`: nothing answers. `not-resolved`: the name is not known. `refused`: nothing listens there. `denied`:
 * no permission. `absent`: no such bucket, device, file system, or the metadata service is off. `unformatted`: a
 * device without a file system. `unknown`: the playground can't tell.
 */
export type NeedState = (typeof NEED_STATES)[number];

/** The answer to one need, in the order of `needs`. */
export interface NeedAnswer {
  readonly state: NeedState;
  /** Why, as a sentence: the rule that blocks the path. */
  readonly reason: string;
}

export interface BootOutcome {
  readonly result: 'ok' | 'failed' | 'not-simulated' | 'skipped';
  /** What the shell sees; yum may fail and still end with 0. */
  readonly exitStatus: number | 'unknown';
  /** One sentence. */
  readonly message: string;
  /** What stood in the way, from the answer. */
  readonly reason?: string;
  readonly durationMs: number;
  readonly effects: readonly Effect[];
  /** Lines that the command prints. */
  readonly output: readonly string[];
}
