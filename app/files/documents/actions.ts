/** What the dialog does with a stored document. Everything here throws what the storage throws. */
import { commit, newDocumentId } from '../../state/document-store';
import { explainStorageError, shelf, unsavedHere } from '../../state/storage/documents';
import type { StoredDocument } from '../../state/storage/shelf';
import { documents as text, frame } from '../../strings';
import { downloadText, fileNameOf } from '../download';
import { readAndOpenStored } from '../open-stored';
import type { Done } from './done';
import type { DocumentEntry } from './entries';

/** @returns the document as it is now, with the edits that only this tab holds. */
async function recordOf({ card }: DocumentEntry): Promise<StoredDocument | undefined> {
  const stored = await shelf()
    .then((opened) => opened.get(card.id))
    .catch(() => undefined);
  const here = unsavedHere().find(({ id }) => id === card.id);
  if (!here) return stored;
  const { id, title, updatedAt, openedAt, stamp } = stored ?? card;
  return { id, title, updatedAt, openedAt, stamp, document: here.document };
}

/** @returns whether it stands on the canvas. */
export async function openEntry(entry: DocumentEntry): Promise<boolean> {
  const record = await recordOf(entry);
  return record !== undefined && readAndOpenStored(record);
}

export async function renameEntry(entry: DocumentEntry, title: string): Promise<void> {
  if (entry.openIn === 'here') {
    const label = `${frame.renameDocument}: ${title}`;
    commit({ label, changes: [{ type: 'describe', set: { title } }] });
    return;
  }
  const opened = await shelf();
  const record = await opened.get(entry.card.id);
  if (!record) return;
  const { link: _, ...kept } = record;
  const document = { ...record.document, title };
  const renamed = { ...kept, title, document, updatedAt: Date.now(), stamp: record.stamp + 1 };
  await opened.put(renamed, record.stamp);
}

/** @returns the id of the copy. */
export async function duplicateEntry(entry: DocumentEntry): Promise<string | null> {
  const record = await recordOf(entry);
  if (!record) return null;
  const id = newDocumentId();
  const title = text.copyTitle(record.title);
  const document = { ...record.document, title };
  await (await shelf()).put({ id, title, updatedAt: Date.now(), openedAt: 0, stamp: 1, document }, 0);
  return id;
}

/** Into the bin; where there is no room even for that, the way past it is offered. */
export async function binEntry({ card }: DocumentEntry): Promise<Done> {
  const opened = await shelf();
  try {
    await opened.bin(card.id, Date.now());
    return {
      words: text.deleted(card.title),
      next: { label: text.undo, run: () => opened.bin(card.id, null) },
    };
  } catch (error) {
    if (explainStorageError(error).trouble !== 'full') throw error;
    return {
      words: text.noRoomForBin,
      isBad: true,
      next: { label: text.deleteThisForGood(card.title), run: () => opened.purge([card.id]) },
    };
  }
}

/** As the page holds it: plain JSON, which opens like any file. */
export async function downloadEntry(entry: DocumentEntry): Promise<void> {
  const record = await recordOf(entry);
  if (record)
    downloadText(`${fileNameOf(record.title)}.json`, `${JSON.stringify(record.document, null, 2)}\n`);
}
