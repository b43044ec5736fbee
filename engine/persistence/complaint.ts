/** The one sentence about the first mistake in a document: where it is, what stands there, what is allowed. */
import type * as z from 'zod/mini';
import { fail } from '../model/result';
import { nearestWord } from './nearest-word';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** `resources[3].cidrBlock` */
export function makeWhere(path: Path): string {
  let where = '';
  for (const step of path) {
    if (typeof step === 'number') where += `[${step}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(step))) where += where ? `.${String(step)}` : String(step);
    else where += `[${JSON.stringify(String(step))}]`;
  }
  return where || 'the document';
}

/** A value as it stands in the file, shortened. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** @returns a failure for the first issue of a schema's check of `root`, found under `base` */
export function complain(
  issues: readonly Issue[],
  root: unknown,
  base: Path,
  allowedKeys: readonly string[],
  called = '',
) {
  const issue = issues[0];
  if (!issue) throw new Error('A failed check must have an issue.');
  const where = makeWhere([...base, ...issue.path]);
  const place = called ? `${where} (${called})` : where;
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const meant = nearestWord(key, allowedKeys);
    const hint = meant
      ? `Did you mean "${meant}"?`
      : issue.path.length === 0
        ? `Allowed: ${allowedKeys.join(', ')}.`
        : 'Take it out.';
    return fail('invalid', `${place} has an unknown property ${shown(key)}. ${hint}`, where);
  }
  if (issue.code === 'invalid_key') {
    const key = issue.path.at(-1);
    const allowed = issue.issues[0]?.message ?? 'another name';
    return fail('invalid', `${place}: the name ${shown(key)} is not allowed; allowed: ${allowed}.`, where);
  }
  const value = issue.path.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, step)
        ? (inside as Record<PropertyKey, unknown>)[step]
        : undefined,
    root,
  );
  return value === undefined
    ? fail('invalid', `${place} is missing; expected: ${issue.message}.`, where)
    : fail('invalid', `${place} is ${shown(value)}; allowed: ${issue.message}.`, where);
}
