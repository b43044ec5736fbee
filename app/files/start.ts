/** What stands on the canvas when the page opens: a link, else the last document, else the demonstration. */
import { openHash } from '../share/open-hash';
import { documentStore } from '../state/document-store';
import { sayRefused, shelf, startSaving, unsavedHere } from '../state/storage/documents';
import type { StoredDocument } from '../state/storage/shelf';
import { openUnsaved, readAndOpenStored } from './open-stored';

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
  let last: StoredDocument | undefined;
  try {
    last = await (await shelf()).last();
  } catch (error) {
    sayRefused(error);
  }
  // What an earlier page could not store, and this one can't either, is what was worked on last.
  const [aside] = unsavedHere();
  if (aside) return openUnsaved(aside);
  return last !== undefined && readAndOpenStored(last);
}
