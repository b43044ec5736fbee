/** Opens a document of this browser. An older version may have stored it: the engine reads it as it reads a file. */
import { ask } from '../engine-client/engine-client';
import { documentStore } from '../state/document-store';
import type { Unsaved } from '../state/storage/autosave';
import { openStored, unsavedHere } from '../state/storage/documents';
import type { StoredDocument } from '../state/storage/shelf';
import { setView } from '../state/view-store';
import { openedStore } from './opened-store';

/**
 * Opens it as it is in this tab, where the storage did not take its last edits. What can't be read stays where it is,
 * and a dialog says why.
 * @returns whether a document stands there now: this one, or what somebody began to draw meanwhile.
 */
export async function readAndOpenStored(record: StoredDocument): Promise<boolean> {
  const { revision } = documentStore.getState();
  const kept = unsavedHere().find(({ id }) => id === record.id)?.document ?? record.document;
  const reply = await ask((engine) => engine.open([{ name: record.title, text: JSON.stringify(kept) }]));
  if (!reply.ok) {
    openedStore.setState({ failure: { failure: reply.failure, from: 'browser', title: record.title } });
    setView({ dialog: 'not-opened' });
    return false;
  }
  if (documentStore.getState().revision === revision)
    openStored({ ...record, document: reply.value.document });
  return true;
}

/** Opens one that lives in this tab only. */
export const openUnsaved = ({ id, document }: Unsaved): Promise<boolean> =>
  readAndOpenStored({ id, title: document.title, updatedAt: 0, openedAt: 0, stamp: 0, document });
