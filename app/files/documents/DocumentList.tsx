/** The list: arrow keys walk from row to row, F2 renames, Delete deletes. */
import { useState, type KeyboardEvent } from 'react';
import type { Look } from '../../state/storage/shelf';
import { documents as text } from '../../strings';
import type { Act } from './done';
import { DocumentRow } from './DocumentRow';
import type { DocumentEntry } from './entries';

export interface DocumentListProps {
  readonly entries: readonly DocumentEntry[];
  readonly looks: ReadonlyMap<string, Look>;
  readonly now: number;
  readonly act: Act;
  readonly onOpen: (entry: DocumentEntry) => void;
}

export function DocumentList({ entries, looks, now, act, onOpen }: DocumentListProps) {
  // The row that Tab enters.
  const [current, setCurrent] = useState<string | null>(null);
  const entered = entries.some(({ card }) => card.id === current) ? current : entries[0]?.card.id;
  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.target instanceof HTMLInputElement) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-document-row]')];
    const at = rows.findIndex((row) => row.contains(event.target as Node));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(rows.length - 1, to))]?.querySelector<HTMLElement>('[data-first]')?.focus();
  };
  return (
    <ul className="documents-list" aria-label={text.kept} onKeyDown={walk}>
      {entries.map((entry) => (
        <DocumentRow
          key={entry.card.id}
          entry={entry}
          look={looks.get(entry.card.id) ?? entry.card.look ?? null}
          isEntered={entry.card.id === entered}
          onEnter={setCurrent}
          now={now}
          act={act}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}
