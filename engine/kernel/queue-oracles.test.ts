/** Queues whose answers are known in closed form, played with the kernel. Random results are accepted within 4.5 standard errors. */
import { describe, expect, it } from 'vitest';
import { createSimulation, type Handlers } from './simulation';

/** Nothing is carried in cells here: each queue counts for itself. */
type NoFields = Record<string, never>;

const MEAN_MS = 1000;
const BATCHES = 50;

/** 1 - P(gap > k ms) of geometric gaps, which are exponential ones in whole milliseconds, in parts of 2^31. */
function gapTable(meanMs: number): Float64Array {
  const table = new Float64Array(meanMs * 25);
  let beyond = 1;
  for (let ms = 0; ms < table.length; ms += 1) {
    beyond *= 1 - 1 / meanMs;
    table[ms] = (1 - beyond) * 2 ** 31;
  }
  return table;
}

/** The first ms whose share is above the draw. */
function gapOf(table: Float64Array, draw: number): number {
  let [low, high] = [0, table.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table[middle] ?? 0) > draw) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}

interface Outcome {
  /** Of each customer in the order they came: 1 where it was turned away. */
  readonly refused: readonly number[];
  /** Of each customer that was served, ms. */
  readonly waits: readonly number[];
  readonly sojournMs: number;
  /** Customers present, integrated over time. */
  readonly presentMs: number;
  readonly mostBusy: number;
}

interface Shape {
  readonly customers: number;
  readonly servers: number;
  /** Of one server, the time between arrivals being `MEAN_MS` on average. */
  readonly serviceMs: (draw: number) => number;
  readonly room: 'wait' | 'turn-away';
  readonly seed: number;
}

function play({ customers, servers, serviceMs, room, seed }: Shape): Outcome {
  const gaps = gapTable(MEAN_MS);
  const arrivedAt: number[] = [];
  const waiting: number[] = [];
  const refused: number[] = [];
  const waits: number[] = [];
  let [busy, mostBusy, sojournMs, presentMs, lastAt, next] = [0, 0, 0, 0, 0, 0];
  const present = (): number => busy + waiting.length - next;
  const pass = (now: number): void => {
    presentMs += present() * (now - lastAt);
    lastAt = now;
  };
  const handlers: Handlers<NoFields> = {
    start: [
      ({ payload }, { now, random }, out) => {
        pass(now);
        arrivedAt[payload] = now;
        if (payload + 1 < customers)
          out.schedule(gapOf(gaps, random.integer('gap', 'x', 0, 2 ** 31 - 1)), 'start', 0, payload + 1);
        refused[payload] = room === 'turn-away' && busy === servers ? 1 : 0;
        if (refused[payload] === 1) return;
        if (busy === servers) return void waiting.push(payload);
        busy += 1;
        mostBusy = Math.max(mostBusy, busy);
        waits.push(0);
        out.schedule(serviceMs(random.integer('service', 'x', 0, 2 ** 31 - 1)), 'stop', 0, payload);
      },
    ],
    stop: [
      ({ payload }, { now, random }, out) => {
        pass(now);
        sojournMs += now - (arrivedAt[payload] ?? 0);
        const follower = waiting[next];
        if (follower === undefined) return void (busy -= 1);
        next += 1;
        waits.push(now - (arrivedAt[follower] ?? 0));
        out.schedule(serviceMs(random.integer('service', 'x', 0, 2 ** 31 - 1)), 'stop', 0, follower);
      },
    ],
  };
  const simulation = createSimulation<NoFields>({ subjects: 1, handlers, seed, maxEvents: 10_000_000 });
  simulation.out.schedule(0, 'start', 0, 0);
  while (simulation.step());
  return { refused, waits, sojournMs, presentMs, mostBusy };
}

/** Mean and its standard error from the means of long stretches, since neighbours are not independent. */
function estimate(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const size = Math.floor(values.length / BATCHES);
  const means = Array.from(
    { length: BATCHES },
    (_, batch) =>
      values.slice(batch * size, (batch + 1) * size).reduce((sum, value) => sum + value, 0) / size,
  );
  const mean = means.reduce((sum, value) => sum + value, 0) / BATCHES;
  const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (BATCHES - 1);
  return { mean, error: Math.sqrt(variance / BATCHES) };
}

function expectWithin(values: readonly number[], expected: number): void {
  const { mean, error } = estimate(values);
  expect(Math.abs(mean - expected)).toBeLessThan(4.5 * error);
  // So narrow that a wrong law would be found out.
  expect(error).toBeLessThan(expected * 0.04);
}

const exponential = (meanMs: number): Shape['serviceMs'] => {
  const table = gapTable(meanMs);
  return (draw) => gapOf(table, draw);
};

describe('queues played with the kernel', () => {
  it('turn away as many as Erlang B says, whatever the law of the service: B(9, 10) = 0.167963', () => {
    const shape = { customers: 200_000, servers: 10, room: 'turn-away', seed: 1 } as const;
    for (const serviceMs of [exponential(9 * MEAN_MS), () => 9 * MEAN_MS])
      expectWithin(play({ ...shape, serviceMs }).refused, 0.167963);
  });

  it('let wait as long as M/M/1 and M/D/1 say at a load of 0.8: 4 and 2 service times', () => {
    const shape = { customers: 400_000, servers: 1, room: 'wait', seed: 2 } as const;
    expectWithin(play({ ...shape, serviceMs: exponential(800) }).waits, 4 * 800);
    expectWithin(play({ ...shape, serviceMs: () => 800 }).waits, 2 * 800);
  });

  it("obey Little's law to the millisecond from empty to empty, and never serve more than they have servers", () => {
    for (const [servers, room] of [
      [1, 'wait'],
      [3, 'wait'],
      [2, 'turn-away'],
    ] as const) {
      const { sojournMs, presentMs, mostBusy } = play({
        customers: 20_000,
        servers,
        room,
        seed: 3,
        serviceMs: exponential(servers * 800),
      });
      expect(presentMs).toBe(sojournMs);
      expect(mostBusy).toBe(servers);
    }
  });
});
