/** What is known of user data before anything boots: its kind, its parts, and a step for each command in them. */
import type { Action, Need } from './actions';

export type GuestPlatform = 'linux' | 'windows';

/** What the first line says it is. https://cloudinit.readthedocs.io/en/latest/explanation/format.html */
export const USER_DATA_KINDS = [
  'empty',
  'shell-script',
  'cloud-config',
  'boothook',
  'include',
  'multipart',
  'gzip',
  'windows-script',
  'other',
] as const;
export type UserDataKind = (typeof USER_DATA_KINDS)[number];

export const PART_KINDS = [
  'shell-script',
  'cloud-config',
  'boothook',
  'include',
  'powershell',
  'batch',
  'not-simulated',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Once per instance id, so that an image made of the instance runs it again; or at each boot. */
export type Frequency = 'once-per-instance' | 'every-boot';

/** The stage of cloud-init in which a step runs; EC2Launch on Windows has one, `final`. */
export type UserDataStage = 'network' | 'config' | 'final';

export interface UserDataPlan {
  readonly platform: GuestPlatform;
  readonly kind: UserDataKind;
  /** Before base64, as EC2 counts it. */
  readonly sizeBytes: number;
  /** In the order in which they run. */
  readonly parts: readonly UserDataPart[];
}

export interface UserDataPart {
  readonly kind: PartKind;
  /** The file name that a multipart message gives it. */
  readonly name?: string;
  /** Line of the whole text at which it begins, from 1. */
  readonly line: number;
  readonly frequency: Frequency;
  /** Why nothing of it, or not all of it, is simulated. */
  readonly remark?: string;
  readonly steps: readonly UserDataStep[];
}

export interface UserDataStep {
  /** Line of the whole text, from 1. */
  readonly line: number;
  /** As written, first line only, cut after 200 characters. */
  readonly text: string;
  readonly stage: UserDataStage;
  /** The module of a cloud-config that it comes from: `packages`, `runcmd`, `bootcmd` … */
  readonly module?: string;
  readonly action: Action;
  /** What has to answer for the step to succeed. */
  readonly needs: readonly Need[];
  /** `&&` and `||` make a step depend on how the one before it ended. */
  readonly runsIf: 'always' | 'succeeded' | 'failed';
  /**
   * `exit` ends the part (`set -e`), `continue` leaves the failure as the last status, `ignored` leaves no trace:
   * the beginning of a pipeline, or a command in the background.
   */
  readonly onFailure: 'exit' | 'continue' | 'ignored';
}

/** Longest text that a step shows. */
export const STEP_TEXT_LENGTH = 200;

/** The first line of a text, cut. */
export function stepText(text: string): string {
  const end = text.indexOf('\n');
  const first = (end === -1 ? text : text.slice(0, end)).trim();
  return first.length > STEP_TEXT_LENGTH ? `${first.slice(0, STEP_TEXT_LENGTH - 1)}…` : first;
}
