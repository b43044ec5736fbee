import { describe, expect, it } from 'vitest';
import type { RunEvent, RunOutline } from '../../engine';
import { makeClock } from '../playback/clock';
import { shownUntil } from './track';

const eventAt = (at: number): RunEvent => ({
  sequence: 0,
  at,
  type: 'start',
  subject: 'i-1',
  message: '',
  severity: 'info',
  changes: [],
});
const outline = (until: number, ...times: number[]): RunOutline => ({
  until,
  events: times.map(eventAt),
  traceHash: '',
});

describe('the timeline', () => {
  it('shows ten minutes for the events of a boot', () => {
    expect(shownUntil(outline(7_200_000, 0, 148_000), 0)).toBe(600_000);
  });

  it('grows with the clock up to the end of the run', () => {
    expect(shownUntil(outline(7_200_000, 148_000), 700_000)).toBe(1_800_000);
    expect(shownUntil(outline(7_200_000, 148_000), 7_200_000)).toBe(7_200_000);
  });

  it('writes days in front of the clock once there are any', () => {
    expect([0, 462_000, 90_061_000].map(makeClock)).toEqual(['00:00:00', '00:07:42', '1 d 01:01:01']);
  });
});
