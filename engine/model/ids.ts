/** Ids: what is a legal one and which comes next. */
import type { ScenarioDocument } from './document';
import type { ResourceId } from './resource';

/**
 * Lower-case letters, digits and dashes, beginning with a letter; so never `__proto__`. `constructor` is the one
 * such name that every plain object already answers to.
 */
export const isResourceId = (text: string): boolean =>
  /^[a-z][a-z0-9-]{0,63}$/.test(text) && text !== 'constructor';

/** Hands out ids that are free in a document, one after another. A pure function of the document. */
export class IdSequence {
  readonly #resources: ScenarioDocument['resources'];
  readonly #taken: Set<string>;
  readonly #last = new Map<string, number>();

  constructor({ resources, script }: ScenarioDocument) {
    // Looked up in the document: a set of all its ids would cost more than most sequences are asked for.
    this.#resources = resources;
    this.#taken = new Set(script.map((action) => action.id));
  }

  /** `next('vpc')` is `vpc-1` in an empty document. */
  next(prefix: string): ResourceId {
    let number = this.#last.get(prefix) ?? 0;
    let id: string;
    do {
      number += 1;
      id = `${prefix}-${number}`;
    } while (this.#taken.has(id) || Object.hasOwn(this.#resources, id));
    this.#last.set(prefix, number);
    this.#taken.add(id);
    return id;
  }
}
