/** One end of a path: type a name, an id or an address, choose from the list, or pick it on the canvas. */
import { Crosshair } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { useDocument, usePath, useRun } from '../state/hooks';
import { pathStore } from '../state/path-store';
import { pathWords as words } from '../strings/en/paths';
import { Button } from '../ui/Button';
import { setQuery } from '../asking/ask-path';
import { endOfText, endsOf, textOfEnd } from './ends';

export function EndPicker({ end }: { readonly end: 'from' | 'to' }) {
  const document = useDocument((state) => state.document);
  const live = useRun((state) => state.live);
  const value = usePath((state) => state.query[end]);
  const picking = usePath((state) => state.picking === end);
  const [text, setText] = useState('');
  // The list is made when somebody is about to choose: it names everything that can be an end.
  const [choosing, setChoosing] = useState(false);
  const offered = useMemo(
    () => (choosing ? endsOf(document, live, end) : []),
    [choosing, document, live, end],
  );
  const listId = useId();
  useEffect(() => setText(value ? textOfEnd(document, value) : ''), [document, value]);
  const accept = () => {
    const typed = text.trim();
    if (typed !== (value ? textOfEnd(document, value) : ''))
      void setQuery({ [end]: endOfText(document, typed) });
  };
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <label className="inline-flex min-w-0 items-center gap-1.5">
        <span className="text-soft text-sm">{words[end]}</span>
        <input
          list={listId}
          value={text}
          placeholder={end === 'from' ? 'internet' : 'web-1'}
          title={text}
          onFocus={() => setChoosing(true)}
          onChange={(event) => {
            setText(event.target.value);
            // A choice from the list arrives as one change; typing letter by letter waits for Enter.
            const native = event.nativeEvent as InputEvent;
            if (native.inputType === undefined || native.inputType === 'insertReplacementText')
              void setQuery({ [end]: endOfText(document, event.target.value) });
          }}
          onBlur={accept}
          onKeyDown={(event) => event.key === 'Enter' && accept()}
          className="border-line bg-raised h-7 w-44 min-w-0 rounded-md border px-2 text-sm"
        />
      </label>
      <datalist id={listId}>
        {offered.map((label) => (
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
