import type { BootInput } from '../boot-input';
import type { BootEntry } from '../play-boot';

/** A boot as far as it has gone. */
export interface BootRecord {
  readonly input: BootInput;
  /** Calendar time of simulated time 0, ISO 8601 in UTC. */
  readonly startsAt: string;
  /** ms of the run at which its first step begins. */
  readonly bootsAtMs: number;
  readonly entries: readonly BootEntry[];
}
