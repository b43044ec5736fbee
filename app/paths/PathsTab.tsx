/** Ask for a path, walk it hop by hop, see every blocker and its fix. */
import { CircleCheck, CircleHelp, CircleX, CircleAlert, StepForward } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ScenarioPath } from '../../engine';
import { useDocument, usePath, useRun } from '../state/hooks';
import { ladderOf } from '../state/path-store';
import { pathWords as words } from '../strings/en/timeline';
import { makeClock } from '../playback/clock';
import { Button } from '../ui/Button';
import { nextHop, setQuery } from '../asking/ask-path';
import { openHop } from '../asking/open-hop';
import { Blockers } from './Blockers';
import { EndPicker } from './EndPicker';
import { HopCard } from './HopCard';

const PROTOCOLS = ['tcp', 'udp', 'icmp'] as const;

const VERDICT_LOOKS = {
  reachable: { icon: CircleCheck, tone: 'text-good' },
  partial: { icon: CircleAlert, tone: 'text-warn' },
  unreachable: { icon: CircleX, tone: 'text-bad' },
  unknown: { icon: CircleHelp, tone: 'text-warn' },
} as const;

export default function PathsTab() {
  const document = useDocument((state) => state.document);
  const query = usePath((state) => state.query);
  const result = usePath((state) => state.result);
  const failure = usePath((state) => state.failure);
  const step = usePath((state) => state.step);
  const ladder = result ? ladderOf(result) : [];
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[step]?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [step, result]);
  const withPorts = query.protocol === 'tcp' || query.protocol === 'udp' || query.protocol === undefined;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-none flex-wrap items-center gap-2 px-3 py-1.5 max-[1199px]:py-0.5">
        <EndPicker end="from" />
        <EndPicker end="to" />
        <label>
          <span className="sr-only">{words.protocol}</span>
          <select
            value={query.protocol ?? 'tcp'}
            onChange={(event) => {
              const protocol = event.target.value;
              void setQuery(
                protocol === 'icmp'
                  ? { protocol, port: undefined, icmpType: 8, icmpCode: 0 }
                  : { protocol, icmpType: undefined, icmpCode: undefined },
              );
            }}
            className="border-line bg-raised h-7 rounded-md border px-1.5 text-sm"
          >
            {PROTOCOLS.map((protocol) => (
              <option key={protocol}>{protocol}</option>
            ))}
          </select>
        </label>
        {withPorts && (
          <label className="inline-flex items-center gap-1.5">
            <span className="text-soft text-sm">{words.port}</span>
            <input
              inputMode="numeric"
              value={query.port ?? ''}
              placeholder={words.anyPort}
              onChange={(event) => {
                const digits = event.target.value.replace(/\D/g, '').slice(0, 5);
                void setQuery({ port: digits === '' ? undefined : Math.min(65_535, Number(digits)) });
              }}
              className="border-line bg-raised h-7 w-16 rounded-md border px-2 text-sm tabular-nums"
            />
          </label>
        )}
        {result && <VerdictLine result={result} />}
        {failure && (
          <span role="alert" className="text-bad text-sm">
            {failure}
          </span>
        )}
        <span className="flex-1" />
        {ladder.length > 0 && (
          <Button
            look="primary"
            onClick={nextHop}
            title={`${words.nextHop} (N)`}
            icon={<StepForward size={15} aria-hidden />}
          >
            {isAtEnd(result, step) ? words.again : words.nextHop}
          </Button>
        )}
      </div>
      {!result && !failure && <p className="text-soft m-0 px-3 text-sm">{words.ask}</p>}
      {result && (
        <div className="flex min-h-0 flex-1 gap-2 px-3 pb-2 max-[1199px]:pb-1">
          <ol
            ref={list}
            aria-label={words.title}
            className="m-0 flex min-h-0 min-w-0 flex-1 list-none gap-2 overflow-x-auto p-0 pb-1"
          >
            {ladder.map(({ hop, direction }, index) => (
              <HopCard
                key={`${direction} ${index}`}
                document={document}
                hop={hop}
                direction={direction}
                number={index + 1}
                current={index === step}
                onOpen={() => openHop(index)}
              />
            ))}
          </ol>
          <Aside result={result} />
        </div>
      )}
    </div>
  );
}

function isAtEnd(result: ScenarioPath | null, step: number): boolean {
  if (!result) return false;
  const ladder = ladderOf(result);
  return ladder[step]?.hop.verdict === 'stop' || step >= ladder.length - 1;
}

function VerdictLine({ result }: { readonly result: ScenarioPath }) {
  const { icon: Icon, tone } = VERDICT_LOOKS[result.verdict];
  const sentence =
    result.verdict === 'unreachable'
      ? result.direction === 'return'
        ? words.stoppedReturn
        : words.stoppedForward
      : words.verdicts[result.verdict];
  // Nothing has happened since it was asked, so the answer holds for the moment shown.
  const moment = useRun((state) => state.moment);
  const asked = moment === 'design' ? words.design : words.atMoment(makeClock(moment));
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-sm font-semibold ${tone}`}
      data-verdict={result.verdict}
    >
      <Icon size={16} aria-hidden />
      {sentence}
      <span className="text-soft hidden text-xs font-normal xl:inline">{asked}</span>
    </span>
  );
}

/** Blockers, notes and what is not modelled: beside the hops, only when there is something to say. */
function Aside({ result }: { readonly result: ScenarioPath }) {
  const document = useDocument((state) => state.document);
  if (result.blockers.length + result.notes.length + result.notModelled.length === 0 && !result.working)
    return null;
  return (
    <aside className="w-80 flex-none overflow-auto text-sm lg:w-[27rem]">
      {result.blockers.length > 0 && <Blockers document={document} result={result} />}
      {result.working && <p className="m-0 mt-1">{result.working}</p>}
      {result.notes.map((note) => (
        <p key={note.code + note.message} className="text-soft m-0 mt-1 text-xs">
          {note.message} <code>{note.code}</code>
        </p>
      ))}
      {result.notModelled.length > 0 && (
        <div className="bg-warn-soft mt-1 rounded-lg p-2 text-xs">
          <b>{words.notModelled}</b>
          <ul className="m-0 list-none p-0">
            {result.notModelled.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </aside>
  );
}
