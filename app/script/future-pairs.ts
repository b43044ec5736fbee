/** Which stored documents are two futures of one. A document is in one pair at most. */

export interface FuturePair {
  readonly documents: readonly [string, string];
  /** ms: the moment at which they were one. */
  readonly at: number;
}

/** So many are remembered; the oldest are forgotten, their documents stay. */
const MOST_PAIRS = 50;

export const withoutPair = (pairs: readonly FuturePair[], id: string): readonly FuturePair[] =>
  pairs.filter(({ documents }) => !documents.includes(id));

export function addPair(pairs: readonly FuturePair[], pair: FuturePair): readonly FuturePair[] {
  const [one, other] = pair.documents;
  return [pair, ...withoutPair(withoutPair(pairs, one), other)].slice(0, MOST_PAIRS);
}

export function otherOf(
  pairs: readonly FuturePair[],
  id: string,
): { readonly other: string; readonly at: number } | null {
  const pair = pairs.find(({ documents }) => documents.includes(id));
  if (!pair) return null;
  const [one, two] = pair.documents;
  return { other: one === id ? two : one, at: pair.at };
}

/** @param text what was remembered; anything that is not a list of pairs counts as nothing */
export function readPairs(text: string | null): readonly FuturePair[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter(isPair).slice(0, MOST_PAIRS) : [];
  } catch {
    return [];
  }
}

function isPair(value: unknown): value is FuturePair {
  if (typeof value !== 'object' || value === null) return false;
  const { documents, at } = value as Partial<Record<keyof FuturePair, unknown>>;
  return (
    Array.isArray(documents) &&
    documents.length === 2 &&
    documents.every((id) => typeof id === 'string') &&
    typeof at === 'number'
  );
}
