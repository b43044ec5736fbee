/** What stands on the canvas when the page opens: a link, else the last document, else the demonstration. */
import { openHash } from '../share/open-hash';
import { documentStore } from '../state/document-store';
import { explainStorageError, shelf, startSaving } from '../state/storage/documents';
import { setSaveState } from '../state/storage/save-store';
import { readAndOpenStored } from './open-stored';

/** Call once, after the first paint. */
export async function openFirst(): Promise<void> {
  startSaving();
  const { revision } = documentStore.getState();
  window.addEventListener('hashchange', () => void openHash());
  if (await openHash()) return;
  const restored = await restoreLast();
  // Somebody was faster and has begun to draw: theirs stays.
  if (restored || documentStore.getState().revision !== revision) return;
  // Loaded only for who comes the first time.
  const { openDemo } = await import('../first-minute/open-demo');
  if (documentStore.getState().revision === revision) await openDemo();
}

async function restoreLast(): Promise<boolean> {
  try {
    const records = await (await shelf()).list();
    const last = records.reduce<(typeof records)[number] | undefined>(
      (latest, record) => (latest && latest.openedAt >= record.openedAt ? latest : record),
      undefined,
    );
    if (!last) return false;
    return await readAndOpenStored(last);
  } catch (error) {
    setSaveState({ status: 'failed', reason: explainStorageError(error) });
    return false;
  }
}
