/** One document: its picture, its title, when it was changed, and what can be done with it. */
import { memo, useRef, useState, type KeyboardEvent } from 'react';
import { Copy, Download, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { agoOf } from '../../frame/save-words';
import type { Look } from '../../state/storage/shelf';
import { documents as text } from '../../strings';
import { Button } from '../../ui/Button';
import type { MenuEntry } from '../../ui/menu-entry';
import { MenuButton } from '../../ui/MenuButton';
import { PictureView } from '../picture/PictureView';
import { binEntry, downloadEntry, duplicateEntry, renameEntry } from './actions';
import type { Act } from './done';
import type { DocumentEntry } from './entries';

const MAX_TITLE = 120;

export interface DocumentRowProps {
  readonly entry: DocumentEntry;
  readonly look: Look | null;
  readonly isEntered: boolean;
  readonly onEnter: (id: string) => void;
  readonly now: number;
  readonly act: Act;
  readonly onOpen: (entry: DocumentEntry) => void;
}

/** Hundreds of them: a row is rendered anew only where something of it is another. */
export const DocumentRow = memo(function DocumentRow(props: DocumentRowProps) {
  const { entry, look, isEntered, onEnter, now, act, onOpen } = props;
  const [renaming, setRenaming] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { card, openIn, unsaved, isNewer } = entry;
  const canOpen = openIn !== 'here' && !isNewer;
  const canRename = openIn !== 'elsewhere' && !isNewer && (!unsaved || openIn === 'here');
  const canDelete = openIn === null && !isNewer && !unsaved;
  const remove = () => act(() => binEntry(entry));
  const entries = (): readonly MenuEntry[] => [
    {
      label: text.rename,
      icon: <Pencil aria-hidden size={14} />,
      keys: 'F2',
      disabled: !canRename,
      ...(openIn === 'elsewhere' ? { hint: text.notWhileElsewhere } : {}),
      run: () => setRenaming(true),
    },
    {
      label: text.duplicate,
      icon: <Copy aria-hidden size={14} />,
      disabled: isNewer,
      run: () =>
        void act(async () => {
          await duplicateEntry(entry);
          return { words: text.duplicated(card.title) };
        }),
    },
    { label: text.download, icon: <Download aria-hidden size={14} />, run: () => void downloadEntry(entry) },
    'separator',
    {
      label: text.delete,
      icon: <Trash2 aria-hidden size={14} />,
      keys: 'Delete',
      disabled: !canDelete,
      ...(isNewer ? { hint: text.newerHelp } : {}),
      run: () => void remove(),
    },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === 'F2' && canRename) setRenaming(true);
    else if (event.key === 'Delete' && canDelete) {
      // The keyboard goes on where the row was.
      const next = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
      next?.querySelector<HTMLElement>('[data-first]')?.focus();
      void remove();
    } else return;
    event.preventDefault();
  };
  const rename = (title: string) => {
    setRenaming(false);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-first]')?.focus());
    if (title !== '' && title !== card.title)
      void act(async () => {
        await renameEntry(entry, title);
        return null;
      });
  };
  return (
    <li
      ref={row}
      data-document-row
      className="documents-row"
      onFocus={() => onEnter(card.id)}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        aria-hidden
        tabIndex={-1}
        disabled={!canOpen}
        className="documents-picture"
        onClick={() => onOpen(entry)}
      >
        <PictureView picture={look?.picture ?? null} />
      </button>
      <span className="min-w-0 flex-1">
        {renaming ? (
          <TitleField title={card.title} onDone={rename} />
        ) : (
          <span className="block truncate text-sm font-medium">{card.title}</span>
        )}
        <span className="text-soft block text-xs">
          {unsaved ? text.changedHere : text.changed(agoOf(card.updatedAt, now))} · {text.things(card.count)}
        </span>
        {isNewer && <span className="text-warn block text-xs">{text.newerHelp}</span>}
      </span>
      <State entry={entry} />
      {canOpen && (
        <Button data-first="" tabIndex={isEntered ? 0 : -1} onClick={() => onOpen(entry)}>
          {text.open}
        </Button>
      )}

      <MenuButton
        label={text.more(card.title)}
        look="quiet"
        icon={<Ellipsis aria-hidden size={16} />}
        entries={entries}
        {...(canOpen ? {} : { marker: 'first' })}
        outOfTabOrder={!isEntered}
      />
    </li>
  );
});

function State({ entry }: { readonly entry: DocumentEntry }) {
  const words = entry.isNewer
    ? text.fromNewer
    : entry.openIn === 'here'
      ? text.openNow
      : entry.openIn === 'elsewhere'
        ? text.openElsewhere
        : entry.unsaved
          ? text.onlyHere
          : null;
  return words === null ? null : (
    <span className={`text-xs whitespace-nowrap ${entry.isNewer ? 'text-warn' : 'text-soft'}`}>{words}</span>
  );
}

function TitleField(props: { readonly title: string; readonly onDone: (title: string) => void }) {
  const isCancelled = useRef(false);
  return (
    <input
      autoFocus
      aria-label={text.renameThis(props.title)}
      defaultValue={props.title}
      maxLength={MAX_TITLE}
      className="border-accent bg-ground block h-7 w-full rounded-md border px-1.5 text-sm font-medium"
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => props.onDone(isCancelled.current ? '' : event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // Escape leaves the field, not the dialog.
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        isCancelled.current = event.key === 'Escape';
        event.currentTarget.blur();
      }}
    />
  );
}
