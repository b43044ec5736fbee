/** A user mistake found in a document: what, where, why it matters, and the edit that mends it. */
import type { ChangeSet } from './change';
import type { ResourceBase, ResourceId } from './resource';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Diagnostic<R extends ResourceBase = ResourceBase> {
  /** Rule id as in `docs/rules.md`, e.g. `SUBNET-002`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about; the first one is marked on the canvas. */
  readonly subjects: readonly ResourceId[];
  /** What is wrong, the value given, what is allowed. */
  readonly message: string;
  /** AWS documentation page the rule comes from. */
  readonly source: string;
  /** One click, one undo. */
  readonly fix?: ChangeSet<R>;
}
