/**
 * A share link in the address bar opens as a new document beside what is stored.
 * Once it is stored the fragment is taken out of the address: a reload then shows the document with the edits made
 * since, where the link would bring back its first state. Where nothing can be stored the fragment stays, so that a
 * reload still has something to show; so it does for what may only be looked at, until another document is opened.
 */
import { openInputs } from '../files/open-inputs';
import { documentStore, isViewOnly, onDocumentEvent } from '../state/document-store';
import { saveStore } from '../state/storage/save-store';
import { linkIn } from './link-in';

/** @returns whether there was a link and it was opened. */
export async function openHash(): Promise<boolean> {
  const { hash } = location;
  const link = linkIn(hash);
  if (link === null) return false;
  const opened = await openInputs([{ name: 'link', text: location.href }], { from: 'link', link });
  if (opened && isViewOnly()) forgetLater(hash);
  // A damaged one is told once; staying in the address it would be told again at every reload.
  else if (!opened || saveStore.getState().status !== 'failed') forget(hash);
  return opened;
}

function forgetLater(hash: string): void {
  const { documentId } = documentStore.getState();
  const stop = onDocumentEvent(() => {
    if (documentStore.getState().documentId === documentId) return;
    stop();
    forget(hash);
  });
}

/** Unless another one has come into the address meanwhile. */
function forget(hash: string): void {
  if (location.hash === hash)
    history.replaceState(history.state, '', location.href.slice(0, location.href.length - hash.length));
}
