/** The document's title: a click renames it in place, Enter keeps the new one, Escape the old. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { commit } from '../state/document-store';
import { useDocument } from '../state/hooks';
import { commands, frame as text } from '../strings';

const MAX_TITLE = 120;

export function DocumentTitle() {
  const title = useDocument((state) => state.document.title);
  const looking = useDocument((state) => state.viewOnly);
  const [editing, setEditing] = useState(false);
  const cancelled = useRef(false);
  if (looking || !editing)
    return (
      <button
        type="button"
        disabled={looking}
        title={text.renameDocument}
        className="enabled:hover:bg-sunken h-7 max-w-56 truncate rounded-md px-1.5 text-sm font-semibold"
        onClick={() => {
          cancelled.current = false;
          setEditing(true);
        }}
      >
        {title || commands.untitled}
      </button>
    );
  const keep = (value: string) => {
    setEditing(false);
    const next = value.trim();
    if (cancelled.current || next === '' || next === title) return;
    commit({
      label: `${text.renameDocument}: ${next}`,
      changes: [{ type: 'describe', set: { title: next } }],
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') cancelled.current = true;
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <input
      autoFocus
      aria-label={text.documentTitle}
      defaultValue={title}
      maxLength={MAX_TITLE}
      className="border-accent bg-ground h-7 w-48 rounded-md border px-1.5 text-sm font-semibold"
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
