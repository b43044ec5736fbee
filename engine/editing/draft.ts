/** A change set being composed: each step sees the document as the steps before it left it. */
import type { Resource, Scenario, ScenarioChange } from '../catalog/descriptors';
import { descriptorOf } from '../catalog/descriptors';
import { applyChanges } from '../model/change';
import { IdSequence } from '../model/ids';
import type { ResourceId } from '../model/resource';

export class Draft {
  readonly changes: ScenarioChange[] = [];
  readonly #ids: IdSequence;
  #document: Scenario;

  constructor(document: Scenario) {
    this.#document = document;
    this.#ids = new IdSequence(document);
  }

  /** As it is after the changes so far. */
  get document(): Scenario {
    return this.#document;
  }

  /** Throws on a change that does not fit: a mistake in a rule, never of the user. */
  apply(change: ScenarioChange): void {
    this.applyAll([change]);
  }

  /** Many at once cost one copy of the document. */
  applyAll(changes: readonly ScenarioChange[]): void {
    const applied = applyChanges(this.#document, changes);
    if (!applied.ok) throw new Error(applied.error.message);
    this.#document = applied.value.document;
    for (const change of changes) this.changes.push(change);
  }

  /** The next free id of a kind. */
  nextId(kind: Resource['kind']): ResourceId {
    return this.#ids.next(descriptorOf(kind)?.idPrefix ?? kind);
  }

  add(resource: Resource): ResourceId {
    this.apply({ type: 'add', resource });
    return resource.id;
  }

  update(id: ResourceId, set: Readonly<Record<string, unknown>>): void {
    this.apply({ type: 'update', id, set });
  }

  /** Another relation of a thing; `null` ends it. */
  attach(id: ResourceId, relation: string, to: unknown): void {
    this.apply({ type: 'attach', id, relation, to });
  }
}
