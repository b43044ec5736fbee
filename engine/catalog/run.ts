/**
 * A document played: its event log and the state of everything at any moment.
 * A pure function of the document; an edited document is another run.
 */
import { eventTypeOf, type Simulation, type SimulationSnapshot } from '../kernel/simulation';
import { GUEST_WORDS } from '../guest/boot/words';
import { LIFECYCLE_WORDS } from '../lifecycle/words';
import { lastTimeOf } from '../model/document';
import type { LiveFields, LiveState, RunEvent, RunMoment, RunOutline } from '../model/live';
import type { ResourceId } from '../model/resource';
import type { Words } from '../model/wording';
import { SPOT_WORDS } from '../spot/words';
import { STORAGE_WORDS } from '../storage/words';
import type { Scenario } from './descriptors';
import { lifecycleRoles, type LifecycleRoles } from './lifecycle-roles';
import { isLiveField, LIVE_FIELDS } from './live-fields';
import { get, labelOf } from './lookup';
import { createPlayback } from './playback';
import type { RunFields } from './time-zero';

export { actionsFor } from './run-actions';

export interface RunOptions {
  /** How many events may happen at most; more end in `cutShort`. */
  readonly maxEvents?: number;
  /** ms; the last time that is played. */
  readonly until?: number;
}

export interface Run {
  /** Plays on by so many events; `done` once there are none before the end. */
  advance(events: number): 'more' | 'done';
  /** The log so far. */
  outline(): RunOutline;
  /** @param at ms; what happens at that very time has happened. */
  momentAt(at: number): RunMoment;
}

const HOUR_MS = 3600 * 1000;
const DEFAULT_MAX_EVENTS = 1_000_000;
/** Snapshots kept at most; when there are more, every other one goes and they are taken half as often. */
const MAX_SNAPSHOTS = 32;
const FIRST_INTERVAL = 1024;
const WORDS: Words = { ...LIFECYCLE_WORDS, ...GUEST_WORDS, ...STORAGE_WORDS, ...SPOT_WORDS };

/** Two hours, or one hour after the last action of the script. ms */
const horizonOf = ({ script }: Scenario): number =>
  script.reduce((latest, action) => Math.max(latest, lastTimeOf(action) + HOUR_MS), 2 * HOUR_MS);

export function createRun(document: Scenario, options: RunOptions = {}): Run {
  const roles = lifecycleRoles(document);
  const maxEvents = options.maxEvents ?? DEFAULT_MAX_EVENTS;
  const until = options.until ?? horizonOf(document);
  const events: RunEvent[] = [];
  const simulation = createPlayback(roles, { maxEvents, record: logInto(events, roles) });
  const seeker = createSeeker(roles, maxEvents, simulation.snapshot());
  let interval = FIRST_INTERVAL;

  return {
    advance(count) {
      for (let step = 0; step < count; step += 1) {
        if (simulation.nextAt() > until || !simulation.step()) return 'done';
        if (simulation.processed % interval !== 0) continue;
        seeker.keep(simulation.snapshot());
        if (seeker.count <= MAX_SNAPSHOTS) continue;
        interval *= 2;
        seeker.thin(interval);
      }
      return simulation.nextAt() > until || simulation.capped ? 'done' : 'more';
    },
    outline: () => ({
      until,
      events: events.slice(),
      traceHash: simulation.traceHash,
      ...(simulation.capped && simulation.nextAt() <= until
        ? {
            cutShort: `The run was cut short at ${maxEvents} events, the most a run may have. Shorten the script or the time it spans.`,
          }
        : {}),
    }),
    momentAt: (at) => ({ at, live: seeker.liveAt(Math.min(at, until)) }),
  };
}

/** A zone is known by its AWS name, anything else by the name people gave it. */
function nameOf(document: Scenario, id: ResourceId): string {
  const resource = get(document, id);
  return resource?.kind === 'zone' ? (resource.name ?? resource.zoneName) : labelOf(document, id);
}

/** Turns what the kernel tells into lines of the log. */
function logInto(events: RunEvent[], { document, subjects }: LifecycleRoles) {
  return (
    ...[event, note, changes]: Parameters<NonNullable<Parameters<typeof createPlayback>[1]['record']>>
  ) => {
    const visible = changes.filter(
      ({ field, before, after }) => isLiveField(field) && (before ?? null) !== (after ?? null),
    );
    if (!note && visible.length === 0) return;
    const subject = subjects.ids[event.subject] ?? '';
    const type = eventTypeOf(event);
    const words = note ? WORDS[note.code] : undefined;
    events.push({
      sequence: events.length + 1,
      at: event.at,
      type,
      subject,
      message: words?.text(nameOf(document, subject), note?.detail) ?? type,
      severity: words?.severity ?? 'info',
      changes: visible.map(({ subject: changed, field, before, after }) => ({
        subject: subjects.ids[changed] ?? '',
        field: field as keyof LiveFields,
        before: before as LiveFields[keyof LiveFields],
        after: after as LiveFields[keyof LiveFields],
      })),
      ...(words ? { source: words.source } : {}),
    });
  };
}

interface Seeker {
  keep(snapshot: SimulationSnapshot): void;
  readonly count: number;
  /** Keeps those at whole multiples of so many events. */
  thin(interval: number): void;
  liveAt(at: number): LiveState;
}

/** Goes to any moment: from the last snapshot before it, or onwards from where it stands. */
function createSeeker(roles: LifecycleRoles, maxEvents: number, start: SimulationSnapshot): Seeker {
  let snapshots = [start];
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
    keep: (snapshot) => void snapshots.push(snapshot),
    get count() {
      return snapshots.length;
    },
    thin(interval) {
      snapshots = snapshots.filter(({ processed }) => processed % interval === 0);
    },
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
