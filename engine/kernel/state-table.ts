/** What is true now: one column per field, one row per thing. Values are plain and never changed in place. */
export interface Cells<F> {
  get<K extends keyof F>(subject: number, field: K): F[K] | undefined;
}

export type StateSnapshot = ReadonlyMap<string, readonly unknown[]>;

export class StateTable<F extends object> implements Cells<F> {
  readonly #columns = new Map<string, unknown[]>();
  readonly #rows: number;

  constructor(rows: number, from?: StateSnapshot) {
    this.#rows = rows;
    for (const [field, column] of from ?? []) this.#columns.set(field, column.slice());
  }

  get<K extends keyof F>(subject: number, field: K): F[K] | undefined {
    return this.#columns.get(field as string)?.[subject] as F[K] | undefined;
  }

  set<K extends keyof F>(subject: number, field: K, value: F[K] | undefined): void {
    let column = this.#columns.get(field as string);
    if (!column) {
      column = Array.from({ length: this.#rows });
      this.#columns.set(field as string, column);
    }
    if (subject < 0 || subject >= this.#rows) throw new Error(`There is no subject ${subject}.`);
    column[subject] = value;
  }

  snapshot(): StateSnapshot {
    return new Map([...this.#columns].map(([field, column]) => [field, column.slice()]));
  }
}

/** Equal as data: lists are compared item by item. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => Object.is(item, b[index]));
}
