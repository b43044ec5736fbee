/** The shelf of this browser, opened when it is asked for, and why it could not be. */
import { documents as text } from '../../strings';
import { newDocumentId } from '../document-store';
import type { Refused } from './save-store';
import type { DocumentShelf, StoredDocument } from './shelf';
import { rescue, stashed } from './stash';

export interface ShelfListener {
  /** What earlier pages left behind and the shelf does not take now, with the reason. */
  readonly leftBehind: (record: StoredDocument, refused: Refused) => void;
  /** Another tab brought the storage to a newer version. */
  readonly outdated: (refused: Refused) => void;
}

let listener: ShelfListener = { leftBehind: () => {}, outdated: () => {} };
let shelfPromise: Promise<DocumentShelf> | null = null;

/** Who hears of it; set before the shelf is asked for. */
export function onShelf(next: ShelfListener): void {
  listener = next;
}

/** @throws what IndexedDB throws; `explainStorageError` puts it into words. */
export function shelf(): Promise<DocumentShelf> {
  shelfPromise ??= openWithRescue().catch((error: unknown) => {
    // Asked again, it may open: another tab may have let go, or space was made.
    shelfPromise = null;
    for (const record of stashed()) listener.leftBehind(record, explainStorageError(error));
    throw error;
  });
  return shelfPromise;
}

async function openWithRescue(): Promise<DocumentShelf> {
  const { openShelf, StorageOutdatedError } = await import('./indexed-db');
  const opened = await openShelf(() => {
    const error = new StorageOutdatedError('taken over');
    // For good: only a reload brings the page that knows this storage.
    shelfPromise = Promise.reject(error);
    shelfPromise.catch(() => {});
    listener.outdated(explainStorageError(error));
  });
  const full: Refused = { trouble: 'full', reason: text.storageFull };
  for (const record of await rescue(opened, newDocumentId)) listener.leftBehind(record, full);
  return opened;
}

const OFF = [
  'MissingAPIError',
  'OpenFailedError',
  'SecurityError',
  'InvalidStateError',
  'DatabaseClosedError',
];

/** Why the storage refused, in one clause. */
export function explainStorageError(error: unknown): Refused {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { trouble: 'full', reason: text.storageFull };
  if (names.includes('StorageOutdatedError')) return { trouble: 'outdated', reason: text.storageOutdated };
  if (names.some((name) => OFF.includes(name))) return { trouble: 'off', reason: text.storageOff };
  const detail = error instanceof Error ? error.message : String(error);
  return { trouble: 'other', reason: text.storageFailed(detail) };
}

/** Of the error and of the one inside it: Dexie wraps what the browser throws. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error || error instanceof DOMException)) return [];
  const inner: unknown = 'inner' in error ? error.inner : null;
  return [error.name, ...(inner === null || inner === error ? [] : namesOf(inner))];
}
