/** Opens a document of this browser. An older version may have stored it: the engine reads it as it reads a file. */
import { ask } from '../engine-client/engine-client';
import { documentStore } from '../state/document-store';
import { openStored } from '../state/storage/documents';
import type { StoredDocument } from '../state/storage/shelf';
import { announce } from '../state/view-store';
import { documents as text } from '../strings';

/** @returns whether a document stands there now: this one, or what somebody began to draw meanwhile. */
export async function readAndOpenStored(record: StoredDocument): Promise<boolean> {
  const { revision } = documentStore.getState();
  const reply = await ask((engine) =>
    engine.open([{ name: record.title, text: JSON.stringify(record.document) }]),
  );
  if (!reply.ok) {
    announce(`${text.unreadable(record.title)} ${reply.failure.message}`, 'bad');
    return false;
  }
  if (documentStore.getState().revision === revision)
    openStored({ ...record, document: reply.value.document });
  return true;
}
