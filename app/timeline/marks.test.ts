import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../engine/kernel/event-types';
import { markKindOf, marksOf } from './marks';

const at = (ms: number, type: string, severity: 'info' | 'good' | 'warning' | 'bad' = 'info') => ({
  at: ms,
  type,
  severity,
});

describe('the marks of the timeline', () => {
  it('have a kind for every event there is', () => {
    const kinds = Object.fromEntries(
      EVENT_TYPES.map((type) => [type, markKindOf({ type, severity: 'info' })] as const),
    );
    expect(kinds).toMatchObject({
      launch: 'boot',
      stop: 'stop-start',
      'spot-reclaim': 'spot',
      'schedule-event': 'announced',
      'instance-recovered': 'recovery',
      'write-data': 'data',
    });
    expect(markKindOf({ type: 'fail-host', severity: 'bad' })).toBe('failure');
  });

  it('call what went wrong a failure, whatever it began as', () => {
    expect(markKindOf({ type: 'launch', severity: 'bad' })).toBe('failure');
  });

  it('show the gravest of what falls on the same few pixels, and count all', () => {
    const marks = marksOf([at(0, 'launch'), at(1, 'crash', 'bad'), at(1000, 'stop')], 1000, 600);
    expect(marks.map(({ kind, count, d }) => [kind, count, d.split('M').length - 1])).toEqual([
      ['boot', 1, 0],
      ['stop-start', 1, 1],
      ['failure', 1, 1],
    ]);
  });

  it('of 200,000 events are no more than the track has room for', () => {
    const events = Array.from({ length: 200_000 }, (_, index) => at(index, index % 2 ? 'stop' : 'start'));
    const [only, ...others] = marksOf(events, 200_000, 600);
    expect(others).toEqual([]);
    expect(only?.count).toBe(200_000);
    expect((only?.d.split('M').length ?? 0) - 1).toBe(76);
  });
});
