/** What has happened to one thing so far, newest first. A time leads the clock there. */
import { countUntil, eventsOf } from '../playback/event-index';
import { makeClock } from '../playback/clock';
import { seek } from '../playback/run-controller';
import { useRun } from '../state/hooks';
import { insideWords as words } from '../strings/en/inside';
import { Source } from './Panel';
import { useSteadyMoment } from './use-inside';

const SHOWN = 200;
const TONES = { info: '', good: 'text-good', warning: 'text-warn', bad: 'text-bad' } as const;

export default function EventsPanel({ id }: { readonly id: string }) {
  const moment = useSteadyMoment();
  const outline = useRun((state) => state.outline);
  const all = outline && moment !== 'design' ? eventsOf(outline, id) : [];
  const count = moment === 'design' ? 0 : countUntil(all, moment);
  if (count === 0) return <p className="text-soft m-0 text-sm">{words.noEvents}</p>;
  return (
    <ol className="m-0 list-none p-0 text-sm">
      {all
        .slice(Math.max(0, count - SHOWN), count)
        .reverse()
        .map((event) => (
          <li key={event.sequence} className="border-line flex items-baseline gap-2 border-b py-1">
            <button
              type="button"
              className="text-soft min-h-6 flex-none tabular-nums hover:underline"
              onClick={() => void seek(event.at)}
            >
              {makeClock(event.at)}
            </button>
            <span lang="en" className={TONES[event.severity]}>
              {event.message}
              <Source href={event.source} />
            </span>
          </li>
        ))}
    </ol>
  );
}
