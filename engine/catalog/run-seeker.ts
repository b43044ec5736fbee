/** Goes to any moment of a run: from the last snapshot before it, or onwards from where it stands. */
import type { Simulation, SimulationSnapshot } from '../kernel/simulation';
import type { LiveFields, LiveState, RunEvent, RunLog, RunLogQuery } from '../model/live';
import type { ResourceId } from '../model/resource';
import type { LifecycleRoles } from './lifecycle-roles';
import { LIVE_FIELDS } from './live-fields';
import { createPlayback } from './playback';
import { tellLines } from './run-log';
import type { RunFields } from './time-zero';

/** Snapshots kept at most; when there are more, every other one goes and they are taken half as often. */
const MAX_SNAPSHOTS = 32;
const FIRST_INTERVAL = 1024;
/** What all snapshots together may take if everything in them were of its own: fewer are kept of a large fleet. */
const MAX_BYTES = 128e6;
const BYTES_PER_SUBJECT = 400;
/** Events that a question about the log replays at most before it answers what it has found. */
const LOG_STEPS = 4000;

export interface Seeker {
  /** Called after every event of the run; keeps a snapshot where it is time for one. */
  follow(simulation: Simulation<RunFields>): void;
  liveAt(at: number): LiveState;
  cellsAt(at: number): Simulation<RunFields>['cells'];
  log(query: RunLogQuery, until: number): RunLog;
}

export function createSeeker(roles: LifecycleRoles, maxEvents: number, start: SimulationSnapshot): Seeker {
  let snapshots = [start];
  let interval = FIRST_INTERVAL;
  const most = Math.min(
    MAX_SNAPSHOTS,
    Math.max(2, Math.floor(MAX_BYTES / (roles.subjects.ids.length * BYTES_PER_SUBJECT))),
  );
  let playback: Simulation<RunFields> | undefined;
  let stale = new Set<number>();
  let live: Record<ResourceId, LiveFields> = {};

  function goTo(at: number): Simulation<RunFields> {
    const snapshot = snapshots.findLast(({ now }) => now <= at) ?? start;
    if (!playback || playback.now > at || playback.processed < snapshot.processed) {
      playback = createPlayback(
        roles,
        { maxEvents, changed: (subject) => void stale.add(subject) },
        snapshot,
      );
      stale = new Set(roles.subjects.ids.keys());
      live = {};
    }
    while (playback.nextAt() <= at && playback.step());
    return playback;
  }

  return {
    follow(simulation) {
      if (simulation.processed % interval !== 0) return;
      snapshots.push(simulation.snapshot());
      while (snapshots.length > most) {
        interval *= 2;
        snapshots = snapshots.filter(({ processed }) => processed % interval === 0);
      }
    },
    log({ from, subject, limit }, until) {
      const snapshot = snapshots.findLast(({ now }) => now < from) ?? start;
      const lines: RunEvent[] = [];
      const replay = createPlayback(
        roles,
        {
          maxEvents,
          record: tellLines(roles, snapshot.processed, (line) => {
            if (line.at >= from && (subject === undefined || concerns(line, subject))) lines.push(line);
          }),
        },
        snapshot,
      );
      while (replay.nextAt() < from && replay.step());
      for (let steps = 0; replay.nextAt() <= until; steps += 1) {
        // A time is told whole, so that the next question can begin after it.
        const isWhole = replay.nextAt() > replay.now;
        if (isWhole && (lines.length >= limit || steps >= LOG_STEPS)) return { lines, to: replay.now };
        if (!replay.step()) break;
      }
      return { lines, to: until };
    },
    cellsAt: (at) => goTo(Math.max(0, at)).cells,
    liveAt(at) {
      const { cells } = goTo(Math.max(0, at));
      if (stale.size > 0) {
        // A new object each time something changed, so that whoever holds the last one keeps it as it was.
        live = { ...live };
        for (const subject of stale) {
          const fields = fieldsOf(subject, cells);
          const id = roles.subjects.ids[subject];
          if (fields && id !== undefined) live[id] = fields;
        }
        stale.clear();
      }
      return live;
    },
  };
}

const concerns = (line: RunEvent, subject: ResourceId): boolean =>
  line.subject === subject || line.changes.some((change) => change.subject === subject);

function fieldsOf(subject: number, cells: Simulation<RunFields>['cells']): LiveFields | undefined {
  const fields: Record<string, unknown> = {};
  let any = false;
  for (const field of LIVE_FIELDS) {
    const value = cells.get(subject, field);
    if (value === undefined) continue;
    fields[field] = value;
    any = true;
  }
  return any ? fields : undefined;
}
