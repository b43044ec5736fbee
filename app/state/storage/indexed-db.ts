/** The shelf in IndexedDB. Loaded on demand: the canvas comes first. */
import { Dexie, type Table } from 'dexie';
import type { DocumentShelf, StoredDocument } from './shelf';

class Database extends Dexie {
  declare readonly documents: Table<StoredDocument, string>;

  constructor() {
    super('ec2-playground');
    this.version(1).stores({ documents: 'id, updatedAt, openedAt' });
  }
}

/** @throws what IndexedDB throws, where it is blocked or full. */
export function openShelf(): DocumentShelf {
  const database = new Database();
  const { documents } = database;
  return {
    list: () => documents.orderBy('updatedAt').reverse().toArray(),
    get: (id) => documents.get(id),
    put: (record, expected) =>
      database.transaction('rw', documents, async () => {
        const stored = await documents.get(record.id);
        if ((stored?.stamp ?? 0) !== expected) return 'conflict';
        await documents.put(record);
        return 'saved';
      }),
    remove: (id) => documents.delete(id),
    restore: async (record) => {
      await documents.put(record);
    },
  };
}
