/** State in colour, mark and word, and since when. */
import { Circle, CircleDot, CircleX, Diamond } from 'lucide-react';
import type { LiveField, LiveFields, Resource } from '../../engine';
import { useRun } from '../state/hooks';
import { countChecks, shownStateOf } from '../state/shown-state';
import { inspector as text } from '../strings';
import { makeClock } from '../playback/clock';
import { countUntil, eventsOf } from '../playback/event-index';

const TONES: Readonly<Record<string, 'good' | 'warn' | 'bad' | 'soft' | 'accent'>> = {
  running: 'good',
  available: 'good',
  'in-use': 'good',
  pending: 'accent',
  stopping: 'warn',
  'shutting-down': 'warn',
  stopped: 'soft',
  terminated: 'bad',
  'not-launched': 'bad',
  impaired: 'bad',
  unavailable: 'bad',
  failed: 'bad',
  deleted: 'bad',
};
const CLASSES = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  soft: 'text-soft',
  accent: 'text-accent',
} as const;

export function LiveLine({ resource }: { readonly resource: Resource }) {
  const moment = useRun((state) => state.moment);
  const live = useRun((state) => state.live[resource.id]);
  const since = useSince(resource.id, shownStateOf(live) === 'impaired' ? 'systemStatus' : 'state');
  if (resource.kind === 'instance' && moment === 'design')
    return (
      <p className="text-soft flex items-center gap-1.5 pt-2 text-sm">
        <Circle aria-hidden size={10} />
        {text.design}
      </p>
    );
  const state = shownStateOf(live);
  if (!live || !state) return null;
  const isRunning = live.state === 'running';
  const inside = live.guest ? text.guest[live.guest] : '';
  const announced =
    live.scheduledEvent && typeof live.scheduledEventAt === 'number'
      ? text.announced(live.scheduledEvent, makeClock(live.scheduledEventAt))
      : null;
  const tone = TONES[state] ?? 'soft';
  const Mark = tone === 'good' ? CircleDot : tone === 'bad' ? CircleX : tone === 'warn' ? Diamond : Circle;
  return (
    <div className="pt-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className={`flex items-center gap-1.5 font-medium ${CLASSES[tone]}`}>
          <Mark aria-hidden size={12} />
          {state}
        </span>
        <span className="text-soft">
          {[since === null ? '' : text.since(makeClock(since)), checksOf(live)]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </p>
      {inside !== '' && <p className={live.guest === 'booting' ? 'text-soft' : 'text-bad'}>{inside}</p>}
      {isRunning && live.userData && live.userData !== 'done' && (
        <p className={live.userData === 'failed' ? 'text-bad' : 'text-soft'}>
          {text.userDataStates[live.userData]}
        </p>
      )}
      {announced !== null && <p className="text-warn">{announced}</p>}
      {live.stateMessage && <p className="text-soft text-xs">{live.stateMessage}</p>}
    </div>
  );
}

function checksOf(live: LiveFields): string {
  const checks = countChecks(live);
  if (!checks || live.state !== 'running') return '';
  return checks.failed ? text.checksFailed : text.checks(checks.passed, checks.all);
}

/** When the field last changed, up to the moment shown. */
function useSince(id: string, field: LiveField): number | null {
  return useRun(({ outline, moment }) => {
    if (!outline || moment === 'design') return null;
    const events = eventsOf(outline, id);
    for (let index = countUntil(events, moment) - 1; index >= 0; index--) {
      const event = events[index];
      if (event?.changes.some((change) => change.subject === id && change.field === field)) return event.at;
    }
    return null;
  });
}
