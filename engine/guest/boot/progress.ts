/** How far a boot has come: plain data that is never changed in place, so that a snapshot of the run holds it. */
import type { EventHandle } from '../../kernel/event-queue';
import type { Cells } from '../../kernel/state-table';
import type { LiveFields } from '../../model/live';
import type { BootInput } from './boot-input';
import type { BootState } from './boot-state';
import type { BootNeed, BootOutcome, BootStep, NeedAnswer } from './boot-step';
import type { GuestDisk } from './guest-disk';

export interface BootProgress {
  readonly input: BootInput;
  readonly steps: readonly BootStep[];
  /** Of the steps that have begun. */
  readonly begun: readonly BegunStep[];
  /** As of the end of the last step that has ended. */
  readonly state: BootState;
  /** As it will be when the step that is under way ends. */
  readonly ahead: BootState;
  /** ms: the step under way found nobody who answers, and tries again until then. */
  readonly triesUntil?: number;
  /** It was broken off: the instance stopped, crashed, rebooted … */
  readonly brokenOff?: true;
}

export interface BegunStep {
  /** ms of the run. */
  readonly startsAt: number;
  readonly outcome: BootOutcome;
}

/** What the guest keeps for itself between events. */
export interface GuestMemory {
  boot?: BootProgress;
  /** ms when EC2 began to place it. */
  pendingSince?: number;
  /** The next step of the boot. */
  bootNext?: EventHandle;
  guestDisk?: GuestDisk;
  /** The lifecycle's: memory is written to, or is on, the root volume. */
  hibernating?: boolean;
  /** Saved by hibernation. */
  suspended?: BootState;
}

export type GuestFields = LiveFields & GuestMemory;
export type GuestCells = Cells<GuestFields>;

export interface GuestWorld {
  /** Instances that boot step by step: those with user data. */
  readonly bootsInSteps: (subject: number) => boolean;
  /** What a boot that begins now depends on. */
  readonly inputOf: (subject: number, cause: BootInput['cause'], cells: GuestCells) => BootInput;
  /** Does it answer at this moment? */
  readonly answer: (subject: number, need: BootNeed, now: number, cells: GuestCells) => NeedAnswer;
  /** ms when EC2 began to place it, for the steps on the host. */
  readonly pendingSince: (subject: number, cells: GuestCells) => number;
}
