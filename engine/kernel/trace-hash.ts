/** A running hash of the events of a run: integers only, so that Node and every browser agree. */
import type { EventRow } from './event-queue';

export interface TraceHash {
  readonly low: number;
  readonly high: number;
}

export const EMPTY_TRACE: TraceHash = { low: 0x811c9dc5, high: 0x9e3779b9 };

/** FNV-1a over 32-bit words, in two lanes that multiply by different primes. */
export function hashEvent(hash: TraceHash, event: Readonly<EventRow>): TraceHash {
  let { low, high } = hash;
  const words = [
    event.at >>> 0,
    Math.floor(event.at / 2 ** 32),
    event.priority,
    event.sequence,
    event.type,
    event.subject,
    event.payload,
  ];
  for (const word of words) {
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul(high ^ word ^ (low >>> 15), 0x85ebca6b);
  }
  return { low: low >>> 0, high: high >>> 0 };
}

/** FNV-1a over the UTF-16 code units of a text, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

export const makeTraceHash = (hash: TraceHash): string =>
  hash.high.toString(16).padStart(8, '0') + hash.low.toString(16).padStart(8, '0');
