import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateTable, type StateSnapshot } from './state-table';

type Fields = Record<string, unknown>;

describe('the state table', () => {
  it('holds what was written last, and a snapshot what was true when it was taken', () => {
    const write = fc.tuple(
      fc.nat({ max: 99 }),
      fc.nat({ max: 60 }),
      fc.constantFrom<unknown>(1, 'a', null, undefined, [1, 2]),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(write, fc.constantFrom('snapshot', 'resume')), { maxLength: 200 }),
        (steps) => {
          let table = new StateTable<Fields>(100);
          let cells = new Map<string, unknown>();
          const kept: (readonly [StateSnapshot, Map<string, unknown>])[] = [];
          const expectSame = (of: StateTable<Fields>, expected: ReadonlyMap<string, unknown>): void => {
            for (const [key, value] of expected) {
              const [subject = '', field = ''] = key.split(' ');
              expect([key, of.get(Number(subject), field)]).toEqual([key, value]);
            }
          };
          for (const step of steps) {
            if (step === 'snapshot') kept.push([table.snapshot(), new Map(cells)]);
            else if (step === 'resume') {
              const last = kept.at(-1);
              if (!last) continue;
              table = new StateTable<Fields>(100, last[0]);
              cells = new Map(last[1]);
            } else {
              const [subject, field, value] = step;
              const before = cells.get(`${subject} f${field}`);
              const differs =
                JSON.stringify([before]) !== JSON.stringify([value]) ||
                (before !== undefined) !== (value !== undefined);
              expect(table.set(subject, `f${field}`, value)).toBe(differs);
              cells.set(`${subject} f${field}`, value);
            }
          }
          expectSame(table, cells);
          for (const [snapshot, expected] of kept)
            expectSame(new StateTable<Fields>(100, snapshot), expected);
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });

  it('refuses a subject that it has no row for', () => {
    expect(() => new StateTable<Fields>(3).set(3, 'state', 1)).toThrow('no subject 3');
    expect(() => new StateTable<Fields>(3).set(-1, 'state', 1)).toThrow('no subject -1');
    expect(new StateTable<Fields>(3).get(-1, 'state')).toBeUndefined();
  });
});
