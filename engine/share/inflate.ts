/** Inflating with a cap. */
import { Inflate } from 'fflate';
import { LinkDamage, LinkTooLarge } from './link-damage';

/** Bytes of a link's contents after inflating. */
export const MAX_INFLATED_BYTES = 8_000_000;
/** Deflate makes at most 1,032 bytes of one, so one push of this size stays below 4.3 MB. */
const PUSH_BYTES = 4096;

/**
 * Stops as soon as the cap is passed, so that a zip bomb is never held in memory. Throws `LinkTooLarge`,
 * `LinkDamage`, or the inflater's own errors.
 */
export function inflate(deflated: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  const inflater = new Inflate((chunk, final) => {
    total += chunk.length;
    chunks.push(chunk);
    ended ||= final;
  });
  for (let offset = 0; offset < deflated.length; offset += PUSH_BYTES) {
    const end = Math.min(offset + PUSH_BYTES, deflated.length);
    inflater.push(deflated.subarray(offset, end), end === deflated.length);
    if (total > MAX_INFLATED_BYTES) throw new LinkTooLarge('it inflates to too much');
  }
  if (!ended) throw new LinkDamage('The payload is empty.');
  const inflated = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    inflated.set(chunk, offset);
    offset += chunk.length;
  }
  return inflated;
}
