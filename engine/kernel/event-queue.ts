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

/** One row per slot ever used. The order of the heap is not in it: it follows from the rows. */
export interface QueueSnapshot {
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

/**
 * A heap with four children to a node, its keys in arrays of their own so that a comparison touches one line of
 * memory. Three things make it fast. The place of the event taken out is kept open: the next one put in, mostly by
 * its own handler, starts there and sinks, instead of one moving down and another up. A cancelled event stays where it
 * is and is passed over when its turn comes; its slot is free at once, so slots do not depend on when anybody looks.
 * And the heap is no part of a snapshot.
 */
export function createEventQueue(from?: QueueSnapshot): EventQueue {
  let used = from ? from.at.length : 0;
  let capacity = 64;
  while (capacity < used) capacity *= 2;
  let rank = grown(Float64Array, from?.rank, capacity);
  let type = grown(Uint16Array, from?.type, capacity);
  let subject = grown(Int32Array, from?.subject, capacity);
  let payload = grown(Int32Array, from?.payload, capacity);
  let free = grown(Int32Array, from?.free, capacity);
  let freeCount = from ? from.free.length : 0;

  let room = capacity;
  let heapAt = new Float64Array(room);
  let heapRank = new Float64Array(room);
  let heapSlot = new Int32Array(room);
  /** Entries of the heap, those of cancelled events and the open place included. */
  let filled = 0;
  /** The first place is open: its event has been taken out. */
  let open = false;
  let cancelled = 0;

  if (from) {
    for (let slot = 0; slot < used; slot += 1) {
      if (Number.isNaN(rank[slot])) continue;
      heapAt[filled] = from.at[slot] as number;
      heapRank[filled] = rank[slot] as number;
      heapSlot[filled] = slot;
      filled += 1;
    }
    heapify();
  }

  function growSlots(): void {
    if (capacity * 2 > SLOTS) throw new Error(`More than ${SLOTS} events are pending at once.`);
    capacity *= 2;
    rank = grown(Float64Array, rank, capacity);
    type = grown(Uint16Array, type, capacity);
    subject = grown(Int32Array, subject, capacity);
    payload = grown(Int32Array, payload, capacity);
    free = grown(Int32Array, free, capacity);
  }

  function growHeap(): void {
    room *= 2;
    heapAt = grown(Float64Array, heapAt, room);
    heapRank = grown(Float64Array, heapRank, room);
    heapSlot = grown(Int32Array, heapSlot, room);
  }

  /** Puts an entry in at a place that is open, and lets it sink to where it belongs. */
  function sink(place: number, at: number, order: number, slot: number): void {
    const times = heapAt;
    const ranks = heapRank;
    const slots = heapSlot;
    const end = filled;
    let index = place;
    for (;;) {
      const first = index * 4 + 1;
      if (first >= end) break;
      const last = first + 4 < end ? first + 4 : end;
      let least = first;
      let leastAt = times[first] as number;
      for (let child = first + 1; child < last; child += 1) {
        const childAt = times[child] as number;
        if (
          childAt < leastAt ||
          (childAt === leastAt && (ranks[child] as number) < (ranks[least] as number))
        ) {
          least = child;
          leastAt = childAt;
        }
      }
      if (at < leastAt || (at === leastAt && order < (ranks[least] as number))) break;
      times[index] = leastAt;
      ranks[index] = ranks[least] as number;
      slots[index] = slots[least] as number;
      index = least;
    }
    times[index] = at;
    ranks[index] = order;
    slots[index] = slot;
  }

  function rise(at: number, order: number, slot: number): void {
    if (filled === room) growHeap();
    const times = heapAt;
    const ranks = heapRank;
    const slots = heapSlot;
    let index = filled;
    filled += 1;
    while (index > 0) {
      const parent = (index - 1) >> 2;
      const parentAt = times[parent] as number;
      if (parentAt < at || (parentAt === at && (ranks[parent] as number) < order)) break;
      times[index] = parentAt;
      ranks[index] = ranks[parent] as number;
      slots[index] = slots[parent] as number;
      index = parent;
    }
    times[index] = at;
    ranks[index] = order;
    slots[index] = slot;
  }

  /** Closes the open place with the last entry. */
  function close(): void {
    open = false;
    filled -= 1;
    if (filled > 0) sink(0, heapAt[filled] as number, heapRank[filled] as number, heapSlot[filled] as number);
  }

  /** Brings an event that is to happen to the first place. */
  function settle(): void {
    if (open) close();
    while (cancelled > 0 && filled > 0 && rank[heapSlot[0] as number] !== heapRank[0]) {
      cancelled -= 1;
      close();
    }
  }

  function heapify(): void {
    for (let index = (filled - 2) >> 2; index >= 0; index -= 1)
      sink(index, heapAt[index] as number, heapRank[index] as number, heapSlot[index] as number);
  }

  /** Cancelled events that would be the greater part of the heap are thrown out. */
  function sweep(): void {
    if (open) close();
    let kept = 0;
    for (let index = 0; index < filled; index += 1) {
      const slot = heapSlot[index] as number;
      if (rank[slot] !== heapRank[index]) continue;
      heapAt[kept] = heapAt[index] as number;
      heapRank[kept] = heapRank[index] as number;
      heapSlot[kept] = slot;
      kept += 1;
    }
    filled = kept;
    cancelled = 0;
    heapify();
  }

  function release(slot: number): void {
    rank[slot] = NaN;
    free[freeCount] = slot;
    freeCount += 1;
  }

  return {
    get size() {
      return filled - cancelled - (open ? 1 : 0);
    },
    push(row) {
      let slot: number;
      if (freeCount > 0) {
        freeCount -= 1;
        slot = free[freeCount] as number;
      } else {
        if (used === capacity) growSlots();
        slot = used;
        used += 1;
      }
      const order = rankOf(row.priority, row.sequence);
      rank[slot] = order;
      type[slot] = row.type;
      subject[slot] = row.subject;
      payload[slot] = row.payload;
      if (open) {
        open = false;
        sink(0, row.at, order, slot);
      } else rise(row.at, order, slot);
      return row.sequence * SLOTS + slot;
    },
    nextAt() {
      settle();
      return filled === 0 ? Infinity : (heapAt[0] as number);
    },
    pop(into) {
      settle();
      if (filled === 0) return false;
      const slot = heapSlot[0] as number;
      const order = rank[slot] as number;
      into.at = heapAt[0] as number;
      // Nearly all priorities are 0.
      if (order >= 0 && order < MAX_SEQUENCE) {
        into.priority = 0;
        into.sequence = order;
      } else {
        into.priority = Math.floor(order / MAX_SEQUENCE);
        into.sequence = order - into.priority * MAX_SEQUENCE;
      }
      into.type = type[slot] as number;
      into.subject = subject[slot] as number;
      into.payload = payload[slot] as number;
      release(slot);
      open = true;
      return true;
    },
    cancel(handle) {
      const sequence = Math.floor(handle / SLOTS);
      const slot = handle - sequence * SLOTS;
      const order = slot < used ? (rank[slot] as number) : NaN;
      // The slot may have another event by now: a handle names its event by the sequence too.
      if (Number.isNaN(order) || order - Math.floor(order / MAX_SEQUENCE) * MAX_SEQUENCE !== sequence)
        return false;
      release(slot);
      cancelled += 1;
      if (cancelled > 64 && cancelled * 2 > filled) sweep();
      return true;
    },
    snapshot() {
      const at = new Float64Array(used);
      for (let index = open ? 1 : 0; index < filled; index += 1) {
        const slot = heapSlot[index] as number;
        if (rank[slot] === heapRank[index]) at[slot] = heapAt[index] as number;
      }
      return {
        at,
        rank: rank.slice(0, used),
        type: type.slice(0, used),
        subject: subject.slice(0, used),
        payload: payload.slice(0, used),
        free: free.slice(0, freeCount),
      };
    },
  };
}

function grown<A extends Float64Array | Int32Array | Uint16Array>(
  make: new (length: number) => A,
  from: A | undefined,
  capacity: number,
): A {
  const wider = new make(capacity);
  if (from) wider.set(from);
  return wider;
}
