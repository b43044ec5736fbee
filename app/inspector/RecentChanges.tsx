/** “What just changed”: the last event that touched this thing, up to the moment shown. */
import type { LiveChange, LiveField, ResourceId, RunEvent } from '../../engine';
import { useRun } from '../state/hooks';
import { inspector as text } from '../strings';
import { makeClock } from '../playback/clock';
import { countUntil, eventsOf } from '../playback/event-index';
import { Section } from './Section';

/** Older than this is history, and the Events tab has it. */
const RECENT_MS = 300_000;
const SHOWN = 3;

export function RecentChanges({ id }: { readonly id: ResourceId }) {
  const outline = useRun((state) => state.outline);
  // Counted in seconds: the list need not be made anew with every frame of the clock.
  const second = useRun((state) => (state.moment === 'design' ? null : Math.floor(state.moment / 1000)));
  if (!outline || second === null) return null;
  const until = (second + 1) * 1000;
  const ofThis = eventsOf(outline, id);
  const count = countUntil(ofThis, until - 1);
  const events = ofThis
    .slice(Math.max(0, count - SHOWN), count)
    .filter((event) => event.at >= until - RECENT_MS)
    .reverse();
  if (events.length === 0) return null;
  return (
    <Section title={text.changed}>
      <ol className="space-y-1.5 text-sm">
        {events.map((event) => (
          <li key={event.sequence}>
            <span className="text-soft pr-2 text-xs tabular-nums">{makeClock(event.at)}</span>
            <span lang="en">{event.message}</span>
            <ul className="text-soft pl-2 text-xs">
              {changesOf(event, id).map((change) => (
                <li key={change.field}>
                  {text.changedTo(
                    text.liveFields[change.field],
                    shown(change.field, change.before),
                    shown(change.field, change.after),
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What says the same in other words, and what a launch sets for the first time, is left to the list of events. */
const QUIET: ReadonlySet<LiveField> = new Set([
  'stateMessage',
  'publicIpOwner',
  'publicDnsName',
  'privateDnsName',
  'billing',
  'systemStatus',
  'instanceStatus',
  'ebsStatus',
]);
const SHOWN_CHANGES = 4;

const changesOf = (event: RunEvent, id: ResourceId): readonly LiveChange[] =>
  event.changes
    .filter(({ subject, field, after }) => subject === id && (!QUIET.has(field) || after === 'failed'))
    .slice(0, SHOWN_CHANGES);

/** Moments, which are numbers like any other in the data. */
const MOMENTS: ReadonlySet<LiveField> = new Set(['scheduledEventAt', 'spotNoticeAt']);

function shown(field: LiveField, value: LiveChange['after']): string {
  if (value === undefined || value === null || value === '') return text.none;
  if (typeof value === 'number' && MOMENTS.has(field)) return makeClock(value);
  if (Array.isArray(value)) return value.length === 0 ? text.none : value.join(', ');
  return typeof value === 'boolean' ? (value ? text.yes : text.no) : String(value);
}
