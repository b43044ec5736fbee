/** How reachability differs between two documents, or before and after an edit. */
import type { Change } from './change';
import type { CheckResult } from './check';
import type { PathQuery, Verdict } from './path';
import type { ResourceBase, ResourceId } from './resource';

/** `changed`: some traffic was gained and some lost. */
export type DifferenceType = 'gained' | 'lost' | 'changed';

/** An end of a pair: interfaces that fare alike, or the internet. */
export interface DifferenceEnd {
  readonly label: string;
  /** Ids of the instances or interfaces; `internet`. */
  readonly members: readonly (ResourceId | 'internet')[];
}

export interface PairDifference {
  readonly from: DifferenceEnd;
  readonly to: DifferenceEnd;
  readonly family: 4 | 6;
  readonly type: DifferenceType;
  /** Traffic in words: `tcp 443 from every public address`. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** One packet of what was gained, else of what was lost: a trace confirms it on its side of the edit. */
  readonly example: PathQuery;
}

export interface Difference {
  readonly pairs: readonly PairDifference[];
  /** Checks whose outcome is another one, with the result after. */
  readonly checks: readonly { readonly before: CheckResult['outcome'] | null; readonly after: CheckResult }[];
  /** The path that was asked about. */
  readonly path?: { readonly query: PathQuery; readonly before: Verdict; readonly after: Verdict };
  /** One sentence. */
  readonly summary: string;
}

export interface DifferenceQuestion<R extends ResourceBase = ResourceBase> {
  readonly changes: readonly Change<R>[];
  /**
   * `undo`: the changes take back the last edit, and the document is how it is after; `edit`: they have not been made
   * yet, and the document is how it is before.
   */
  readonly are: 'undo' | 'edit';
  /** A path whose verdicts are wanted too. */
  readonly query?: PathQuery;
}
