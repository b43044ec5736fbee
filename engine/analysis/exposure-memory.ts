/**
 * What was said of an interface's exposure, kept from edit to edit and shared by all interfaces that fare alike. It is
 * said again as long as the surroundings are the same (exposure-surroundings.ts).
 */
import type { ExposureLine } from '../model/traffic';
import type { Diagrams } from '../network/symbolic/diagram';

/** One side of an exposure in words; `null` where there is nothing to say. */
export type Said = Pick<ExposureLine, 'works' | 'sometimes' | 'unknown'>;

/** What is kept before all is forgotten. */
const MOST_ENTRIES = 20_000;

export class ExposureMemory {
  readonly #said = new Map<string, Said | null>();
  readonly #numbers = new Map<string, number>();
  #last = 0;

  /** @returns what was said before for this key, else what `say` says now */
  recall(key: string, say: () => Said | null): Said | null {
    const before = this.#said.get(key);
    if (before !== undefined) return before;
    if (this.#said.size > MOST_ENTRIES) this.#said.clear();
    const said = say();
    this.#said.set(key, said);
    return said;
  }

  /** A short name for a long text: equal texts have the same number, and no number ever means another text. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (this.#numbers.size > MOST_ENTRIES) this.#numbers.clear();
    this.#last += 1;
    this.#numbers.set(text, this.#last);
    return this.#last;
  }
}

const memories = new WeakMap<Diagrams, ExposureMemory>();

/** Keys hold ids of diagrams, so each store has a memory of its own. */
export function memoryOf(store: Diagrams): ExposureMemory {
  const known = memories.get(store);
  if (known) return known;
  const made = new ExposureMemory();
  memories.set(store, made);
  return made;
}
