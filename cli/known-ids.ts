/** Answers in the ids a user knows: AWS's, where the document came from AWS. */
import type { Scenario } from '../engine/catalog/descriptors';
import { knownIdOf } from '../engine/catalog/lookup';

/** Replaces every value that is exactly the id of a resource. Sentences name things themselves and stay. */
export function withKnownIds<T>(document: Scenario, value: T): T {
  return replaced(document, value) as T;
}

/** A sentence with the ids a user knows: `i-1` in it becomes the AWS id. */
export const inKnownWords = (document: Scenario, sentence: string): string =>
  sentence.replace(/\b[a-z]+-\d+\b/g, (id) =>
    Object.hasOwn(document.resources, id) ? knownIdOf(document, id) : id,
  );

/** No id is longer; a sentence is not worth looking up. */
const LONGEST_ID = 64;

function replaced(document: Scenario, value: unknown): unknown {
  if (typeof value === 'string')
    return value.length <= LONGEST_ID && Object.hasOwn(document.resources, value)
      ? knownIdOf(document, value)
      : value;
  if (Array.isArray(value)) return value.map((item) => replaced(document, item));
  if (typeof value !== 'object' || value === null) return value;
  const next: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) next[key] = replaced(document, item);
  return next;
}
