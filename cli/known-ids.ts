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

function replaced(document: Scenario, value: unknown): unknown {
  if (typeof value === 'string')
    return Object.hasOwn(document.resources, value) ? knownIdOf(document, value) : value;
  if (Array.isArray(value)) return value.map((item) => replaced(document, item));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(document, item)]));
  return value;
}
