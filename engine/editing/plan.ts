/** What an edit would do, or why it is refused: known before anything is composed, so that places can be asked in bulk. */
import type { Scenario } from '../catalog/descriptors';
import type { LiveState } from '../model/live';
import type { ResourceId } from '../model/resource';
import type { Draft } from './draft';

/** Composes the changes. @returns what is to be selected afterwards. */
export type Build = (draft: Draft) => ResourceId | undefined;

export interface Accepted {
  readonly ok: true;
  readonly label: string;
  readonly build: Build;
}

export interface Refused {
  readonly ok: false;
  /** Rule id, or EC2's own error code where there is one. */
  readonly rule: string;
  readonly message: string;
  readonly source: string;
  readonly offer?: { readonly label: string; readonly build: Build };
  /** The place has nothing to do with what is carried: a drop means what lies below it. */
  readonly unrelated?: boolean;
}

export type Plan = Accepted | Refused;

/** What plans are made from. */
export interface Situation {
  readonly document: Scenario;
  /** The moment shown, if a run is shown. */
  readonly live?: LiveState;
  /** Corner of the drop relative to the place. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly name?: string;
}

export const accept = (label: string, build: Build): Accepted => ({ ok: true, label, build });

export const refuse = (rule: string, message: string, source: string, offer?: Refused['offer']): Refused =>
  offer ? { ok: false, rule, message, source, offer } : { ok: false, rule, message, source };

/** Nobody drops this there on purpose. */
export const unrelated = (message: string, source: string): Refused => ({
  ok: false,
  rule: 'PLACE-001',
  message,
  source,
  unrelated: true,
});
