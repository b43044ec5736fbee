/** Small readable ids for AWS's long ones, in the order of AWS's ids, so that the same input always gives the same document. */
import type { Kind } from '../../catalog/descriptors';
import { descriptorOf } from '../../catalog/descriptors';
import { emptyScenario } from '../../persistence/empty';
import { IdSequence, isResourceId } from '../../model/ids';
import type { ResourceId } from '../../model/resource';

export class IdBook {
  readonly #byKind = new Map<Kind, Map<string, ResourceId>>();
  readonly #ids = new Set<ResourceId>();
  readonly #sequence: IdSequence;

  /** @param wanted every AWS id that becomes a resource, by kind. */
  constructor(wanted: readonly (readonly [Kind, readonly string[]])[]) {
    const document = emptyScenario();
    // An AWS id that looks like one of ours stays as it is: `i-1` must not come to mean another instance.
    const kept: Record<ResourceId, never> = {};
    for (const [kind, awsIds] of wanted) {
      const small = new RegExp(`^${prefixOf(kind)}-[1-9]\\d{0,4}$`);
      for (const awsId of awsIds)
        if (small.test(awsId) && !this.#ids.has(awsId)) {
          this.#enter(kind, awsId, awsId);
          Object.assign(kept, { [awsId]: awsId });
        }
    }
    this.#sequence = new IdSequence({ ...document, resources: kept });
    for (const [kind, awsIds] of wanted)
      for (const awsId of [...awsIds].sort(byCodeUnit))
        if (this.of(kind, awsId) === undefined) this.#enter(kind, awsId, this.#sequence.next(prefixOf(kind)));
  }

  of(kind: Kind, awsId: string | undefined): ResourceId | undefined {
    return awsId === undefined ? undefined : this.#byKind.get(kind)?.get(awsId);
  }

  /** An id for what is not there: AWS's own, made legal, and never that of another resource. */
  dangling(awsId: string): ResourceId {
    const legal = awsId
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '-')
      .slice(0, 56);
    const id = isResourceId(legal) ? legal : `x-${legal}`.slice(0, 60);
    return this.#ids.has(id) ? `${id}-absent` : id;
  }

  #enter(kind: Kind, awsId: string, id: ResourceId): void {
    const known = this.#byKind.get(kind) ?? new Map<string, ResourceId>();
    this.#byKind.set(kind, known.set(awsId, id));
    this.#ids.add(id);
  }
}

const prefixOf = (kind: Kind): string => descriptorOf(kind)?.idPrefix ?? kind;

export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
