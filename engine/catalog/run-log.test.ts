import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../model/live';
import { createRun, type Run } from './run';
import { HOUR, machine, MINUTE, place, play, timeline } from '../testing/timeline';

const document = timeline(
  [...place(), ...[1, 2, 3, 4, 5, 6].flatMap((n) => machine(n))],
  [
    [HOUR, 'stop', 'i-1', { every: HOUR, times: 40 }],
    [HOUR + 20 * MINUTE, 'start', 'i-1', { every: HOUR, times: 40 }],
    [2 * HOUR, 'fail-host', 'i-2', { every: 2 * HOUR, times: 10 }],
    [5 * HOUR, 'fail-zone', 'az-1'],
    [6 * HOUR, 'restore-zone', 'az-1'],
  ],
);
const whole = play(document);
const { events, traceHash, until } = whole.outline();

const playBriefly = (): Run => {
  const run = createRun(document, { maxLines: 30 });
  while (run.advance(50) === 'more');
  return run;
};

/** Asks for one stretch after another. */
function allLines(run: Run, limit: number, subject?: string): readonly RunEvent[] {
  const lines: RunEvent[] = [];
  for (let from = 0; from <= until;) {
    const part = run.log({ from, limit, ...(subject === undefined ? {} : { subject }) });
    lines.push(...part.lines);
    expect(part.to).toBeGreaterThanOrEqual(from);
    from = part.to + 1;
  }
  return lines;
}

describe('the log of a run', () => {
  it('is told in stretches that together are the whole', () => {
    expect(events.length).toBeGreaterThan(200);
    for (const limit of [1, 7, 100, 10_000]) expect(allLines(whole, limit)).toEqual(events);
  });

  it('is the same where only its beginning was kept', () => {
    const run = playBriefly();
    const outline = run.outline();
    expect(outline.traceHash).toBe(traceHash);
    expect(outline.events).toEqual(events.filter(({ at }) => at <= (outline.toldUntil ?? 0)));
    expect(outline.events.length).toBeLessThan(events.length);
    expect(allLines(run, 50)).toEqual(events);
    expect(run.momentAt(30 * HOUR)).toEqual(whole.momentAt(30 * HOUR));
  });

  it('can be asked for one thing, and for what comes next', () => {
    const own = events.filter(
      ({ subject, changes }) => subject === 'i-1' || changes.some((change) => change.subject === 'i-1'),
    );
    expect(allLines(whole, 5, 'i-1')).toEqual(own);
    const next = own.find(({ at }) => at > 3 * HOUR);
    expect(playBriefly().log({ from: 3 * HOUR + 1, subject: 'i-1', limit: 1 }).lines[0]).toEqual(next);
  });

  it('ends where it was asked to end', () => {
    const { lines, to } = whole.log({ from: HOUR, to: 2 * HOUR, limit: 1000 });
    expect(lines).toEqual(events.filter(({ at }) => at >= HOUR && at <= 2 * HOUR));
    expect(to).toBe(2 * HOUR);
  });
});
