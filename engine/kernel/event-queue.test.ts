import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventQueue, type EventRow } from './event-queue';

const row = (at: number, priority: number, sequence: number): EventRow => ({
  at,
  priority,
  sequence,
  type: sequence % 7,
  subject: sequence % 5,
  payload: 1 - sequence,
});

const emptyRow = (): EventRow => row(0, 0, 0);

function drain(queue: ReturnType<typeof createEventQueue>): EventRow[] {
  const all: EventRow[] = [];
  for (let into = emptyRow(); queue.pop(into); into = emptyRow()) all.push(into);
  return all;
}

const inOrder = (rows: readonly EventRow[]): EventRow[] =>
  rows.toSorted((a, b) => a.at - b.at || a.priority - b.priority || a.sequence - b.sequence);

/** Few times and priorities, so that most of them are equal. */
const crowded = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 4 }), priority: fc.integer({ min: -1, max: 1 }) }),
  { maxLength: 400 },
);

describe('the event queue', () => {
  it('gives out rows whole, by time, then priority, then the order they came in', () => {
    fc.assert(
      fc.property(crowded, (wishes) => {
        const rows = wishes.map(({ at, priority }, sequence) => row(at, priority, sequence));
        const queue = createEventQueue();
        for (const one of rows) queue.push(one);
        expect(drain(queue)).toEqual(inOrder(rows));
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('keeps the order when pushes, pops and cancellations are mixed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 999 }), { maxLength: 400 }), (commands) => {
        const queue = createEventQueue();
        let expected: EventRow[] = [];
        const handles = new Map<number, number>();
        commands.forEach((command, sequence) => {
          const choice = command % 4;
          if (choice === 3) {
            const into = emptyRow();
            const first = inOrder(expected)[0];
            expect(queue.pop(into)).toBe(first !== undefined);
            if (first) expect(into).toEqual(first);
            expected = expected.filter((one) => one !== first);
          } else if (choice === 2) {
            const victim = expected[command % (expected.length || 1)];
            const handle = victim && handles.get(victim.sequence);
            if (!victim || handle === undefined) return;
            expect(queue.cancel(handle)).toBe(true);
            expect(queue.cancel(handle)).toBe(false);
            expected = expected.filter((one) => one !== victim);
          } else {
            const one = row(command % 9, 0, sequence);
            handles.set(sequence, queue.push(one));
            expected.push(one);
          }
        });
        expect(queue.size).toBe(expected.length);
        expect(drain(queue)).toEqual(inOrder(expected));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('keeps the order through bursts, crowds and distant times, and whoever looks in between', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat({ max: 5 }),
            fc.constantFrom(0, 1, 40, 3000, 90_000, 86_400_000, 2 ** 33),
            fc.nat(),
          ),
          { minLength: 20, maxLength: 120 },
        ),
        fc.boolean(),
        (commands, looks) => {
          let queue = createEventQueue();
          let expected: EventRow[] = [];
          const handles = new Map<number, number>();
          let now = 0;
          let sequence = 0;
          for (const [choice, spread, salt] of commands) {
            // A hundred at once, at one time or scattered.
            for (let n = 0; choice < 3 && n < 100; n += 1) {
              const delay = spread === 0 ? 0 : (Math.imul(salt + n, 0x9e3779b1) >>> 0) % spread;
              const one = row(now + delay, (n % 9) - 4 === 4 ? -1 : 0, sequence);
              handles.set(sequence, queue.push(one));
              expected.push(one);
              sequence += 1;
            }
            if (choice === 3)
              for (const one of expected.filter((_, index) => index % 3 === salt % 3)) {
                expect(queue.cancel(handles.get(one.sequence) ?? -1)).toBe(true);
                expected = expected.filter((other) => other !== one);
              }
            if (choice === 4) queue = createEventQueue(queue.snapshot());
            expected = inOrder(expected);
            for (let n = 0; n < 70; n += 1) {
              if (looks) expect(queue.nextAt()).toBe(expected[0]?.at ?? Infinity);
              const into = emptyRow();
              if (!queue.pop(into)) break;
              expect(into).toEqual(expected.shift());
              now = into.at;
            }
            expect(queue.size).toBe(expected.length);
          }
          expect(drain(queue)).toEqual(expected);
        },
      ),
      { seed: 8, numRuns: 60 },
    );
  });

  it('does not cancel the event that has moved into the slot of an old one', () => {
    const queue = createEventQueue();
    const old = queue.push(row(1, 0, 0));
    queue.pop(emptyRow());
    queue.push(row(2, 0, 1));
    expect(queue.cancel(old)).toBe(false);
    expect(queue.size).toBe(1);
  });

  it('holds times past 2^31 and 2^32 ms to the millisecond', () => {
    const queue = createEventQueue();
    const times = [2 ** 40 + 1, 2 ** 32 + 1, 2 ** 31, 2 ** 31 - 1, 2 ** 32];
    times.forEach((at, sequence) => queue.push(row(at, 0, sequence)));
    expect(drain(queue).map(({ at }) => at)).toEqual(times.toSorted((a, b) => a - b));
  });

  it('grows before it writes: ten thousand pending events come out unharmed', () => {
    const queue = createEventQueue();
    const rows = Array.from({ length: 10_000 }, (_, n) => row((n * 7919) % 1000, n % 3, n));
    for (const one of rows) queue.push(one);
    expect(drain(queue)).toEqual(inOrder(rows));
  });

  it('goes on from a snapshot with the same rows, and the same handles', () => {
    const queue = createEventQueue();
    const handles = Array.from({ length: 100 }, (_, n) => queue.push(row((n * 31) % 17, 0, n)));
    for (let n = 0; n < 30; n += 1) queue.pop(emptyRow());
    const copy = createEventQueue(queue.snapshot());
    const live = handles.filter((handle) => queue.cancel(handle)).slice(0, 10);
    for (const handle of live) expect(copy.cancel(handle)).toBe(true);
    expect(copy.size).toBe(60);
    copy.push(row(0, 0, 1000));
    const into = emptyRow();
    copy.pop(into);
    expect(into.sequence).toBe(1000);
  });

  it('says that it is empty', () => {
    const queue = createEventQueue();
    expect([queue.size, queue.nextAt(), queue.pop(emptyRow())]).toEqual([0, Infinity, false]);
  });
});
