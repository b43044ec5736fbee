/**
 * What a page that goes away could not store in time. IndexedDB answers too late for an unload, localStorage at once;
 * the next start moves what is left there to the shelf.
 */
import type { DocumentShelf, StoredDocument } from './shelf';

const PREFIX = 'ec2-playground.unsaved.';

export function stash(record: StoredDocument): void {
  try {
    localStorage.setItem(PREFIX + record.id, JSON.stringify(record));
  } catch {
    // Switched off, or the document is larger than its few megabytes: the save that is on its way has to do.
  }
}

export function unstash(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Switched off: there is nothing.
  }
}

/**
 * Moves what earlier pages left behind to the shelf.
 * @returns what the shelf refuses; it stays put aside.
 */
export async function rescue(shelf: DocumentShelf, newId: () => string): Promise<readonly StoredDocument[]> {
  const left: StoredDocument[] = [];
  for (const record of stashed()) {
    try {
      await settle(shelf, record, newId);
      unstash(record.id);
    } catch {
      // Full, most of all. Autosave takes it over and goes on trying.
      left.push(record);
    }
  }
  return left;
}

/** Stores a record that was put aside; what was stored since by another tab is not overwritten. */
export async function settle(
  shelf: DocumentShelf,
  record: StoredDocument,
  newId: () => string,
): Promise<void> {
  if ((await shelf.put(record, record.stamp - 1)) === 'saved') return;
  const stored = await shelf.get(record.id);
  // The save on its way did arrive after all: same stamp, and not older.
  if (stored && stored.stamp === record.stamp && stored.updatedAt >= record.updatedAt - SAME_EDIT_MS) return;
  await shelf.put({ ...record, id: newId(), stamp: 1 }, 0);
}

/** A save and the stash of one edit are written within this time of each other. */
const SAME_EDIT_MS = 5_000;

/** What earlier pages, and this one, put aside. */
export function stashed(): readonly StoredDocument[] {
  const records: StoredDocument[] = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const record = parsed(localStorage.getItem(key) ?? '');
      if (isRecord(record)) records.push(record);
      else localStorage.removeItem(key);
    }
  } catch {
    // Switched off or unreadable: nothing can be rescued.
  }
  return records;
}

/** One that is cut must not hide the others. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is StoredDocument =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'stamp' in value &&
  typeof value.stamp === 'number' &&
  'document' in value;
