/** Going back to a version, and opening one beside the document. */
import { ask } from '../../engine-client/engine-client';
import { commit, documentStore } from '../../state/document-store';
import { keepVersion, openAndKeep, shelf } from '../../state/storage/documents';
import { unpack } from '../../state/storage/versions/pack';
import type { StoredVersion } from '../../state/storage/versions/version';
import { announce } from '../../state/view-store';
import { versions as text } from '../../strings/en/versions';
import type { Scenario } from '../../../engine';
import { changesBetween } from './compare';
import { dateOf, whenOf } from './words';

/** Why it did not work, in words; null where it did. */
export type Trouble = string | null;

/**
 * The document becomes what it was, as one undo step; what it is now is kept as a version first.
 * @throws what the storage throws: without room for that version nothing is changed
 */
export async function goBackTo(version: StoredVersion): Promise<Trouble> {
  const read = await readVersion(version);
  if (typeof read === 'string') return read;
  const now = documentStore.getState();
  if (now.documentId !== version.documentId) return text.changedMeanwhile;
  await keepVersion('before-going-back');
  const { document: present, documentId } = documentStore.getState();
  if (documentId !== version.documentId) return text.changedMeanwhile;
  const when = whenOf(version.at, Date.now());
  const done = commit({ label: text.goBackTo(when), changes: changesBetween(present, read) });
  if (!done.ok) return text.unreadable(done.error.message);
  announce(text.wentBack(when));
  return null;
}

/** @throws what the storage throws */
export async function openAsCopy(version: StoredVersion): Promise<Trouble> {
  const read = await readVersion(version);
  if (typeof read === 'string') return read;
  const title = text.copyTitle(read.title, dateOf(version.at));
  await openAndKeep({ ...read, title });
  announce(text.copyOpened(title));
  return null;
}

/** An older version of the page may have kept it: the engine reads it as it reads a file. */
async function readVersion({ id, title }: StoredVersion): Promise<Scenario | string> {
  const data = await (await shelf()).versions.read(id);
  if (!data) return text.unreadable('');
  let content: string;
  try {
    content = await unpack(data);
  } catch (error) {
    return text.unreadable(error instanceof Error ? error.message : String(error));
  }
  const reply = await ask((engine) => engine.open([{ name: title, text: content }]));
  return reply.ok ? reply.value.document : text.unreadable(reply.failure.message);
}
