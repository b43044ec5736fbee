/** A running hash of the events of a run: integers only, so that Node and every browser agree. */
import type { EventRow } from './event-queue';

/** Two lanes of 32 bits, changed in place. */
export type TraceHash = Int32Array;

const EMPTY = [0x811c9dc5, 0x9e3779b9] as const;

/** @param from goes on with a copy of it. */
export const createTraceHash = (from?: TraceHash): TraceHash => Int32Array.from(from ?? EMPTY);

/** FNV-1a over 32-bit words, in two lanes that multiply by different primes. */
export function hashEvent(hash: TraceHash, event: Readonly<EventRow>): void {
  let low = hash[0] as number;
  let high = hash[1] as number;
  low = Math.imul(low ^ event.at, 0x01000193);
  high = Math.imul(high ^ event.at ^ (low >>> 15), 0x85ebca6b);
  // A division by a power of two is exact.
  const late = Math.floor(event.at / 2 ** 32);
  low = Math.imul(low ^ late, 0x01000193);
  high = Math.imul(high ^ late ^ (low >>> 15), 0x85ebca6b);
  low = Math.imul(low ^ event.priority, 0x01000193);
  high = Math.imul(high ^ event.priority ^ (low >>> 15), 0x85ebca6b);
  low = Math.imul(low ^ event.sequence, 0x01000193);
  high = Math.imul(high ^ event.sequence ^ (low >>> 15), 0x85ebca6b);
  low = Math.imul(low ^ event.type, 0x01000193);
  high = Math.imul(high ^ event.type ^ (low >>> 15), 0x85ebca6b);
  low = Math.imul(low ^ event.subject, 0x01000193);
  high = Math.imul(high ^ event.subject ^ (low >>> 15), 0x85ebca6b);
  low = Math.imul(low ^ event.payload, 0x01000193);
  high = Math.imul(high ^ event.payload ^ (low >>> 15), 0x85ebca6b);
  hash[0] = low;
  hash[1] = high;
}

/** FNV-1a over the UTF-16 code units of a text, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

export const makeTraceHash = (hash: TraceHash): string =>
  [hash[1], hash[0]].map((lane) => ((lane as number) >>> 0).toString(16).padStart(8, '0')).join('');
