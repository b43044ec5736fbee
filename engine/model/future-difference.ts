/** How the run of one document comes out otherwise than that of another. */
import type { LiveField, LiveFields, RunEvent } from './live';
import type { ResourceId } from './resource';

export interface FutureDifference {
  /** ms: the first time at which not the same happens; null: the logs are the same as far as they are told. */
  readonly firstAt: number | null;
  /** What happens then in this run only, and in the other only; a few of each. */
  readonly here: readonly RunEvent[];
  readonly other: readonly RunEvent[];
  /** What is otherwise in the end; the first of them, `endCount` in all. */
  readonly end: readonly {
    readonly subject: ResourceId;
    readonly field: LiveField;
    readonly here: LiveFields[LiveField] | undefined;
    readonly other: LiveFields[LiveField] | undefined;
  }[];
  readonly endCount: number;
}
