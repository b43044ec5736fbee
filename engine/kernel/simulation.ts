/** The event loop: takes the next row, sets the clock, calls the handlers of its type, keeps what they put `out`. */
import {
  createEventQueue,
  MAX_PRIORITY,
  MAX_SEQUENCE,
  type EventHandle,
  type EventRow,
  type QueueSnapshot,
} from './event-queue';
import { codeOf, EVENT_TYPES, typeOf, type EventType } from './event-types';
import { createRandomStreams, type RandomStreams, type StreamsSnapshot } from './random-streams';
import { StateTable, type Cells, type StateSnapshot } from './state-table';
import { createTraceHash, hashEvent, makeTraceHash, type TraceHash } from './trace-hash';

/** All that a handler may do besides reading. */
export interface Out<F> {
  /**
   * An event in `delayMs` (a whole number, 0 or more) from now.
   * @param priority at equal times the lower one goes first; 0 unless said.
   */
  schedule(
    delayMs: number,
    type: EventType,
    subject: number,
    payload?: number,
    priority?: number,
  ): EventHandle;
  /** Does nothing if it has happened or been cancelled already. */
  cancel(handle: EventHandle | undefined): void;
  set<K extends keyof F>(subject: number, field: K, value: F[K]): void;
  /** What the log says of the event at hand: a code that has words, and what fills them. */
  note(code: string, detail?: unknown): void;
}

export interface Now<F> {
  /** ms; the time of the event at hand. */
  readonly now: number;
  readonly cells: Cells<F>;
  readonly random: RandomStreams;
}

export type Handler<F> = (event: Readonly<EventRow>, state: Now<F>, out: Out<F>) => void;
/** In the order they are called. */
export type Handlers<F> = { readonly [T in EventType]?: readonly Handler<F>[] };

export interface CellChange {
  readonly subject: number;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Told of every event after its handlers ran; only for what is kept for people, never fed back. */
export type Recorder = (
  event: Readonly<EventRow>,
  note: { readonly code: string; readonly detail: unknown } | undefined,
  changes: readonly CellChange[],
) => void;

export interface SimulationOptions<F> {
  readonly subjects: number;
  readonly handlers: Handlers<F>;
  /** 32-bit unsigned. */
  readonly seed: number;
  /** Names of the subjects, for random streams by number of a subject. */
  readonly things?: readonly string[];
  /** How many events may happen at most. */
  readonly maxEvents: number;
  readonly record?: Recorder;
  /** Told of every change, also without a recorder. */
  readonly changed?: (subject: number) => void;
}

export interface SimulationSnapshot {
  readonly now: number;
  readonly processed: number;
  readonly nextSequence: number;
  readonly hash: TraceHash;
  readonly queue: QueueSnapshot;
  readonly cells: StateSnapshot;
  readonly streams: StreamsSnapshot;
}

export interface Simulation<F> extends Now<F> {
  /** How many events have happened. */
  readonly processed: number;
  /** Time of the next event; Infinity when there is none. */
  nextAt(): number;
  /** Lets the next event happen; `false` when there is none or the cap is reached. */
  step(): boolean;
  /** The cap on events was reached while more were waiting. */
  readonly capped: boolean;
  readonly traceHash: string;
  /** For setting up time 0; the run itself writes through its handlers. */
  readonly out: Out<F>;
  snapshot(): SimulationSnapshot;
}

const NONE: CellChange[] = [];

/** @param from goes on exactly where the snapshot was taken. */
export function createSimulation<F extends object>(
  options: SimulationOptions<F>,
  from?: SimulationSnapshot,
): Simulation<F> {
  const queue = createEventQueue(from?.queue);
  const cells = new StateTable<F>(options.subjects, from?.cells);
  const random = createRandomStreams(options.seed, from?.streams, options.things);
  const handlers = EVENT_TYPES.map((type) => options.handlers[type] ?? []);
  const { record, changed, maxEvents } = options;
  let processed = from?.processed ?? 0;
  let nextSequence = from?.nextSequence ?? 0;
  const hash = createTraceHash(from?.hash);
  /** The event at hand, or the last one; its time is the clock. */
  const event: EventRow = { at: from?.now ?? 0, priority: 0, sequence: 0, type: 0, subject: 0, payload: 0 };
  const scheduled: EventRow = { at: 0, priority: 0, sequence: 0, type: 0, subject: 0, payload: 0 };
  let note: { code: string; detail: unknown } | undefined;
  let changes: CellChange[] = NONE;

  const out: Out<F> = {
    schedule(delayMs, type, subject, payload = 0, priority = 0) {
      if (!Number.isInteger(delayMs) || delayMs < 0)
        throw new Error(`${type}: a delay is a whole number of milliseconds from now, not ${delayMs}.`);
      if (nextSequence >= MAX_SEQUENCE) throw new Error(`More than ${MAX_SEQUENCE} events in one run.`);
      if (priority !== 0 && !(Number.isInteger(priority) && Math.abs(priority) < MAX_PRIORITY))
        throw new Error(`${type}: a priority is a whole number below ${MAX_PRIORITY}, not ${priority}.`);
      scheduled.at = event.at + delayMs;
      scheduled.priority = priority;
      scheduled.sequence = nextSequence;
      scheduled.type = codeOf(type);
      scheduled.subject = subject;
      scheduled.payload = payload;
      nextSequence += 1;
      return queue.push(scheduled);
    },
    cancel(handle) {
      if (handle !== undefined) queue.cancel(handle);
    },
    set(subject, field, value) {
      const before = record && cells.get(subject, field);
      if (!cells.set(subject, field, value)) return;
      changed?.(subject);
      if (!record) return;
      if (changes === NONE) changes = [];
      changes.push({ subject, field: field as string, before, after: value });
    },
    note(code, detail) {
      if (record) note = { code, detail };
    },
  };

  const simulation: Simulation<F> = {
    get now() {
      return event.at;
    },
    get processed() {
      return processed;
    },
    get capped() {
      return processed >= maxEvents && queue.size > 0;
    },
    get traceHash() {
      return makeTraceHash(hash);
    },
    cells,
    random,
    out,
    nextAt: () => queue.nextAt(),
    step() {
      // Sets the clock before the handlers run, so that what they schedule counts from the event's own time.
      if (processed >= maxEvents || !queue.pop(event)) return false;
      processed += 1;
      hashEvent(hash, event);
      note = undefined;
      changes = NONE;
      const concerned = handlers[event.type] as readonly Handler<F>[];
      for (let index = 0; index < concerned.length; index += 1)
        (concerned[index] as Handler<F>)(event, simulation, out);
      record?.(event, note, changes);
      return true;
    },
    snapshot: () => ({
      now: event.at,
      processed,
      nextSequence,
      hash: createTraceHash(hash),
      queue: queue.snapshot(),
      cells: cells.snapshot(),
      streams: random.snapshot(),
    }),
  };
  return simulation;
}

/** A type by its code, for logs. */
export const eventTypeOf = (event: Readonly<EventRow>): EventType => typeOf(event.type);
