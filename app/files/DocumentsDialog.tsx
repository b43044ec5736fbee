/** The documents kept in this browser: open, delete, and take a deletion back. */
import { useEffect, useState } from 'react';
import { Trash2 } from 'lucide-react';
import { agoOf } from '../frame/SaveStatus';
import { closeDialog, FrameDialog } from '../frame/FrameDialog';
import { useDocument } from '../state/hooks';
import { explainStorageError, saveNow, shelf } from '../state/storage/documents';
import type { StoredDocument } from '../state/storage/shelf';
import { documents as text } from '../strings';
import { Button } from '../ui/Button';
import { readAndOpenStored } from './open-stored';

interface Listing {
  readonly records: readonly StoredDocument[] | null;
  readonly failure: string;
}

export function DocumentsDialog() {
  const [{ records, failure }, setListing] = useState<Listing>({ records: null, failure: '' });
  const [deleted, setDeleted] = useState<StoredDocument | null>(null);
  const openId = useDocument((state) => state.documentId);
  const load = async () => {
    try {
      await saveNow();
      setListing({ records: await (await shelf()).list(), failure: '' });
    } catch (error) {
      setListing({ records: [], failure: text.unavailable(explainStorageError(error)) });
    }
  };
  useEffect(() => void load(), []);
  const remove = async (record: StoredDocument) => {
    await (await shelf()).remove(record.id);
    setDeleted(record);
    await load();
  };
  const restore = async (record: StoredDocument) => {
    await (await shelf()).restore(record);
    setDeleted(null);
    await load();
  };
  return (
    <FrameDialog title={text.title} wide>
      {!failure && <p className="text-soft pb-2 text-sm">{text.intro}</p>}
      {failure && <p className="text-bad text-sm">{failure}</p>}
      {records?.length === 0 && !failure && !deleted && <p className="py-3 text-sm">{text.none}</p>}
      <ul className="divide-line divide-y">
        {records?.map((record) => (
          <li key={record.id} className="flex items-center gap-3 py-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">{record.title}</span>
              <span className="text-soft text-xs">
                {text.changed(whenOf(record.updatedAt))} ·{' '}
                {text.things(Object.keys(record.document.resources).length)}
              </span>
            </span>
            {record.id === openId ? (
              <span className="text-soft text-xs">{text.openNow}</span>
            ) : (
              <>
                <Button
                  onClick={() => {
                    void readAndOpenStored(record).then(closeDialog);
                  }}
                >
                  {text.open}
                </Button>
                <Button
                  look="quiet"
                  aria-label={text.deleteThis(record.title)}
                  title={text.deleteThis(record.title)}
                  icon={<Trash2 aria-hidden size={15} />}
                  onClick={() => void remove(record)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="flex min-h-7 items-center gap-2 pt-2 text-sm">
        {deleted && (
          <>
            {text.deleted(deleted.title)}
            <Button onClick={() => void restore(deleted)}>{text.undo}</Button>
          </>
        )}
      </p>
    </FrameDialog>
  );
}

const DAY_MS = 86_400_000;

const whenOf = (time: number): string =>
  Date.now() - time < DAY_MS
    ? agoOf(Date.now() - time)
    : new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
