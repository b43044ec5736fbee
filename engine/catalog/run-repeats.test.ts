import { describe, expect, it } from 'vitest';
import { createRun } from './run';
import { eventsOf, HOUR, machine, place, play, timeline } from '../testing/timeline';

const DAY = 24 * HOUR;
const document = timeline(
  [...place(), ...machine(1), ...machine(2)],
  [
    [HOUR, 'stop', 'i-1', { every: DAY, times: 3 }],
    [5 * HOUR, 'start', 'i-1', { every: DAY, times: 3 }],
    [6 * HOUR, 'reboot', 'i-2'],
  ],
);
const timesOf = (type: string): readonly number[] =>
  eventsOf(play(document), 'i-1')
    .filter((event) => event.type === type)
    .map(({ at }) => at);

describe('an action that is repeated', () => {
  it('happens as often as it says, so long after one another, whatever comes in between', () => {
    expect(timesOf('stop')).toEqual([HOUR, DAY + HOUR, 2 * DAY + HOUR]);
    expect(timesOf('start')).toEqual([5 * HOUR, DAY + 5 * HOUR, 2 * DAY + 5 * HOUR]);
    expect(timesOf('instance-stopped')).toHaveLength(3);
    expect(eventsOf(play(document), 'i-2').some(({ type }) => type === 'reboot')).toBe(true);
  });

  it('gives the same run as the same actions one by one', () => {
    const single = timeline(
      [...place(), ...machine(1), ...machine(2)],
      [
        [6 * HOUR, 'reboot', 'i-2'],
        ...[0, 1, 2].flatMap((day) => [
          [day * DAY + HOUR, 'stop', 'i-1'] as const,
          [day * DAY + 5 * HOUR, 'start', 'i-1'] as const,
        ]),
      ],
    );
    expect(play(single).outline().events).toEqual(play(document).outline().events);
  });

  it('makes the run as long as its last time needs', () => {
    expect(createRun(document).outline().until).toBe(2 * DAY + 6 * HOUR);
  });
});
