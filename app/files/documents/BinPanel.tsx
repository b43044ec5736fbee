/** The bin: what was deleted in the last 30 days, to be put back or to go for good. */
import { useState } from 'react';
import { Trash2, Undo2 } from 'lucide-react';
import { agoOf } from '../../frame/save-words';
import { daysLeft } from '../../state/storage/card';
import { shelf } from '../../state/storage/documents';
import type { Look } from '../../state/storage/shelf';
import { documents as text } from '../../strings';
import { Button } from '../../ui/Button';
import { PictureView } from '../picture/PictureView';
import type { Act } from './done';
import type { DocumentEntry } from './entries';

export interface BinPanelProps {
  readonly entries: readonly DocumentEntry[];
  readonly looks: ReadonlyMap<string, Look>;
  readonly now: number;
  readonly act: Act;
}

export function BinPanel({ entries, looks, now, act }: BinPanelProps) {
  if (entries.length === 0) return <p className="py-3 text-sm">{text.binEmpty}</p>;
  const purge = (gone: readonly DocumentEntry[]) =>
    act(async () => {
      await (await shelf()).purge(gone.map(({ card }) => card.id));
      return { words: text.binEmptied(gone.length) };
    });
  const restore = ({ card }: DocumentEntry) =>
    act(async () => {
      await (await shelf()).bin(card.id, null);
      return { words: text.restored(card.title) };
    });
  return (
    <>
      <div className="flex items-center justify-between gap-3 pb-1">
        <p className="text-soft text-sm">{text.binIntro}</p>
        <EmptyBin entries={entries.filter(({ isNewer }) => !isNewer)} purge={purge} />
      </div>
      <ul className="documents-list" aria-label={text.inBin}>
        {entries.map((entry) => (
          <li key={entry.card.id} className="documents-row">
            <PictureView picture={(looks.get(entry.card.id) ?? entry.card.look)?.picture ?? null} />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">{entry.card.title}</span>
              <span className="text-soft block text-xs">
                {text.changed(agoOf(entry.card.updatedAt, now))} · {text.things(entry.card.count)} ·{' '}
                {text.goesIn(daysLeft(entry.card.deletedAt ?? now, now))}
              </span>
            </span>
            <Button
              aria-label={text.restoreThis(entry.card.title)}
              icon={<Undo2 aria-hidden size={14} />}
              onClick={() => void restore(entry)}
            >
              {text.restore}
            </Button>
            <Button
              look="quiet"
              disabled={entry.isNewer}
              aria-label={text.deleteThisForGood(entry.card.title)}
              title={text.deleteThisForGood(entry.card.title)}
              icon={<Trash2 aria-hidden size={15} />}
              onClick={() => void purge([entry])}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Pressed twice: there is no way back from this one. */
export function EmptyBin(props: {
  readonly entries: readonly DocumentEntry[];
  readonly purge: (entries: readonly DocumentEntry[]) => Promise<void>;
}) {
  const [isAsking, setAsking] = useState(false);
  if (props.entries.length === 0) return null;
  return (
    <Button
      look={isAsking ? 'danger' : 'plain'}
      onBlur={() => setAsking(false)}
      onClick={() => {
        setAsking(!isAsking);
        if (isAsking) void props.purge(props.entries);
      }}
    >
      {isAsking ? text.reallyEmpty(props.entries.length) : text.emptyBin}
    </Button>
  );
}
