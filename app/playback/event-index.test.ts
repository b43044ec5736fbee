import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../engine';
import { countUntil, eventsOf } from './event-index';

const event = (at: number, subject: string, ...changed: string[]): RunEvent => ({
  sequence: at,
  at,
  type: 'start',
  subject,
  message: '',
  severity: 'info',
  changes: changed.map((id) => ({ subject: id, field: 'state', before: null, after: 'running' })),
});
const EVENTS = [
  event(0, 'i-1'),
  event(5, 'i-2', 'i-2', 'i-1'),
  event(5, 'i-1', 'i-1', 'i-1'),
  event(9, 'i-3'),
];

describe('the events of a run', () => {
  it('are counted up to and including a time', () => {
    expect([-1, 0, 4, 5, 9, 10].map((at) => countUntil(EVENTS, at))).toEqual([0, 1, 1, 3, 4, 4]);
  });

  it('of a thing are those about it and those that changed it, each once', () => {
    const outline = { until: 10, events: EVENTS, traceHash: '' };
    expect(eventsOf(outline, 'i-1')).toEqual(EVENTS.slice(0, 3));
    expect(eventsOf(outline, 'i-9')).toEqual([]);
  });
});
