import { describe, expect, it } from 'vitest';
import { createSimulation, type Handlers, type SimulationSnapshot } from './simulation';

interface Counter {
  count?: number;
  seenAt?: readonly number[];
  drawn?: number;
}

/** Ticks every second on one subject, drawing a number each time. */
const ticking: Handlers<Counter> = {
  start: [
    (event, { now, cells, random }, out) => {
      out.set(event.subject, 'count', (cells.get(event.subject, 'count') ?? 0) + 1);
      out.set(event.subject, 'seenAt', [...(cells.get(event.subject, 'seenAt') ?? []), now]);
      out.set(event.subject, 'drawn', random.integer('tick', `thing-${event.subject}`, 0, 1_000_000));
      out.schedule(1000 + event.subject, 'start', event.subject, event.payload + 1);
    },
  ],
};

function create(maxEvents = 1000, from?: SimulationSnapshot) {
  const simulation = createSimulation<Counter>({ subjects: 3, handlers: ticking, seed: 42, maxEvents }, from);
  if (!from) for (const subject of [0, 1, 2]) simulation.out.schedule(0, 'start', subject);
  return simulation;
}

describe('the simulation', () => {
  it('sets the clock to the time of the event before its handler runs', () => {
    const simulation = create();
    for (let step = 0; step < 9; step += 1) simulation.step();
    expect(simulation.cells.get(2, 'seenAt')).toEqual([0, 1002, 2004]);
    expect(simulation.now).toBe(2004);
  });

  it('keeps time past 2^31 ms, the 25th day', () => {
    const simulation = createSimulation<Counter>({
      subjects: 1,
      handlers: { stop: [(event, { now }, out) => out.set(event.subject, 'count', now)] },
      seed: 1,
      maxEvents: 10,
    });
    simulation.out.schedule(2 ** 31, 'stop', 0);
    simulation.out.schedule(2 ** 31 + 1, 'stop', 0);
    simulation.step();
    expect(simulation.cells.get(0, 'count')).toBe(2_147_483_648);
    simulation.step();
    expect(simulation.cells.get(0, 'count')).toBe(2_147_483_649);
  });

  it('lets events at equal times happen by priority, then as they were scheduled', () => {
    const order: number[] = [];
    const simulation = createSimulation<Counter>({
      subjects: 4,
      handlers: { stop: [(event) => void order.push(event.subject)] },
      seed: 1,
      maxEvents: 10,
    });
    simulation.out.schedule(5, 'stop', 0);
    simulation.out.schedule(5, 'stop', 1);
    simulation.out.schedule(5, 'stop', 2, 0, -1);
    simulation.out.schedule(4, 'stop', 3, 0, 9);
    while (simulation.step());
    expect(order).toEqual([3, 2, 0, 1]);
  });

  it('stops at the cap and says so', () => {
    const simulation = create(10);
    while (simulation.step());
    expect([simulation.processed, simulation.capped]).toEqual([10, true]);
  });

  it('is not capped when the last event was the last there was', () => {
    const simulation = createSimulation<Counter>({ subjects: 1, handlers: {}, seed: 1, maxEvents: 1 });
    simulation.out.schedule(0, 'stop', 0);
    while (simulation.step());
    expect(simulation.capped).toBe(false);
  });

  it('goes on from a snapshot as if it had never been interrupted', () => {
    const whole = create();
    const half = create();
    for (let step = 0; step < 50; step += 1) half.step();
    const resumed = create(1000, half.snapshot());
    // What goes on must not reach back into the snapshot.
    for (let step = 0; step < 7; step += 1) half.step();
    for (let step = 0; step < 50; step += 1) resumed.step();
    for (let step = 0; step < 100; step += 1) whole.step();
    expect(resumed.snapshot()).toEqual(whole.snapshot());
    expect(resumed.traceHash).toBe(whole.traceHash);
  });

  it('refuses delays that are not whole milliseconds from now', () => {
    const { out } = create();
    expect(() => out.schedule(-1, 'stop', 0)).toThrow('not -1');
    expect(() => out.schedule(0.5, 'stop', 0)).toThrow('not 0.5');
  });

  it('tells the recorder what changed and what was noted, and nothing that stayed the same', () => {
    const told: unknown[] = [];
    const simulation = createSimulation<Counter>({
      subjects: 1,
      handlers: {
        stop: [
          (event, _state, out) => {
            out.set(event.subject, 'count', 1);
            out.set(event.subject, 'seenAt', [1]);
            out.note('counted', event.payload);
          },
        ],
      },
      seed: 1,
      maxEvents: 10,
      record: (event, note, changes) => told.push([event.at, note, changes]),
    });
    simulation.out.schedule(1, 'stop', 0, 7);
    simulation.out.schedule(2, 'stop', 0, 8);
    while (simulation.step());
    expect(told).toEqual([
      [
        1,
        { code: 'counted', detail: 7 },
        [
          { subject: 0, field: 'count', before: undefined, after: 1 },
          { subject: 0, field: 'seenAt', before: undefined, after: [1] },
        ],
      ],
      [2, { code: 'counted', detail: 8 }, []],
    ]);
  });

  it('has another trace hash when anything in the order of events is different', () => {
    const hashes = new Set(
      [
        [1, 0, 0],
        [2, 0, 0],
        [2 ** 32 + 1, 0, 0],
        [1, 1, 0],
        [1, 0, 1],
      ].map(([delayMs = 0, subject = 0, payload = 0]) => {
        const simulation = createSimulation<Counter>({ subjects: 2, handlers: {}, seed: 1, maxEvents: 9 });
        simulation.out.schedule(delayMs, 'stop', subject, payload);
        while (simulation.step());
        return simulation.traceHash;
      }),
    );
    expect(hashes.size).toBe(5);
  });
});
