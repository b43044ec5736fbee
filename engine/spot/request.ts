/** The words of the Spot domain. */
import type { EventHandle } from '../kernel/event-queue';
import type { LiveFields } from '../model/live';

export interface SpotRequest {
  /** Subject of the instance. */
  readonly subject: number;
  /** The id that EC2's messages name. */
  readonly id: string;
  readonly type: 'one-time' | 'persistent';
  readonly interruption: 'terminate' | 'stop' | 'hibernate';
  /** Type and root volume allow hibernation; otherwise it ends in a stop. */
  readonly canHibernate: boolean;
}

export interface SpotWorld {
  readonly requestOf: (subject: number) => SpotRequest | undefined;
}

export type SpotFields = LiveFields & {
  /** The pending end of the two minutes. */
  readonly reclaim?: EventHandle;
};
