/**
 * Two futures of one document: when it branches, the future so far is kept as a document of its own, and one goes on with
 * the one shown. Which documents belong together is remembered per browser; each is stored, opened and undone as any other.
 */
import { createStore } from 'zustand/vanilla';
import { readAndOpenStored } from '../files/open-stored';
import { seek } from '../playback/run-controller';
import { documentStore, isViewOnly, newDocumentId } from '../state/document-store';
import { runStore } from '../state/run-store';
import { explainStorageError, saveNow, shelf } from '../state/storage/documents';
import { announce, setView } from '../state/view-store';
import { documents as documentWords } from '../strings';
import { scriptTabWords as words } from '../strings/en/script';
import { viewOnlyText } from '../strings/en/view-only';
import { addPair, otherOf, readPairs, withoutPair, type FuturePair } from './future-pairs';

const KEY = 'ec2-playground.futures';

export const futuresStore = createStore<{ readonly pairs: readonly FuturePair[] }>(() => ({
  pairs: readPairs(stored()),
}));

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function setPairs(pairs: readonly FuturePair[]): void {
  futuresStore.setState({ pairs });
  try {
    localStorage.setItem(KEY, JSON.stringify(pairs));
  } catch {
    // Not essential: both documents are kept; only that they belong together is forgotten with the tab.
  }
}

/** Keeps the document as it is as the other future. @returns whether it is kept. */
export async function branchHere(): Promise<boolean> {
  if (isViewOnly()) {
    announce(viewOnlyText.refused, 'bad');
    return false;
  }
  const { document, documentId } = documentStore.getState();
  const { moment } = runStore.getState();
  const id = newDocumentId();
  const title = words.keptTitle(document.title);
  const record = {
    id,
    title,
    updatedAt: Date.now(),
    openedAt: 0,
    stamp: 1,
    document: { ...document, title },
  };
  return trying(async () => {
    await (await shelf()).put(record, 0);
    const at = moment === 'design' ? 0 : Math.round(moment);
    setPairs(addPair(futuresStore.getState().pairs, { documents: [documentId, id], at }));
    setView({ dockTab: 'script', dockOpen: true });
    announce(words.branched);
  });
}

/** Shows the other future at the moment shown; the one shown is kept. */
export async function switchFuture(): Promise<void> {
  const { document, documentId } = documentStore.getState();
  const pair = otherOf(futuresStore.getState().pairs, documentId);
  if (!pair) return;
  const { moment } = runStore.getState();
  await trying(async () => {
    await saveNow();
    const opened = await shelf();
    // A document that nobody has edited yet is not stored.
    if (!(await opened.get(documentId))) {
      const { title } = document;
      await opened.put({ id: documentId, title, updatedAt: Date.now(), openedAt: 0, stamp: 1, document }, 0);
    }
    const other = await opened.get(pair.other);
    if (!other) {
      forgetFuture();
      announce(words.gone, 'bad');
      return;
    }
    if ((await readAndOpenStored(other)) && moment !== 'design') await seek(moment);
  });
}

/** Puts the other future into the bin. */
export async function dropFuture(): Promise<void> {
  const pair = otherOf(futuresStore.getState().pairs, documentStore.getState().documentId);
  if (!pair) return;
  await trying(async () => {
    const opened = await shelf();
    const title = (await opened.get(pair.other))?.title;
    if (title !== undefined) await opened.bin(pair.other, Date.now());
    forgetFuture();
    if (title !== undefined) announce(words.dropped(title));
  });
}

/** Keeps both documents; they are two like any others. */
export const forgetFuture = (): void =>
  setPairs(withoutPair(futuresStore.getState().pairs, documentStore.getState().documentId));

async function trying(task: () => Promise<void>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    announce(documentWords.failedAction(explainStorageError(error).reason), 'bad');
    return false;
  }
}
