/** Ids as AWS makes them, always the same for the same resource. */
import type { ResourceId } from '../../model/resource';

/** What AWS writes in front, where it is not the prefix of our ids. */
const PREFIXES: Readonly<Record<string, string>> = { eip: 'eipalloc' };

/** `i-12` becomes `i-0` and sixteen hexadecimal digits. */
export function awsIdOf(id: ResourceId): string {
  const prefix = id.slice(0, id.lastIndexOf('-'));
  return madeId(PREFIXES[prefix] ?? prefix, id);
}

/** An id of something the document does not hold by itself: an association, a reservation. */
export const madeId = (prefix: string, seed: string): string =>
  `${prefix}-0${hex(hash(0x811c9dc5, seed))}${hex(hash(0x2545f491, `${seed}/${seed.length}`))}`;

/** `02:` is the range of addresses that are locally administered. */
export const macOf = (id: ResourceId): string =>
  `02:${(hex(hash(0x9e3779b9, id)) + hex(hash(0x85ebca6b, id))).slice(0, 10).replace(/(..)(?!$)/g, '$1:')}`;

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** FNV-1a with its bits mixed once more, 32-bit unsigned. */
function hash(from: number, text: string): number {
  let value = from >>> 0;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}
