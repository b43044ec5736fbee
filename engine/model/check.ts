/** What a check of the document came to. */
import type { Check } from './document';
import type { PathQuery } from './path';
import type { ResourceId } from './resource';

/** `unknown`: the document or the model does not tell. */
export type CheckOutcome = 'holds' | 'fails' | 'unknown';

export interface CheckResult {
  readonly id: string;
  readonly type: Check['type'];
  readonly outcome: CheckOutcome;
  /** `outcome` is `holds`. */
  readonly holds: boolean;
  readonly title: string;
  /** One sentence: why it holds, fails or can't be told. */
  readonly message: string;
  /** Of the blocker, the doubt or the kind of failure that decided. */
  readonly code?: string;
  /** Where it fails: the packet that shows it. `trace` of it confirms. */
  readonly counterExample?: PathQuery;
  /**
   * What the answer rests on. It stays true until an edit touches one of these, or adds something that names one;
   * `all`: until any edit.
   */
  readonly read: readonly ResourceId[] | 'all';
}
