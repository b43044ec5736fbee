/**
 * Parts of the network that were described before. Resources are immutable, so one that is still the same, with all
 * else that its part was made of, keeps its part: an edit describes only what it touches, and whatever is known of a
 * part by its identity stays known. One list is remembered, that of the last network: a map of thousands of weak keys
 * would cost more than describing everything anew.
 */
import type { ResourceId } from '../model/resource';
import { compareIds } from './id-order';

export class PartMemory<R extends { readonly id: ResourceId }, T> {
  #resources: readonly R[] = [];
  #reads: readonly unknown[] = [];
  #parts: readonly T[] = [];

  /**
   * @param resources in the order of their ids
   * @param readsOf all that `describe` looks at besides the resource: one value, or a list of them; compared by identity
   * @returns a part for each, in the same order; the same list as before if all of them are the same
   */
  recall(
    resources: readonly R[],
    readsOf: (resource: R) => unknown,
    describe: (resource: R) => T,
  ): readonly T[] {
    const parts: T[] = [];
    const reads: unknown[] = [];
    let isSame = resources.length === this.#resources.length;
    let at = 0;
    for (const resource of resources) {
      at = this.#placeOf(resource, at);
      const read = readsOf(resource);
      reads.push(read);
      const isKnown = this.#resources[at] === resource && isSameRead(this.#reads[at], read);
      parts.push(isKnown ? (this.#parts[at] as T) : describe(resource));
      isSame &&= isKnown;
    }
    this.#resources = resources;
    this.#reads = reads;
    if (!isSame) this.#parts = parts;
    return this.#parts;
  }

  /** Where it stands in the last list, if it is in it, from a place on. */
  #placeOf(resource: R, from: number): number {
    const next = this.#resources[from];
    if (next === resource) return from;
    if (this.#resources[from + 1] === resource) return from + 1;
    let at = from;
    for (let other = next; other && compareIds(other.id, resource.id) < 0; other = this.#resources[at])
      at += 1;
    return at;
  }
}

function isSameRead(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!Object.is(a[at], b[at])) return false;
  return true;
}
