/** What is true now: one row per thing, one place in it per field. Values are plain and never changed in place. */
export interface Cells<F> {
  get<K extends keyof F>(subject: number, field: K): F[K] | undefined;
}

/** Rows that are copied together when one of them is written after a snapshot. */
const CHUNK_BITS = 5;
const CHUNK = 2 ** CHUNK_BITS;
/** Room for so many fields to begin with; twice as many when there are too few, but never so many more than needed. */
const FIELDS = 1;
const MORE_FIELDS = 8;

type Chunk = readonly unknown[];

export interface StateSnapshot {
  /** In the order they were first written; the place of a field in a row. */
  readonly fields: readonly string[];
  /** Places in a row. */
  readonly width: number;
  /** Shared with the table and with other snapshots as long as nobody writes to them. Absent: nothing in it. */
  readonly chunks: readonly (Chunk | undefined)[];
}

/**
 * Rows lie together in memory, since an event mostly reads and writes several fields of one thing; a snapshot costs
 * nothing by itself: what is written after it is copied first, a few rows at a time.
 */
export class StateTable<F extends object> implements Cells<F> {
  readonly #rows: number;
  readonly #places = new Map<string, number>();
  #width = FIELDS;
  #chunks: (unknown[] | undefined)[];
  /** 1 for each chunk that nobody else holds. */
  readonly #own: Uint8Array;

  constructor(rows: number, from?: StateSnapshot) {
    this.#rows = rows;
    const count = Math.ceil(rows / CHUNK);
    this.#own = new Uint8Array(count);
    // Those of a snapshot are copied before they are written.
    this.#chunks = from ? (from.chunks.slice() as unknown[][]) : new Array<undefined>(count).fill(undefined);
    if (!from) return;
    this.#width = from.width;
    from.fields.forEach((field, place) => this.#places.set(field, place));
  }

  get<K extends keyof F>(subject: number, field: K): F[K] | undefined {
    const chunk = this.#chunks[subject >> CHUNK_BITS];
    const place = this.#places.get(field as string);
    if (chunk === undefined || place === undefined) return undefined;
    return chunk[(subject & (CHUNK - 1)) * this.#width + place] as F[K] | undefined;
  }

  /** @returns whether anything is different now */
  set<K extends keyof F>(subject: number, field: K, value: F[K] | undefined): boolean {
    if (subject < 0 || subject >= this.#rows) throw new Error(`There is no subject ${subject}.`);
    const place = this.#places.get(field as string) ?? this.#addField(field as string);
    const index = (subject & (CHUNK - 1)) * this.#width + place;
    const known = this.#chunks[subject >> CHUNK_BITS];
    const before = known?.[index];
    if (before === value || (typeof value === 'object' && sameValue(before, value))) return false;
    const chunk =
      known !== undefined && this.#own[subject >> CHUNK_BITS] === 1
        ? known
        : this.#ownChunk(subject >> CHUNK_BITS);
    chunk[index] = value;
    return true;
  }

  snapshot(): StateSnapshot {
    this.#own.fill(0);
    return { fields: [...this.#places.keys()], width: this.#width, chunks: this.#chunks.slice() };
  }

  #ownChunk(at: number): unknown[] {
    const chunk = this.#chunks[at]?.slice() ?? new Array<undefined>(CHUNK * this.#width).fill(undefined);
    this.#chunks[at] = chunk;
    this.#own[at] = 1;
    return chunk;
  }

  #addField(field: string): number {
    const place = this.#places.size;
    this.#places.set(field, place);
    if (place < this.#width) return place;
    const before = this.#width;
    const width = before + Math.min(before, MORE_FIELDS);
    this.#width = width;
    this.#chunks = this.#chunks.map((chunk) => chunk && widened(chunk, before, width));
    this.#own.fill(1);
    return place;
  }
}

function widened(chunk: Chunk, before: number, width: number): unknown[] {
  const wide = new Array<unknown>(CHUNK * width).fill(undefined);
  chunk.forEach((value, index) => {
    wide[Math.floor(index / before) * width + (index % before)] = value;
  });
  return wide;
}

/** Equal as data: lists are compared item by item. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => Object.is(item, b[index]));
}
