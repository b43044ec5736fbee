/**
 * A document played: its event log and the state of everything at any moment.
 * A pure function of the document; an edited document is another run.
 */
import type { BootProgress } from '../guest/boot/progress';
import { lastTimeOf } from '../model/document';
import type { RunEvent, RunLog, RunLogQuery, RunMoment, RunOutline } from '../model/live';
import type { ResourceId } from '../model/resource';
import type { Scenario } from './descriptors';
import { lifecycleRoles } from './lifecycle-roles';
import { createPlayback } from './playback';
import { tellLines } from './run-log';
import { createSeeker } from './run-seeker';

export { actionsFor } from './run-actions';

export interface RunOptions {
  /** How many events may happen at most; more end in `cutShort`. */
  readonly maxEvents?: number;
  /** ms; the last time that is played. */
  readonly until?: number;
  /** How many lines of the log the outline has at most. */
  readonly maxLines?: number;
}

export interface Run {
  /** Plays on by so many events; `done` once there are none before the end. */
  advance(events: number): 'more' | 'done';
  /** What has been so far, with the beginning of the log. */
  outline(): RunOutline;
  /** A stretch of the log, played again to be told. */
  log(query: RunLogQuery): RunLog;
  /** @param at ms; what happens at that very time has happened. */
  momentAt(at: number): RunMoment;
  /** The boot of an instance with user data, as far as it has come at a moment. */
  bootAt(at: number, id: ResourceId): BootProgress | undefined;
}

const HOUR_MS = 3600 * 1000;
const DEFAULT_MAX_EVENTS = 2_000_000;
/** What a page takes over at once without standing still. */
const DEFAULT_MAX_LINES = 5000;

/** Two hours, or one hour after the last action of the script. ms */
const horizonOf = ({ script }: Scenario): number =>
  script.reduce((latest, action) => Math.max(latest, lastTimeOf(action) + HOUR_MS), 2 * HOUR_MS);

export function createRun(document: Scenario, options: RunOptions = {}): Run {
  const roles = lifecycleRoles(document);
  const {
    maxEvents = DEFAULT_MAX_EVENTS,
    maxLines = DEFAULT_MAX_LINES,
    until = horizonOf(document),
  } = options;
  const events: RunEvent[] = [];
  let simulation = createPlayback(roles, {
    maxEvents,
    record: tellLines(roles, 0, (line) => void events.push(line)),
  });
  const seeker = createSeeker(roles, maxEvents, simulation.snapshot());
  let toldUntil: number | undefined;

  /** The log is derived again on demand: once its beginning is there, the rest is played without anybody listening. */
  function stopTelling(): void {
    // A time is told whole.
    if (events.length < maxLines || simulation.nextAt() <= simulation.now) return;
    toldUntil = simulation.now;
    simulation = createPlayback(roles, { maxEvents }, simulation.snapshot());
  }

  return {
    advance(count) {
      for (let step = 0; step < count; step += 1) {
        if (simulation.nextAt() > until || !simulation.step()) return 'done';
        seeker.follow(simulation);
        if (toldUntil === undefined) stopTelling();
      }
      return simulation.nextAt() > until || simulation.capped ? 'done' : 'more';
    },
    outline: () => ({
      until,
      events: events.slice(),
      traceHash: simulation.traceHash,
      ...(toldUntil === undefined ? {} : { toldUntil }),
      ...(simulation.capped && simulation.nextAt() <= until
        ? {
            cutShort: `The run was cut short at ${maxEvents} events, the most a run may have. Shorten the script or the time it spans.`,
          }
        : {}),
    }),
    log: (query) => seeker.log(query, Math.min(query.to ?? until, until)),
    momentAt: (at) => ({ at, live: seeker.liveAt(Math.min(at, until)) }),
    bootAt: (at, id) => {
      const subject = roles.subjects.of(id);
      return subject < 0 ? undefined : seeker.cellsAt(Math.min(at, until)).get(subject, 'boot');
    },
  };
}
