/** Full events of the kernel against plain callbacks over a heap, turn and turn about in one run. */
import { createSimulation, type Handlers } from '../../engine/kernel/simulation';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { plainCallbacks, type Hold } from '../peers/plain-callbacks';
import type { Row } from '../row';
import { medianOf, timeOf } from '../timing';

const PENDING = [1000, 10_000, 1_000_000] as const;
const EVENTS = 1_000_000;
const ROUNDS = 9;
const LONGEST_MS = 3_600_000;

/** Drawn beforehand, so that neither side is measured drawing. */
function seededDelays(): Int32Array {
  const generator = xorshift128plus(1);
  return Int32Array.from({ length: 2 ** 20 }, () => uniformInt(generator, 1, LONGEST_MS));
}

interface Counter {
  count?: number;
}

/** Time, order, hash of the trace, a handler that writes a cell and schedules: everything a run does but its domains. */
function kernelEvents(pending: number, delays: Int32Array): Hold {
  const mask = delays.length - 1;
  let draw = 0;
  const handlers: Handlers<Counter> = {
    start: [
      ({ subject }, { cells }, out) => {
        out.set(subject, 'count', (cells.get(subject, 'count') ?? 0) + 1);
        out.schedule(delays[(draw += 1) & mask] as number, 'start', subject);
      },
    ],
  };
  const simulation = createSimulation<Counter>({ subjects: pending, handlers, seed: 1, maxEvents: 2 ** 29 });
  for (let thing = 0; thing < pending; thing += 1)
    simulation.out.schedule(delays[(draw += 1) & mask] as number, 'start', thing);
  return {
    go(events) {
      for (let event = 0; event < events; event += 1) simulation.step();
    },
  };
}

export function measure(): Promise<readonly Row[]> {
  const delays = seededDelays();
  return Promise.resolve(
    PENDING.map((pending): Row => {
      const ours = kernelEvents(pending, delays);
      const theirs = plainCallbacks(pending, delays);
      const rounds = Array.from({ length: ROUNDS }, () => ({
        ours: timeOf(() => ours.go(EVENTS)),
        theirs: timeOf(() => theirs.go(EVENTS)),
      })).slice(ROUNDS / 3);
      const our = medianOf(rounds.map((round) => round.ours));
      const their = medianOf(rounds.map((round) => round.theirs));
      const size = pending.toLocaleString('en');
      return {
        what: `a million full events of the kernel, ${size} pending`,
        figure: our,
        unit: 'ms',
        budget: their,
        peer: {
          name: 'plain callbacks over flatqueue, same run',
          figure: `${their.toFixed(0)} ms, ratio ${medianOf(rounds.map((round) => round.ours / round.theirs)).toFixed(2)}`,
        },
        parts: { 'events per second, millions': Number((EVENTS / our / 1000).toFixed(2)) },
      };
    }),
  );
}
