/**
 * How long each step takes. AWS publishes none of these figures (only "a few minutes" and the one-minute cadence
 * of status checks), so they are illustrative: chosen to look usual, drawn from the document's seed.
 */
import type { RandomStreams } from '../kernel/random-streams';

/** Shortest and longest, in seconds. */
const DURATIONS_S = {
  /** pending → running */
  boot: [12, 25],
  /** running → first passed system status check; checks run every minute. */
  systemStatus: [60, 90],
  /** … → first passed instance status check. */
  instanceStatus: [30, 60],
  reboot: [20, 45],
  /** A system that does not go down is cut off "within a few minutes". */
  hardReboot: [180, 300],
  hardStop: [180, 300],
  forceStop: [5, 15],
  /** A start that finds its memory on the root volume. */
  resume: [20, 40],
  /** Checks run every minute: when one notices that the system or a volume does not answer. */
  noticing: [1, 60],
  /** A short interruption of network or power. */
  maintenance: [60, 180],
  stopping: [20, 45],
  /** Writing RAM to the root volume. */
  hibernating: [45, 90],
  shuttingDown: [20, 45],
  /** A failed system status check → running on another host. */
  recovery: [180, 300],
  natGateway: [60, 120],
  /** create-image → available; depends on how much there is to copy. */
  image: [120, 300],
} as const;
export type Step = keyof typeof DURATIONS_S;

/** ms, a whole number of seconds; each subject draws from a stream of its own. */
export function durationMs(random: RandomStreams, step: Step, subject: number): number {
  const [low, high] = DURATIONS_S[step];
  return random.integerFor('duration', subject, low, high) * 1000;
}

/** Simplified automatic recovery tries up to three times a day. */
export const RECOVERIES_A_DAY = 3;
export const DAY_MS = 24 * 3600 * 1000;
