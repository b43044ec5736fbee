/** The event log up to the moment shown, newest first, each with what it changed. */
import { CircleAlert, CircleCheck, CircleX, Info, X } from 'lucide-react';
import type { RunEvent, Scenario } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { useDocument, useRun } from '../state/hooks';
import { runStore } from '../state/run-store';
import { reveal } from '../state/view-store';
import { liveFieldWords } from '../strings/en/live';
import { eventsWords as words } from '../strings/en/timeline';
import { makeClock } from '../playback/clock';
import { countUntil } from '../playback/event-index';
import { textOf } from '../playback/differences';
import { seek } from '../playback/run-controller';
import { Button } from '../ui/Button';

// A fleet's log can be long; the newest are what one reads, the rest is reached by scrubbing back.
const SHOWN_EVENTS = 200;

const ICONS = { info: Info, good: CircleCheck, warning: CircleAlert, bad: CircleX } as const;
const TONES = { info: 'text-soft', good: 'text-good', warning: 'text-warn', bad: 'text-bad' } as const;

export default function EventsTab() {
  const outline = useRun((state) => state.outline);
  const moment = useRun((state) => state.moment);
  const differences = useRun((state) => state.differences);
  const byAction = useRun((state) => state.byAction);
  const document = useDocument((state) => state.document);
  if (moment === 'design' || !outline) return <p className="text-soft p-3">{words.notPlayed}</p>;
  const count = countUntil(outline.events, moment);
  const shown = outline.events.slice(Math.max(0, count - SHOWN_EVENTS), count).reverse();
  return (
    <div className="flex h-full min-h-0">
      <ol className="min-h-0 flex-1 overflow-auto px-2 py-1" aria-label={words.title}>
        {shown.length === 0 && <li className="text-soft p-1">{words.none}</li>}
        {shown.map((event) => (
          <EventLine key={event.sequence} event={event} document={document} />
        ))}
      </ol>
      {differences.length > 0 && (
        <aside
          className={`border-line m-2 ${byAction ? 'bg-sunken' : 'bg-warn-soft'} w-72 overflow-auto rounded-lg border p-2`}
        >
          <div className="flex items-start justify-between gap-2">
            <h3 className={`m-0 text-sm font-semibold ${byAction ? '' : 'text-warn'}`}>
              {byAction ? words.byAction : words.differences}
            </h3>
            <Button
              look="quiet"
              aria-label={words.dismiss}
              onClick={() => runStore.setState({ differences: [] })}
              icon={<X size={14} aria-hidden />}
            />
          </div>
          <ul className="m-0 list-none p-0 text-xs">
            {differences.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </aside>
      )}
    </div>
  );
}

function EventLine({ event, document }: { readonly event: RunEvent; readonly document: Scenario }) {
  const Icon = ICONS[event.severity];
  const label = titleOf(document, event.subject);
  const changes = event.changes.filter(
    (change) => liveFieldWords[change.field] && textOf(change.before) !== textOf(change.after),
  );
  return (
    <li className="border-line flex items-baseline gap-2 border-b py-1 text-sm last:border-b-0">
      <button
        type="button"
        className="text-soft min-h-6 flex-none tabular-nums hover:underline"
        onClick={() => void seek(event.at)}
      >
        {makeClock(event.at)}
      </button>
      <Icon
        size={14}
        aria-label={event.severity}
        className={`relative top-0.5 flex-none ${TONES[event.severity]}`}
      />
      <div className="min-w-0">
        <button
          type="button"
          className="min-h-6 font-semibold hover:underline"
          onClick={() => reveal(event.subject)}
        >
          {label}
        </button>
        <span lang="en">
          {event.message.startsWith(label) ? event.message.slice(label.length) : ` ${event.message}`}
        </span>
        {event.source && (
          <a
            className="text-accent ml-1.5 text-xs hover:underline"
            href={event.source}
            target="_blank"
            rel="noreferrer"
          >
            {words.source}
          </a>
        )}
        {changes.length > 0 && (
          <ul
            aria-label={words.changes}
            className="text-soft m-0 flex list-none flex-wrap gap-x-3 p-0 text-xs"
          >
            {changes.map((change) => (
              <li key={`${change.subject} ${change.field}`}>
                {change.subject === event.subject ? '' : `${titleOf(document, change.subject)} `}
                {liveFieldWords[change.field]}: <s>{textOf(change.before)}</s>{' '}
                <b className="text-text font-medium">{textOf(change.after)}</b>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
