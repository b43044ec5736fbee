/** The documents of this browser: restored at start, saved as they change, listed, opened and deleted. */
import type { Scenario } from '../../../engine';
import { documents as text } from '../../strings';
import { commit, documentStore, newDocumentId, onDocumentEvent, openDocument } from '../document-store';
import { announce, setView } from '../view-store';
import { createAutosave, type Autosave } from './autosave';
import { watchOtherTabs, type OtherTabs } from './other-tabs';
import { setSaveState } from './save-store';
import { rescue, stash, unstash } from './stash';
import type { DocumentShelf, StoredDocument } from './shelf';

let shelfPromise: Promise<DocumentShelf> | null = null;

/** @throws what IndexedDB throws; `explainStorageError` puts it into words. */
export function shelf(): Promise<DocumentShelf> {
  shelfPromise ??= openWithRescue().catch((error: unknown) => {
    // Asked again, it may open: another tab may have let go, or space was made.
    shelfPromise = null;
    throw error;
  });
  return shelfPromise;
}

async function openWithRescue(): Promise<DocumentShelf> {
  const { openShelf } = await import('./indexed-db');
  const opened = openShelf();
  await rescue(opened, newDocumentId);
  return opened;
}

export function explainStorageError(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  const inner =
    error instanceof Error && 'inner' in error && error.inner instanceof Error ? error.inner.name : '';
  if ([name, inner].includes('QuotaExceededError')) return text.storageFull;
  if (
    [
      'MissingAPIError',
      'OpenFailedError',
      'SecurityError',
      'InvalidStateError',
      'DatabaseClosedError',
    ].includes(name)
  )
    return text.storageOff;
  return text.storageFailed(error instanceof Error ? error.message : String(error));
}

/** The stamp of the record that is about to be opened; set just before `openDocument`. */
let openingStamp = 0;

/** Opens a stored document in place of the one shown, which stays stored. */
export function openStored(record: StoredDocument): void {
  openingStamp = record.stamp;
  setView({ selection: [], carrying: null });
  openDocument(record.document, record.id);
  void shelf().then((opened) => opened.put({ ...record, openedAt: Date.now() }, record.stamp));
}

/** Opens something new beside what is stored, and stores it at once. */
export async function openAndKeep(document: Scenario, link?: string): Promise<void> {
  setView({ selection: [], carrying: null });
  openDocument(document);
  await autosave?.keep(document, link);
}

let autosave: Autosave | null = null;

/** Saves what is waiting; the page's end and the Documents dialog ask for it. */
export const saveNow = (): Promise<void> => autosave?.flush() ?? Promise.resolve();

/** Starts saving. Call once. */
export function startSaving(): void {
  const keeper = createAutosave({
    shelf,
    newId: newDocumentId,
    becameCopy: (id) => {
      documentStore.setState({ documentId: id });
      nameCopy();
      announce(text.copyConflict);
      claim(tabs, keeper, id);
    },
    tell: setSaveState,
    explain: explainStorageError,
    now: Date.now,
    stash,
    unstash,
    later: (run, afterMs) => {
      const timer = setTimeout(run, afterMs);
      return () => clearTimeout(timer);
    },
  });
  autosave = keeper;
  const tabs = watchOtherTabs(newDocumentId());
  const { documentId } = documentStore.getState();
  keeper.opened(documentId, 0);
  onDocumentEvent((event) => {
    if (event.type === 'changed') {
      keeper.edited(documentStore.getState().document);
      return;
    }
    const id = documentStore.getState().documentId;
    keeper.opened(id, openingStamp);
    openingStamp = 0;
    claim(tabs, keeper, id);
  });
  // A hidden page may be gone without another word; there is no later.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keeper.leave();
  });
  window.addEventListener('pagehide', () => keeper.leave());
}

function claim(tabs: OtherTabs, keeper: Autosave, id: string): void {
  tabs.announce(id, () => {
    if (documentStore.getState().documentId !== id) return;
    const copyId = newDocumentId();
    documentStore.setState({ documentId: copyId });
    keeper.renew(copyId);
    announce(text.copyOpen);
    // The copy gets its name with its first edit: a tab opened only to look leaves nothing behind.
    const stop = onDocumentEvent((event) => {
      stop();
      // Not inside the event: others are still hearing of the edit itself.
      if (event.type === 'changed')
        queueMicrotask(() => documentStore.getState().documentId === copyId && nameCopy());
    });
    claim(tabs, keeper, copyId);
  });
}

function nameCopy(): void {
  const { title } = documentStore.getState().document;
  const label = text.copyTitle(title);
  commit({ label, changes: [{ type: 'describe', set: { title: label } }] });
}
