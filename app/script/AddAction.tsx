/** A thing, what happens to it, and when. */
import { useMemo, useState, type ReactNode } from 'react';
import type { ScriptAction } from '../../engine';
import { endsOf, SCHEDULED_EVENT_CODES } from '../../engine/late';
import { titleOf } from '../canvas/projection/chips';
import { useDocument } from '../state/hooks';
import { announce, viewStore } from '../state/view-store';
import { scriptTabWords as words } from '../strings/en/script';
import { scriptWords } from '../strings/en/timeline';
import { Button } from '../ui/Button';
import { momentMs } from './ActionRow';
import { addAction, nameOf, OFFERED } from './changes';
import { readTime } from './time-text';
import { TimeInput } from './TimeInput';

const SELECT = 'border-line bg-raised text-text h-7 max-w-56 rounded border px-1 text-sm';
const ON_INSTANCE = ['root', 'instance-store', 'memory'] as const;

export function AddAction({ onDone }: { readonly onDone: () => void }) {
  const document = useDocument((state) => state.document);
  const things = useMemo(
    () => Object.values(document.resources).filter(({ kind }) => OFFERED[kind]),
    [document],
  );
  const [target, setTarget] = useState(() => {
    const [selected] = viewStore.getState().selection;
    return things.find(({ id }) => id === selected)?.id ?? things[0]?.id;
  });
  const [wanted, setWanted] = useState<ScriptAction['type']>('stop');
  const [text, setText] = useState<string>(words.now);
  const [delay, setDelay] = useState('1d');
  const [code, setCode] = useState<(typeof SCHEDULED_EVENT_CODES)[number]>('instance-retirement');
  const [label, setLabel] = useState('');
  const [to, setTo] = useState<(typeof ON_INSTANCE)[number]>('root');
  const [end, setEnd] = useState<string>();
  const [wrong, setWrong] = useState<{
    readonly field: 'at' | 'delay' | 'label';
    readonly message: string;
  } | null>(null);
  const thing = things.find(({ id }) => id === target);
  if (!thing) return <p className="text-soft m-0 text-sm">{words.nothingToDo}</p>;
  const offered = OFFERED[thing.kind] ?? [];
  const type = offered.includes(wanted) ? wanted : (offered[0] ?? wanted);
  const onInstance = type === 'write-data' && thing.kind === 'instance';
  const kinds = endsOf(type);
  const ends = Object.values(document.resources).filter(
    ({ id, kind }) => kinds.includes(kind) && id !== thing.id,
  );
  const chosenEnd = ends.find(({ id }) => id === end) ?? ends[0];

  const add = () => {
    const at = readTime(text, momentMs());
    if (!at.ok) return setWrong({ field: 'at', message: at.message });
    const due = readTime(delay, 0);
    if (type === 'schedule-event' && !due.ok) return setWrong({ field: 'delay', message: due.message });
    if (type === 'write-data' && label.trim() === '')
      return setWrong({ field: 'label', message: words.labelMissing });
    if (kinds.length > 0 && !chosenEnd) return announce(words.noEnd, 'bad');
    const action: Omit<ScriptAction, 'id'> = {
      type,
      target: thing.id,
      at: at.value,
      ...(type === 'schedule-event' && due.ok ? { code, delayMs: due.value } : {}),
      ...(chosenEnd ? { to: chosenEnd.id } : {}),
      ...(type === 'write-data' ? { label: label.trim(), to: onInstance ? to : thing.id } : {}),
    };
    const done = addAction(action);
    if (!done.ok) return announce(done.error.message, 'bad');
    announce(nameOf(document, action));
    return onDone();
  };
  const wrongAt = (field: 'at' | 'delay' | 'label') => (wrong?.field === field ? wrong.message : null);

  return (
    <form
      aria-label={words.add}
      className="border-line bg-sunken flex flex-wrap items-start gap-2 rounded-lg border p-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onDone();
        }
      }}
    >
      <Labelled label={words.thing}>
        <select
          autoFocus
          value={thing.id}
          onChange={(event) => setTarget(event.target.value)}
          className={SELECT}
        >
          {things.map(({ id }) => (
            <option key={id} value={id}>
              {titleOf(document, id)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={words.what}>
        <select
          value={type}
          onChange={(event) => setWanted(offered.find((one) => one === event.target.value) ?? type)}
          className={SELECT}
        >
          {offered.map((one) => (
            <option key={one} value={one}>
              {scriptWords[one]}
            </option>
          ))}
        </select>
      </Labelled>
      {type === 'schedule-event' && (
        <>
          <Labelled label={words.code}>
            <select
              value={code}
              onChange={(event) =>
                setCode(SCHEDULED_EVENT_CODES.find((one) => one === event.target.value) ?? code)
              }
              className={SELECT}
            >
              {SCHEDULED_EVENT_CODES.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled label={words.delay}>
            <TimeInput label={words.delay} text={delay} wrong={wrongAt('delay')} onText={setDelay} />
          </Labelled>
        </>
      )}
      {type === 'write-data' && (
        <Labelled label={words.label}>
          <input
            value={label}
            maxLength={80}
            aria-invalid={wrongAt('label') !== null}
            onChange={(event) => setLabel(event.target.value)}
            className={`${SELECT} w-40 px-1.5`}
          />
          {wrongAt('label') !== null && (
            <span role="alert" className="text-bad text-xs">
              {wrongAt('label')}
            </span>
          )}
        </Labelled>
      )}
      {chosenEnd && (
        <Labelled label={words.end}>
          <select value={chosenEnd.id} onChange={(event) => setEnd(event.target.value)} className={SELECT}>
            {ends.map(({ id }) => (
              <option key={id} value={id}>
                {titleOf(document, id)}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      {onInstance && (
        <Labelled label={words.to}>
          <select
            value={to}
            onChange={(event) => setTo(ON_INSTANCE.find((one) => one === event.target.value) ?? to)}
            className={SELECT}
          >
            {ON_INSTANCE.map((one) => (
              <option key={one} value={one}>
                {words.places[one]}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <Labelled label={words.at}>
        <TimeInput label={words.at} text={text} wrong={wrongAt('at')} onText={setText} />
      </Labelled>
      <Button type="submit" look="primary" className="mt-4">
        {words.addNow}
      </Button>
      <Button look="quiet" className="mt-4" onClick={onDone}>
        {words.cancel}
      </Button>
    </form>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="flex flex-col text-sm">
      <span className="text-soft text-xs">{label}</span>
      {children}
    </label>
  );
}
