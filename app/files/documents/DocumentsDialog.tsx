/** The documents kept in this browser: found, opened, renamed, duplicated, deleted and put back. */
import { useCallback, useState } from 'react';
import { Search } from 'lucide-react';
import { closeDialog, FrameDialog } from '../../frame/FrameDialog';
import { explainStorageError, saveNow } from '../../state/storage/documents';
import { documents as text } from '../../strings';
import { Button } from '../../ui/Button';
import { TabBar } from '../../ui/TabBar';
import { BinPanel } from './BinPanel';
import { DocumentList } from './DocumentList';
import { openEntry } from './actions';
import type { Act, Done } from './done';
import { matches, type DocumentEntry } from './entries';
import { FullNotice } from './FullNotice';
import { RoomLine } from './RoomLine';
import { useListing } from './use-listing';
import './documents.css';

const open = (entry: DocumentEntry): void => {
  void openEntry(entry).then((isOpened) => isOpened && closeDialog());
};

type Tab = 'documents' | 'bin';

export default function DocumentsDialog() {
  const { shown, looks, reload } = useListing();
  const [tab, setTab] = useState<Tab>('documents');
  const [query, setQuery] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  const act: Act = useCallback(
    async (action) => {
      let next: Done | null;
      try {
        next = await action();
      } catch (error) {
        next = { words: text.failedAction(explainStorageError(error).reason), isBad: true };
      }
      setDone(next);
      // What was refused for want of room may go in now.
      await saveNow();
      await reload();
    },
    [reload],
  );
  const found = shown?.documents.filter(({ card }) => matches(card.title, query)) ?? [];
  const panel = { role: 'tabpanel', id: `documents-panel-${tab}`, 'aria-labelledby': `documents-tab-${tab}` };
  return (
    <FrameDialog title={text.title} whole="documents-dialog">
      <div className="documents-head">
        <TabBar
          label={text.title}
          idPrefix="documents"
          active={tab}
          onChange={setTab}
          tabs={[
            { id: 'documents', label: text.kept, badge: <Count of={shown?.documents.length} /> },
            { id: 'bin', label: text.inBin, badge: <Count of={shown?.binned.length} /> },
          ]}
        />
        {tab === 'documents' && (
          <label className="documents-search">
            <Search aria-hidden size={14} />
            <input
              type="search"
              autoFocus
              placeholder={text.search}
              aria-label={text.search}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                document.querySelector<HTMLElement>('[data-document-row] button[tabindex="0"]')?.focus();
              }}
            />
          </label>
        )}
      </div>
      <div className="documents-body" {...panel}>
        {shown?.refused && <p className="text-bad pb-2 text-sm">{text.unavailable(shown.refused.reason)}</p>}
        {shown && <FullNotice shown={shown} act={act} />}
        {tab === 'documents' && shown && (
          <>
            {shown.documents.length === 0 && !shown.refused && <p className="py-3 text-sm">{text.none}</p>}
            {shown.documents.length > 0 && found.length === 0 && (
              <p className="py-3 text-sm">{text.noneFound(query)}</p>
            )}
            <DocumentList entries={found} looks={looks} now={shown.at} act={act} onOpen={open} />
          </>
        )}
        {tab === 'bin' && shown && <BinPanel entries={shown.binned} looks={looks} now={shown.at} act={act} />}
      </div>
      <footer className="documents-foot">
        <p
          role="status"
          className={`flex min-h-7 items-center gap-2 text-sm ${done?.isBad ? 'text-bad' : ''}`}
        >
          {done?.words}
          {done?.next && (
            <Button onClick={() => void act(async () => (await done.next?.run(), null))}>
              {done.next.label}
            </Button>
          )}
        </p>
        {shown && !shown.refused && <RoomLine shown={shown} act={act} />}
      </footer>
    </FrameDialog>
  );
}

const Count = ({ of }: { readonly of: number | undefined }) =>
  of ? <span className="text-soft text-xs tabular-nums">{of}</span> : null;
