import { describe, expect, it } from 'vitest';
import { machine, place, timeline } from '../testing/timeline';
import { compareFutures } from './future-difference';
import { createRun } from './run';

const MINUTE = 60_000;
type Steps = Parameters<typeof timeline>[1];

function played(steps: Steps) {
  const run = createRun(timeline([...place(), ...machine(1)], steps));
  while (run.advance(1000) === 'more');
  return run;
}

describe('two futures of one document', () => {
  it('are the same where the scripts are', () => {
    const steps: Steps = [[10 * MINUTE, 'stop', 'i-1']];
    expect(compareFutures(played(steps), played(steps))).toEqual({
      firstAt: null,
      here: [],
      other: [],
      end: [],
      endCount: 0,
    });
  });

  it('part where one does something, and end in other states', () => {
    const answer = compareFutures(played([[10 * MINUTE, 'stop', 'i-1']]), played([]));
    expect(answer.firstAt).toBe(10 * MINUTE);
    expect(answer.here.map(({ subject }) => subject)).toContain('i-1');
    expect(answer.other).toEqual([]);
    expect(answer.end).toContainEqual({ subject: 'i-1', field: 'state', here: 'stopped', other: 'running' });
    expect(answer.endCount).toBe(answer.end.length);
  });
});
