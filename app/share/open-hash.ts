/**
 * A share link in the address bar opens as a new document beside what is stored.
 * Once it is stored the fragment is taken out of the address: a reload then shows the document with the edits made
 * since, where the link would bring back its first state. Where nothing can be stored the fragment stays, so that a
 * reload still has something to show.
 */
import { openInputs } from '../files/open-inputs';
import { readAndOpenStored } from '../files/open-stored';
import { shelf } from '../state/storage/documents';
import { saveStore } from '../state/storage/save-store';
import { announce } from '../state/view-store';
import { files as text } from '../strings';
import { linkIn } from './link-in';

/** @returns whether there was a link and it was opened. */
export async function openHash(): Promise<boolean> {
  const link = linkIn(location.hash);
  if (link === null) return false;
  const known = await findUnchanged(link);
  if (known && (await readAndOpenStored(known))) {
    announce(text.opened(known.title));
    forget();
    return true;
  }
  const opened = await openInputs([{ name: 'link', text: location.href }], { from: 'link', link });
  // A damaged one is told once; staying in the address it would be told again at every reload.
  if (!opened || saveStore.getState().status === 'saved') forget();
  return opened;
}

/** The same link opened before and never edited: it is that document. */
async function findUnchanged(link: string) {
  try {
    return await (await shelf()).ofLink(link);
  } catch {
    return undefined;
  }
}

const forget = (): void =>
  history.replaceState(
    history.state,
    '',
    location.href.slice(0, location.href.length - location.hash.length),
  );
