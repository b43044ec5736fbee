/** Outcome of an operation that bad input can make fail. Programmer errors throw instead. */
export type Result<T, E = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** One clear message: what is wrong, where, and what is allowed. */
export interface Failure {
  readonly reason: FailureReason;
  /** One line, in the user's words. */
  readonly message: string;
  /** Where in the input: a JSON path, a file name, a resource id. */
  readonly where?: string;
}

export const FAILURE_REASONS = [
  'not-json',
  'not-a-scenario',
  'not-aws-output',
  'newer-version',
  'invalid',
  'too-large',
  'too-deep',
  'damaged-link',
  'cut-link',
  'unknown-reference',
  'not-allowed',
  'not-found',
  'conflict',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (
  reason: FailureReason,
  message: string,
  where?: string,
): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: where === undefined ? { reason, message } : { reason, message, where },
});
