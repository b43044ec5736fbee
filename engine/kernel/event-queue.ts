/**
 * Pending events as rows of integers in typed arrays, ordered by (time, priority, sequence): a total order, so
 * no two events are ever equal. Only what is behind the interface may become cleverer.
 */
export interface EventRow {
  /** ms since time 0; past int32 after 24.8 days, hence Float64. */
  at: number;
  /** At equal times the lower one goes first. */
  priority: number;
  /** Position in the order of scheduling; unique in a run. */
  sequence: number;
  /** Index into EVENT_TYPES. */
  type: number;
  /** Index of the thing it happens to. */
  subject: number;
  /** An integer that the handlers of this type understand. */
  payload: number;
}

/** Names a pending event; of no use once it has happened. */
export type EventHandle = number;

export interface EventQueue {
  readonly size: number;
  push(row: Readonly<EventRow>): EventHandle;
  /** Time of the next event; Infinity when there is none. */
  nextAt(): number;
  /** Takes the next event out and writes it into `into`; `false` when there is none. */
  pop(into: EventRow): boolean;
  /** Takes a pending event out; `false` if it has happened or been cancelled already. */
  cancel(handle: EventHandle): boolean;
  snapshot(): QueueSnapshot;
}

/** One row per slot ever used. How they are kept in order is not in it: the order follows from the rows. */
export interface QueueSnapshot {
  /** 0 where the slot is free, as are type, subject and payload. */
  readonly at: Float64Array;
  /** Priority and sequence in one number, see `rankOf`; NaN where the slot is free. */
  readonly rank: Float64Array;
  readonly type: Uint16Array;
  readonly subject: Int32Array;
  readonly payload: Int32Array;
  /** Slots that are free again, last freed last. */
  readonly free: Int32Array;
}

// A handle is sequence * SLOTS + slot, exact in a double as long as both stay within these bounds.
const SLOTS = 2 ** 24;
export const MAX_SEQUENCE = 2 ** 29;
/** Priorities lie between minus this and this. */
export const MAX_PRIORITY = 2 ** 22;

/** Orders events of the same time; exact in a double. */
const rankOf = (priority: number, sequence: number): number => priority * MAX_SEQUENCE + sequence;

/** A stretch of time cut into buckets of equal length, each with a list of the events in it. */
interface Rung {
  readonly start: number;
  readonly end: number;
  /** ms, a power of two, so that a bucket is found without rounding. */
  readonly width: number;
  readonly perMs: number;
  /** Index of its first bucket among all buckets. */
  readonly base: number;
  readonly buckets: number;
  /** The first bucket that has not been taken out yet. */
  next: number;
}

/** A bucket with more events than this is cut into a rung of its own. */
const CROWD = 16;
/** What is due next is cut up when there is more of it than this. */
const MOST_NEAR = 32;

/** How much longer than what is there a rung is. */
const SPARE = 4;

// Places in a row of 8 integers; its first half are the numbers `at` and `rank`.
const SUBJECT = 4;
const PAYLOAD = 5;
/** The next row of its list, NONE at the end, IN_PILE outside lists. */
const NEXT = 6;
/** The row before it, NONE at the front of what is near, FIRST_OF - bucket in a bucket, its place in the pile. */
const PREVIOUS = 7;

const NONE = -1;
const FIRST_OF = -2;
const IN_PILE = -2;

export const createEventQueue = (from?: QueueSnapshot): EventQueue => new EventLadder(from);

/**
 * A ladder queue: what is due next is in a sorted list; what comes later in buckets by time, unsorted until its turn comes;
 * what is more distant still in a pile, which becomes buckets when the last of them is empty. So an event is moved a few
 * times whatever the number of those that wait, and a push mostly touches the row just taken out.
 * W. T. Tang, R. S. M. Goh, I. L.-J. Thng: Ladder queue, ACM TOMACS 15 (2005), https://doi.org/10.1145/1103323.1103324
 *
 * Slots are given out by what is put in, taken out and cancelled alone, never by how far the sorting has come: handles
 * are the same whoever looks when, and in a queue that goes on from a snapshot.
 */
class EventLadder implements EventQueue {
  // A row is 32 bytes, so that it lies in one line of memory.
  #numbers = new Float64Array(64 * 4);
  #integers = new Int32Array(this.#numbers.buffer);
  #types = new Uint16Array(64);
  #free = new Int32Array(64);
  #freeCount = 0;
  #used = 0;
  size = 0;

  /** Everything before this time is in the sorted list. */
  #nearEnd = Infinity;
  #first = NONE;
  #last = NONE;
  #near = 0;
  #nearLimit = MOST_NEAR;

  /** Widest first; each next one is a bucket of the one before. */
  readonly #rungs: Rung[] = [];
  #inner: Rung | undefined;
  /** First row of each bucket. */
  #heads = new Int32Array(1024);

  /** Slots of what comes after all rungs, in no order. */
  #pile = new Int32Array(64);
  #piled = 0;

  constructor(from?: QueueSnapshot) {
    if (!from) return;
    while (this.#types.length < from.at.length) this.#grow();
    this.#used = from.at.length;
    this.#types.set(from.type);
    this.#free.set(from.free);
    this.#freeCount = from.free.length;
    this.#nearEnd = -Infinity;
    for (let slot = 0; slot < this.#used; slot += 1) {
      const rank = from.rank[slot] as number;
      this.#numbers[slot * 4] = from.at[slot] as number;
      this.#numbers[slot * 4 + 1] = rank;
      this.#integers[slot * 8 + SUBJECT] = from.subject[slot] as number;
      this.#integers[slot * 8 + PAYLOAD] = from.payload[slot] as number;
      if (Number.isNaN(rank)) continue;
      this.size += 1;
      this.#addToPile(slot);
    }
  }

  // The handle is made apart from the rest: where nobody keeps it, no number has to be boxed.
  push(row: Readonly<EventRow>): EventHandle {
    return row.sequence * SLOTS + this.#insert(row);
  }

  #insert(row: Readonly<EventRow>): number {
    let slot: number;
    if (this.#freeCount > 0) {
      this.#freeCount -= 1;
      slot = this.#free[this.#freeCount] as number;
    } else {
      slot = this.#used;
      if (slot === this.#types.length) this.#grow();
      this.#used = slot + 1;
    }
    const { at } = row;
    const numbers = this.#numbers;
    const integers = this.#integers;
    numbers[slot * 4] = at;
    numbers[slot * 4 + 1] = rankOf(row.priority, row.sequence);
    integers[slot * 8 + SUBJECT] = row.subject;
    integers[slot * 8 + PAYLOAD] = row.payload;
    this.#types[slot] = row.type;
    this.size += 1;
    if (at < this.#nearEnd) {
      this.#addNear(slot);
      if (this.#near > this.#nearLimit) this.#cutNear();
    } else this.#addLater(slot);
    return slot;
  }

  nextAt(): number {
    return this.#first === NONE && !this.#refill() ? Infinity : (this.#numbers[this.#first * 4] as number);
  }

  pop(into: EventRow): boolean {
    if (this.#first === NONE && !this.#refill()) return false;
    const slot = this.#first;
    const integers = this.#integers;
    const numbers = this.#numbers;
    const next = integers[slot * 8 + NEXT] as number;
    this.#first = next;
    this.#near -= 1;
    if (next === NONE) this.#last = NONE;
    else integers[next * 8 + PREVIOUS] = NONE;
    into.at = numbers[slot * 4] as number;
    const rank = numbers[slot * 4 + 1] as number;
    // Nearly all priorities are 0.
    if (rank >= 0 && rank < MAX_SEQUENCE) {
      into.priority = 0;
      into.sequence = rank;
    } else {
      into.priority = Math.floor(rank / MAX_SEQUENCE);
      into.sequence = rank - into.priority * MAX_SEQUENCE;
    }
    into.type = this.#types[slot] as number;
    into.subject = integers[slot * 8 + SUBJECT] as number;
    into.payload = integers[slot * 8 + PAYLOAD] as number;
    this.#release(slot);
    return true;
  }

  cancel(handle: EventHandle): boolean {
    const sequence = Math.floor(handle / SLOTS);
    const slot = handle - sequence * SLOTS;
    const rank = slot < this.#used ? (this.#numbers[slot * 4 + 1] as number) : NaN;
    // The slot may have another event by now: a handle names its event by the sequence too.
    if (Number.isNaN(rank) || rank - Math.floor(rank / MAX_SEQUENCE) * MAX_SEQUENCE !== sequence)
      return false;
    this.#leave(slot);
    this.#release(slot);
    return true;
  }

  snapshot(): QueueSnapshot {
    const used = this.#used;
    const at = new Float64Array(used);
    const rank = new Float64Array(used);
    const type = new Uint16Array(used);
    const subject = new Int32Array(used);
    const payload = new Int32Array(used);
    for (let slot = 0; slot < used; slot += 1) {
      rank[slot] = this.#numbers[slot * 4 + 1] as number;
      if (Number.isNaN(rank[slot])) continue;
      at[slot] = this.#numbers[slot * 4] as number;
      type[slot] = this.#types[slot] as number;
      subject[slot] = this.#integers[slot * 8 + SUBJECT] as number;
      payload[slot] = this.#integers[slot * 8 + PAYLOAD] as number;
    }
    return { at, rank, type, subject, payload, free: this.#free.slice(0, this.#freeCount) };
  }

  #release(slot: number): void {
    this.#numbers[slot * 4 + 1] = NaN;
    this.#free[this.#freeCount] = slot;
    this.#freeCount += 1;
    this.size -= 1;
  }

  /** Fills the empty list of what is near with the next bucket that has anything in it; `false` when all are empty. */
  #refill(): boolean {
    for (;;) {
      const rung = this.#inner;
      if (!rung) {
        if (!this.#spreadPile()) return false;
        if (this.#first !== NONE) return true;
        continue;
      }
      const heads = this.#heads;
      const end = rung.base + rung.buckets;
      let bucket = rung.base + rung.next;
      while (bucket < end && heads[bucket] === NONE) bucket += 1;
      rung.next = bucket - rung.base + 1;
      if (bucket === end) {
        this.#endRung();
        this.#nearEnd = rung.end;
        continue;
      }
      const start = rung.start + (bucket - rung.base) * rung.width;
      const head = heads[bucket] as number;
      heads[bucket] = NONE;
      // The last bucket may reach beyond its rung, into the next bucket of the one above.
      this.#nearEnd = Math.min(start + rung.width, rung.end);
      if (!this.#sortNear(head, rung.width > 1)) {
        this.#addRung(start, this.#nearEnd, CROWD);
        this.#nearEnd = start;
        this.#eachOf(head, (slot) => this.#addLater(slot));
        continue;
      }
      return true;
    }
  }

  /** Makes the rows of a bucket the sorted list. `false` where they are too many and may be cut. */
  #sortNear(head: number, mayCut: boolean): boolean {
    const integers = this.#integers;
    const second = integers[head * 8 + NEXT] as number;
    if (second === NONE) {
      integers[head * 8 + PREVIOUS] = NONE;
      this.#first = head;
      this.#last = head;
      this.#near = 1;
      this.#nearLimit = MOST_NEAR;
      return true;
    }
    let count = 1;
    for (let slot = second; slot !== NONE; slot = integers[slot * 8 + NEXT] as number) count += 1;
    if (count > CROWD && mayCut) return false;
    if (count > CROWD) {
      const slots: number[] = [];
      this.#eachOf(head, (slot) => slots.push(slot));
      slots.sort((a, b) => (this.#isBefore(a, b) ? -1 : 1));
      for (const slot of slots) this.#addNear(slot);
    } else this.#eachOf(head, (slot) => this.#addNear(slot));
    this.#nearLimit = count > MOST_NEAR / 2 ? count * 2 : MOST_NEAR;
    return true;
  }

  #isBefore(a: number, b: number): boolean {
    const numbers = this.#numbers;
    const byTime = (numbers[a * 4] as number) - (numbers[b * 4] as number);
    return byTime < 0 || (byTime === 0 && (numbers[a * 4 + 1] as number) < (numbers[b * 4 + 1] as number));
  }

  /** Into the sorted list, from its end: what is new is mostly late. */
  #addNear(slot: number): void {
    const integers = this.#integers;
    let before = this.#last;
    if (before !== NONE && this.#isBefore(slot, before)) {
      // Buckets are filled from the front, so that of a time it is the last that comes first.
      if (this.#isBefore(slot, this.#first)) before = NONE;
      else
        do before = integers[before * 8 + PREVIOUS] as number;
        while (this.#isBefore(slot, before));
    }
    const after = before === NONE ? this.#first : (integers[before * 8 + NEXT] as number);
    integers[slot * 8 + PREVIOUS] = before;
    integers[slot * 8 + NEXT] = after;
    if (before === NONE) this.#first = slot;
    else integers[before * 8 + NEXT] = slot;
    if (after === NONE) this.#last = slot;
    else integers[after * 8 + PREVIOUS] = slot;
    this.#near += 1;
  }

  /** Into the innermost rung that reaches so far, else onto the pile. */
  #addLater(slot: number): void {
    const at = this.#numbers[slot * 4] as number;
    const rungs = this.#rungs;
    for (let index = rungs.length - 1; index >= 0; index -= 1) {
      const rung = rungs[index] as Rung;
      if (at >= rung.end) continue;
      const bucket = rung.base + (((at - rung.start) * rung.perMs) | 0);
      const integers = this.#integers;
      const head = this.#heads[bucket] as number;
      integers[slot * 8 + NEXT] = head;
      integers[slot * 8 + PREVIOUS] = FIRST_OF - bucket;
      if (head !== NONE) integers[head * 8 + PREVIOUS] = slot;
      this.#heads[bucket] = slot;
      return;
    }
    this.#addToPile(slot);
  }

  #addToPile(slot: number): void {
    if (this.#piled === this.#pile.length) this.#pile = grown(Int32Array, this.#pile, this.#piled * 2);
    this.#integers[slot * 8 + NEXT] = IN_PILE;
    this.#integers[slot * 8 + PREVIOUS] = this.#piled;
    this.#pile[this.#piled] = slot;
    this.#piled += 1;
  }

  #leave(slot: number): void {
    const integers = this.#integers;
    const next = integers[slot * 8 + NEXT] as number;
    const previous = integers[slot * 8 + PREVIOUS] as number;
    if (next === IN_PILE) {
      this.#piled -= 1;
      const last = this.#pile[this.#piled] as number;
      this.#pile[previous] = last;
      integers[last * 8 + PREVIOUS] = previous;
      return;
    }
    const isNear = (this.#numbers[slot * 4] as number) < this.#nearEnd;
    if (previous >= 0) integers[previous * 8 + NEXT] = next;
    else if (isNear) this.#first = next;
    else this.#heads[FIRST_OF - previous] = next;
    if (next !== NONE) integers[next * 8 + PREVIOUS] = previous;
    else if (isNear) this.#last = previous;
    if (isNear) this.#near -= 1;
  }

  #eachOf(head: number, visit: (slot: number) => void): void {
    for (let slot = head; slot !== NONE;) {
      const next = this.#integers[slot * 8 + NEXT] as number;
      visit(slot);
      slot = next;
    }
  }

  /** The pile becomes a rung, or the sorted list where it is small. `false` where it is empty. */
  #spreadPile(): boolean {
    const pile = this.#pile.subarray(0, this.#piled);
    this.#piled = 0;
    if (pile.length <= CROWD) {
      this.#nearEnd = Infinity;
      this.#nearLimit = MOST_NEAR;
      for (const slot of pile) this.#addNear(slot);
      return pile.length > 0;
    }
    let first = Infinity;
    let last = -Infinity;
    for (const slot of pile) {
      const at = this.#numbers[slot * 4] as number;
      if (at < first) first = at;
      if (at > last) last = at;
    }
    this.#nearEnd = first;
    // With room for what is yet to come, or most of that would have to wait on the pile for the next rung.
    this.#addRung(first, first + (last + 1 - first) * SPARE, pile.length * SPARE);
    for (const slot of pile) this.#addLater(slot);
    return true;
  }

  /** What is near has become too much to be kept sorted one by one: it becomes a rung. */
  #cutNear(): void {
    const end = this.#nearEnd;
    const head = this.#first;
    const first = this.#numbers[head * 4] as number;
    const last = this.#numbers[this.#last * 4] as number;
    if (first === last) {
      // Nothing to be cut. What comes at the same time is put in at the end, what comes later waits elsewhere.
      this.#nearLimit *= 2;
      if (end === Infinity) this.#nearEnd = last + 1;
      return;
    }
    const wanted = this.#near;
    this.#first = NONE;
    this.#last = NONE;
    this.#near = 0;
    this.#nearEnd = first;
    this.#addRung(first, end === Infinity ? last + 1 : end, wanted);
    this.#eachOf(head, (slot) => this.#addLater(slot));
  }

  /** @param wanted about how many buckets */
  #addRung(start: number, end: number, wanted: number): void {
    const above = this.#inner;
    let width = 1;
    while (width * wanted < end - start) width *= 2;
    const buckets = Math.ceil((end - start) / width);
    const base = above ? above.base + above.buckets : 0;
    if (base + buckets > this.#heads.length)
      this.#heads = grown(Int32Array, this.#heads, 2 * (base + buckets));
    this.#heads.fill(NONE, base, base + buckets);
    this.#inner = { start, end, width, perMs: 1 / width, base, buckets, next: 0 };
    this.#rungs.push(this.#inner);
  }

  #endRung(): void {
    this.#rungs.pop();
    this.#inner = this.#rungs.at(-1);
  }

  #grow(): void {
    const capacity = this.#types.length * 2;
    if (capacity > SLOTS) throw new Error(`More than ${SLOTS} events are pending at once.`);
    this.#numbers = grown(Float64Array, this.#numbers, capacity * 4);
    this.#integers = new Int32Array(this.#numbers.buffer);
    this.#types = grown(Uint16Array, this.#types, capacity);
    this.#free = grown(Int32Array, this.#free, capacity);
  }
}

function grown<A extends Float64Array | Int32Array | Uint16Array>(
  make: new (length: number) => A,
  from: A,
  length: number,
): A {
  const wider = new make(length);
  wider.set(from);
  return wider;
}
