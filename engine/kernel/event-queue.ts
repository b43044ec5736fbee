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

export interface QueueSnapshot {
  readonly at: Float64Array;
  readonly priority: Int32Array;
  readonly sequence: Uint32Array;
  readonly type: Uint16Array;
  readonly subject: Int32Array;
  readonly payload: Int32Array;
  /** Slots in heap order. */
  readonly heap: Int32Array;
  /** Slots that are free again, last freed last. */
  readonly free: Int32Array;
}

// A handle is sequence * SLOTS + slot, exact in a double as long as both stay within these bounds.
const SLOTS = 2 ** 24;
export const MAX_SEQUENCE = 2 ** 29;

/** A binary heap of slots. Capacity doubles before a write that needs it. */
export function createEventQueue(from?: QueueSnapshot): EventQueue {
  const filled = from ? from.at.length : 0;
  let capacity = Math.max(64, filled);
  let at = grown(Float64Array, from?.at, capacity);
  let priority = grown(Int32Array, from?.priority, capacity);
  let sequence = grown(Uint32Array, from?.sequence, capacity);
  let type = grown(Uint16Array, from?.type, capacity);
  let subject = grown(Int32Array, from?.subject, capacity);
  let payload = grown(Int32Array, from?.payload, capacity);
  let heap = grown(Int32Array, from?.heap, capacity);
  let free = grown(Int32Array, from?.free, capacity);
  /** Where in the heap a slot stands; -1 when it is free. */
  let position = new Int32Array(capacity).fill(-1);
  let size = from ? from.heap.length : 0;
  let freeCount = from ? from.free.length : 0;
  /** Slots ever used. */
  let used = filled;
  for (let index = 0; index < size; index += 1) position[heap[index] as number] = index;

  function grow(): void {
    capacity *= 2;
    if (capacity > SLOTS) throw new Error(`More than ${SLOTS} events are pending at once.`);
    at = grown(Float64Array, at, capacity);
    priority = grown(Int32Array, priority, capacity);
    sequence = grown(Uint32Array, sequence, capacity);
    type = grown(Uint16Array, type, capacity);
    subject = grown(Int32Array, subject, capacity);
    payload = grown(Int32Array, payload, capacity);
    heap = grown(Int32Array, heap, capacity);
    free = grown(Int32Array, free, capacity);
    const wider = new Int32Array(capacity).fill(-1);
    wider.set(position);
    position = wider;
  }

  function before(a: number, b: number): boolean {
    const byTime = (at[a] as number) - (at[b] as number);
    if (byTime !== 0) return byTime < 0;
    const byPriority = (priority[a] as number) - (priority[b] as number);
    return byPriority !== 0 ? byPriority < 0 : (sequence[a] as number) < (sequence[b] as number);
  }

  function put(slot: number, index: number): void {
    heap[index] = slot;
    position[slot] = index;
  }

  function siftUp(slot: number, from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as number;
      if (!before(slot, above)) break;
      put(above, index);
      index = parent;
    }
    put(slot, index);
  }

  function siftDown(slot: number, from: number): void {
    let index = from;
    for (;;) {
      let child = index * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && before(heap[child + 1] as number, heap[child] as number)) child += 1;
      const below = heap[child] as number;
      if (!before(below, slot)) break;
      put(below, index);
      index = child;
    }
    put(slot, index);
  }

  function take(index: number): void {
    const slot = heap[index] as number;
    size -= 1;
    const last = heap[size] as number;
    if (index < size) {
      if (index > 0 && before(last, heap[(index - 1) >> 1] as number)) siftUp(last, index);
      else siftDown(last, index);
    }
    position[slot] = -1;
    free[freeCount] = slot;
    freeCount += 1;
  }

  return {
    get size() {
      return size;
    },
    push(row) {
      if (freeCount === 0 && used === capacity) grow();
      let slot: number;
      if (freeCount > 0) {
        freeCount -= 1;
        slot = free[freeCount] as number;
      } else {
        slot = used;
        used += 1;
      }
      at[slot] = row.at;
      priority[slot] = row.priority;
      sequence[slot] = row.sequence;
      type[slot] = row.type;
      subject[slot] = row.subject;
      payload[slot] = row.payload;
      size += 1;
      siftUp(slot, size - 1);
      return row.sequence * SLOTS + slot;
    },
    nextAt: () => (size === 0 ? Infinity : (at[heap[0] as number] as number)),
    pop(into) {
      if (size === 0) return false;
      const slot = heap[0] as number;
      into.at = at[slot] as number;
      into.priority = priority[slot] as number;
      into.sequence = sequence[slot] as number;
      into.type = type[slot] as number;
      into.subject = subject[slot] as number;
      into.payload = payload[slot] as number;
      take(0);
      return true;
    },
    cancel(handle) {
      const slot = handle % SLOTS;
      if (slot >= used || position[slot] === -1) return false;
      if (sequence[slot] !== Math.floor(handle / SLOTS)) return false;
      take(position[slot] as number);
      return true;
    },
    snapshot: () => ({
      at: at.slice(0, used),
      priority: priority.slice(0, used),
      sequence: sequence.slice(0, used),
      type: type.slice(0, used),
      subject: subject.slice(0, used),
      payload: payload.slice(0, used),
      heap: heap.slice(0, size),
      free: free.slice(0, freeCount),
    }),
  };
}

function grown<A extends Float64Array | Int32Array | Uint32Array | Uint16Array>(
  make: new (length: number) => A,
  from: A | undefined,
  capacity: number,
): A {
  const wider = new make(capacity);
  if (from) wider.set(from);
  return wider;
}
