/** What is true now: one column per field, one row per thing. Values are plain and never changed in place. */
export interface Cells<F> {
  get<K extends keyof F>(subject: number, field: K): F[K] | undefined;
}

/** Rows that are copied together when one of them has changed since the last snapshot. */
const CHUNK_BITS = 9;
const CHUNK = 2 ** CHUNK_BITS;

/** Columns in chunks; what did not change is the same array as in the snapshot before. Absent: nothing in it. */
export type StateSnapshot = ReadonlyMap<string, readonly (readonly unknown[] | undefined)[]>;

interface Column {
  readonly values: unknown[];
  /** 1 for each chunk that was written since the last snapshot. */
  readonly written: Uint8Array;
  kept: (readonly unknown[] | undefined)[];
}

export class StateTable<F extends object> implements Cells<F> {
  readonly #columns = new Map<string, Column>();
  readonly #rows: number;

  constructor(rows: number, from?: StateSnapshot) {
    this.#rows = rows;
    for (const [field, chunks] of from ?? []) {
      const column = this.#add(field);
      column.kept = [...chunks];
      chunks.forEach((chunk, index) => {
        for (let row = 0; chunk && row < chunk.length; row += 1)
          column.values[index * CHUNK + row] = chunk[row];
      });
    }
  }

  get<K extends keyof F>(subject: number, field: K): F[K] | undefined {
    return this.#columns.get(field as string)?.values[subject] as F[K] | undefined;
  }

  /** @returns whether anything is different now; what was there before is then in `before`. */
  set<K extends keyof F>(subject: number, field: K, value: F[K] | undefined): boolean {
    const column = this.#columns.get(field as string) ?? this.#add(field as string);
    const { values } = column;
    const before = values[subject];
    if (before === value || (typeof value === 'object' && sameValue(before, value))) return false;
    if (subject < 0 || subject >= this.#rows) throw new Error(`There is no subject ${subject}.`);
    values[subject] = value;
    column.written[subject >> CHUNK_BITS] = 1;
    return true;
  }

  /** Costs what was written since the last one. */
  snapshot(): StateSnapshot {
    const all = new Map<string, readonly (readonly unknown[] | undefined)[]>();
    for (const [field, column] of this.#columns) {
      const { values, written } = column;
      if (written.includes(1)) {
        const kept = [...column.kept];
        for (let chunk = 0; chunk < written.length; chunk += 1)
          if (written[chunk] === 1) kept[chunk] = values.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
        column.kept = kept;
        written.fill(0);
      }
      all.set(field, column.kept);
    }
    return all;
  }

  #add(field: string): Column {
    const chunks = Math.ceil(this.#rows / CHUNK);
    const column: Column = {
      values: new Array<unknown>(this.#rows).fill(undefined),
      written: new Uint8Array(chunks),
      kept: new Array<undefined>(chunks).fill(undefined),
    };
    this.#columns.set(field, column);
    return column;
  }
}

/** Equal as data: lists are compared item by item. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => Object.is(item, b[index]));
}
