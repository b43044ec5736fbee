/** What each rule of a group or an ACL means in words, and whether anything rests on it. */
import type { ResourceId } from './resource';

export const RULE_STATES = ['needed', 'shadowed', 'redundant', 'unused', 'unknown'] as const;
/**
 * `shadowed`: others have decided all of it already. `redundant`: what follows would decide the same.
 * `unused`: nothing in the drawing can be meant. `unknown`: the drawing does not hold what it names.
 */
export type RuleState = (typeof RULE_STATES)[number];

export interface ReviewedRule {
  /** As a path names it: `inbound[2]`, `100`, `*`. */
  readonly rule: string;
  /** One sentence: who may do what. */
  readonly words: string;
  readonly state: RuleState;
  /** One sentence: why it is not needed. `null` where it is. */
  readonly remark: string | null;
  /** The rows that decide in its place. */
  readonly by: readonly string[];
}

export interface RulesReview {
  readonly id: ResourceId;
  /** Said once for all rows: nobody carries the group, no subnet uses the ACL. */
  readonly notice: string | null;
  /** Of an ACL in the order in which they are asked, the final `*` at the end. */
  readonly inbound: readonly ReviewedRule[];
  readonly outbound: readonly ReviewedRule[];
}
