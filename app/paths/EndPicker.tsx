/** One end of a path: type a name, an id or an address, choose from the list, or pick it on the canvas. */
import { Crosshair } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { allOf, labelOf, type Scenario } from '../../engine';
import { useDocument, usePath } from '../state/hooks';
import { pathStore } from '../state/path-store';
import { pathWords as words } from '../strings/en/timeline';
import { Button } from '../ui/Button';
import { setQuery } from '../asking/ask-path';

export function EndPicker({ end }: { readonly end: 'from' | 'to' }) {
  const document = useDocument((state) => state.document);
  const value = usePath((state) => state.query[end]);
  const picking = usePath((state) => state.picking === end);
  const [text, setText] = useState('');
  const listId = useId();
  useEffect(() => setText(value ? textOfEnd(document, value) : ''), [document, value]);
  const accept = () => {
    const typed = text.trim();
    if (typed !== (value ? textOfEnd(document, value) : ''))
      void setQuery({ [end]: endOfText(document, typed) });
  };
  return (
    <span className="inline-flex items-center gap-1">
      <label className="inline-flex items-center gap-1.5">
        <span className="text-soft text-sm">{words[end]}</span>
        <input
          list={listId}
          value={text}
          placeholder={end === 'from' ? 'internet' : 'web-1'}
          onChange={(event) => {
            setText(event.target.value);
            // A choice from the list arrives as one change; typing letter by letter waits for Enter.
            const native = event.nativeEvent as InputEvent;
            if (native.inputType === undefined || native.inputType === 'insertReplacementText')
              void setQuery({ [end]: endOfText(document, event.target.value) });
          }}
          onBlur={accept}
          onKeyDown={(event) => event.key === 'Enter' && accept()}
          className="border-line bg-raised h-7 w-44 rounded-md border px-2 text-sm"
        />
      </label>
      <datalist id={listId}>
        {endsOf(document).map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <Button
        look="quiet"
        aria-pressed={picking}
        aria-label={`${words.pick}: ${words[end]}`}
        title={words.pick}
        className={picking ? 'bg-accent-soft text-accent' : ''}
        onClick={() => pathStore.setState({ picking: picking ? null : end })}
        icon={<Crosshair size={15} aria-hidden />}
      />
    </span>
  );
}

const INTERNET = 'internet';

function endsOf(document: Scenario): string[] {
  const ends = [
    ...allOf(document, 'instance'),
    ...allOf(document, 'network-interface').filter((eni) => eni.attachment?.deviceIndex !== 0),
    ...allOf(document, 'nat-gateway'),
  ];
  return [INTERNET, ...new Set(ends.map((end) => textOfEnd(document, end.id)))];
}

/** An id as people read it; the internet's client keeps its word. */
export function textOfEnd(document: Scenario, end: string): string {
  const resource = document.resources[end];
  if (resource?.kind === 'internet') return `${INTERNET}:${resource.clientAddress}`;
  if (!resource) return end;
  const label = labelOf(document, end);
  // Two things of one name are told apart by their ids.
  const namesakes = Object.values(document.resources).filter(
    (other) => labelOf(document, other.id) === label,
  );
  return namesakes.length > 1 ? end : label;
}

/** Text to what the engine is asked: a name that is one thing's becomes its id, so that renaming keeps the question. */
function endOfText(document: Scenario, text: string): string {
  const named = Object.values(document.resources).filter(
    (resource) => resource.id === text || labelOf(document, resource.id) === text,
  );
  const only = named[0];
  return named.length === 1 && only ? only.id : text;
}
