/**
 * Parts of the network that were described before. Resources are immutable, so one that is still the same, with all
 * else that its part was made of, keeps its part: an edit describes only what it touches, and whatever is known of a
 * part by its identity stays known.
 */
import type { Resource } from './descriptors';

interface Remembered<T> {
  readonly reads: readonly unknown[];
  readonly part: T;
}

export class PartMemory<T> {
  readonly #known = new WeakMap<Resource, Remembered<T>>();

  /** @param reads all that `make` looks at besides the resource, compared by identity and in this order */
  recall(resource: Resource, reads: readonly unknown[], make: () => T): T {
    const known = this.#known.get(resource);
    if (known && areSame(known.reads, reads)) return known.part;
    const part = make();
    this.#known.set(resource, { reads, part });
    return part;
  }
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!Object.is(a[at], b[at])) return false;
  return true;
}
