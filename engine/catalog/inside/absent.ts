import type { LiveFields } from '../../model/live';

/** Why nobody inside can ask or be asked; `undefined`: a system runs, or the drawing counts as running. */
export function absentBecause(fields: Readonly<LiveFields> | undefined): string | undefined {
  const state = fields?.state;
  switch (state) {
    case undefined:
      return undefined;
    case 'not-launched':
      return 'It is not launched.';
    case 'running':
    case 'pending':
      break;
    default:
      return `It is ${state}: no system runs in it.`;
  }
  if (fields?.systemStatus === 'failed') return 'Its host has failed: nothing inside answers.';
  return fields?.guest === 'halted' || fields?.guest === 'crashed'
    ? `Its system has ${fields.guest} and answers nobody.`
    : undefined;
}
