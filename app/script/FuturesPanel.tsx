/** The other future: where it parts from the one shown, and what is otherwise in the end. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { FutureDifference, Scenario } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { ask } from '../engine-client/engine-client';
import { useAnswer } from '../engine-client/use-answer';
import { makeClock } from '../playback/clock';
import { textOf } from '../playback/differences';
import { seek } from '../playback/run-controller';
import { useDocument } from '../state/hooks';
import { shelf } from '../state/storage/documents';
import { inspector } from '../strings';
import { scriptTabWords as words } from '../strings/en/script';
import { Button } from '../ui/Button';
import { otherOf } from './future-pairs';
import { dropFuture, forgetFuture, futuresStore, switchFuture } from './futures';

interface Other {
  readonly id: string;
  readonly title: string;
  readonly document: Scenario;
}

export function FuturesPanel() {
  const documentId = useDocument((state) => state.documentId);
  const pairs = useStore(futuresStore, (state) => state.pairs);
  const pair = otherOf(pairs, documentId);
  const otherId = pair?.other ?? null;
  const other = useOther(otherId);
  const answer = useAnswer<FutureDifference>(
    other ? (engine) => engine.compareFuture(other.document) : null,
    `${documentId} ${otherId}`,
  );
  if (!pair) return null;
  return (
    <aside
      aria-label={words.branchTitle}
      className="border-line m-2 w-96 flex-none overflow-auto rounded-lg border p-2 text-sm max-[1199px]:w-80"
    >
      <h3 className="m-0 text-sm font-semibold">{words.branchTitle}</h3>
      <p className="text-soft m-0 pb-1 text-xs">
        {words.branchedAt(makeClock(pair.at))}
        {other && <span className="block">{words.keptAs(other.title)}</span>}
      </p>
      <div className="flex flex-wrap gap-1 pb-1">
        <Button onClick={() => void switchFuture()}>{words.switch}</Button>
        <Button look="danger" onClick={() => void dropFuture()}>
          {words.drop}
        </Button>
        <Button look="quiet" onClick={forgetFuture}>
          {words.forget}
        </Button>
      </div>
      {answer.failure ? (
        <p className="text-bad m-0">{answer.failure.message}</p>
      ) : answer.value ? (
        <Differences difference={answer.value} />
      ) : (
        <p className="text-soft m-0">{other === null ? words.gone : words.comparing}</p>
      )}
    </aside>
  );
}

/** As it is stored, read as a file is read. Undefined: being read; null: it is not there. */
function useOther(id: string | null): Other | null | undefined {
  const [other, setOther] = useState<Other | null | undefined>(undefined);
  useEffect(() => {
    let stale = false;
    void (id === null ? Promise.resolve(null) : readOther(id)).then((read) => {
      if (!stale) setOther(read);
    });
    return () => {
      stale = true;
    };
  }, [id]);
  return other === undefined || other?.id === id ? other : undefined;
}

async function readOther(id: string): Promise<Other | null> {
  const record = await shelf()
    .then((opened) => opened.get(id))
    .catch(() => undefined);
  if (!record) return null;
  const { title } = record;
  const reply = await ask((engine) => engine.open([{ name: title, text: JSON.stringify(record.document) }]));
  return reply.ok ? { id, title, document: reply.value.document } : null;
}

function Differences({ difference }: { readonly difference: FutureDifference }) {
  const document = useDocument((state) => state.document);
  const { firstAt, here, other, end, endCount } = difference;
  if (firstAt === null && endCount === 0) return <p className="m-0">{words.same}</p>;
  const clock = firstAt === null ? '' : makeClock(firstAt);
  return (
    <>
      {firstAt !== null && (
        <>
          <h4 className="text-soft m-0 pt-1 text-xs font-semibold">
            <button type="button" className="min-h-6 hover:underline" onClick={() => void seek(firstAt)}>
              {words.differFrom(clock)}
            </button>
          </h4>
          <ul lang="en" className="m-0 list-none p-0">
            {here.map((event) => (
              <li key={`here ${event.sequence}`}>{words.onlyHere(clock, event.message)}</li>
            ))}
            {other.map((event) => (
              <li key={`other ${event.sequence}`}>{words.onlyOther(clock, event.message)}</li>
            ))}
          </ul>
        </>
      )}
      {endCount > 0 && (
        <>
          <h4 className="text-soft m-0 pt-1 text-xs font-semibold">{words.atEnd}</h4>
          <ul className="m-0 list-none p-0">
            {end.map(({ subject, field, here: ours, other: theirs }) => (
              <li key={`${subject} ${field}`}>
                {words.line(
                  titleOf(document, subject),
                  inspector.liveFields[field],
                  textOf(ours),
                  textOf(theirs),
                )}
              </li>
            ))}
            {endCount > end.length && (
              <li className="text-soft">{words.moreDifferences(endCount - end.length)}</li>
            )}
          </ul>
        </>
      )}
    </>
  );
}
