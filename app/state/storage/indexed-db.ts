/** The shelf in IndexedDB. Loaded on demand: the canvas comes first. */
import { Dexie, type Table } from 'dexie';
import { cardOf, READS_VERSION } from './card';
import type { DocumentCard, DocumentShelf, StoredDocument, VersionShelf } from './shelf';
import type { StoredVersion, VersionData } from './versions/version';

/** Of the tables below; a newer version of the page may have brought the database further. */
const DATABASE_VERSION = 2;

class Database extends Dexie {
  declare readonly documents: Table<StoredDocument, string>;
  declare readonly cards: Table<DocumentCard, string>;
  declare readonly versions: Table<StoredVersion, string>;
  declare readonly versionData: Table<VersionData & { readonly id: string }, string>;

  constructor() {
    super('ec2-playground');
    this.version(1).stores({ documents: 'id, updatedAt, openedAt' });
    // Cards are made as the list is asked for.
    this.version(DATABASE_VERSION).stores({
      documents: 'id, updatedAt, openedAt, link',
      cards: 'id',
      versions: 'id, documentId',
      versionData: 'id',
    });
  }
}

/** Another version of the page took the database over, or had it before. */
export class StorageOutdatedError extends Error {
  override readonly name = 'StorageOutdatedError';
}

/**
 * @param outdated called when another tab brings the database to a newer version: nothing can be stored from here on
 * @throws what IndexedDB throws, where it is blocked; StorageOutdatedError where a newer version of the page was here
 */
export async function openShelf(outdated: () => void): Promise<DocumentShelf> {
  const database = new Database();
  let isOutdated = false;
  database.on('versionchange', (event) => {
    // Deleted, as a browser's settings do: it is made anew with the next save.
    if (event.newVersion === null) return;
    isOutdated = true;
    database.close({ disableAutoOpen: true });
    outdated();
  });
  try {
    await database.open();
  } catch (error) {
    throw isOutdated ? new StorageOutdatedError('taken over') : error;
  }
  // Dexie opens a newer one as well, and counts in tenths.
  const version = Math.floor(database.backendDB().version / 10);
  if (version > DATABASE_VERSION) {
    database.close({ disableAutoOpen: true });
    throw new StorageOutdatedError(`version ${version}`);
  }
  return shelfIn(database);
}

function shelfIn(database: Database): DocumentShelf {
  const { documents, cards } = database;
  const isBinned = async (id: string) => (await cards.get(id))?.deletedAt !== undefined;
  return {
    cards: () => database.transaction('rw', documents, cards, () => completeCards(database)),
    get: (id) => documents.get(id),
    last: async () => {
      for (const id of await documents.orderBy('openedAt').reverse().primaryKeys())
        if (!(await isBinned(id))) return documents.get(id);
      return undefined;
    },
    ofLink: async (link) => {
      const record = await documents.where('link').equals(link).first();
      return record && !(await isBinned(record.id)) ? record : undefined;
    },
    put: (record, expected) =>
      database.transaction('rw', documents, cards, async () => {
        const stored = await documents.get(record.id);
        if ((stored?.stamp ?? 0) !== expected) return 'conflict';
        if (stored && stored.document.version > READS_VERSION) return 'conflict';
        await documents.put(record);
        await cards.put(cardOf(record, await cards.get(record.id)));
        return 'saved';
      }),
    touch: (id, openedAt) =>
      database.transaction('rw', documents, cards, async () => {
        await documents.update(id, { openedAt });
        await cards.update(id, { openedAt });
      }),
    keepLook: async (id, look) => void (await cards.update(id, { look })),
    bin: (id, deletedAt) =>
      database.transaction('rw', documents, cards, async () => {
        const record = await documents.get(id);
        if (!record) return;
        const { deletedAt: _, ...card } = (await cards.get(id)) ?? cardOf(record);
        await cards.put(deletedAt === null ? card : { ...card, deletedAt });
      }),
    purge: (ids) =>
      database.transaction('rw', documents, cards, database.versions, database.versionData, async () => {
        await documents.bulkDelete([...ids]);
        await cards.bulkDelete([...ids]);
        const versions = await database.versions
          .where('documentId')
          .anyOf([...ids])
          .primaryKeys();
        await database.versions.bulkDelete(versions);
        await database.versionData.bulkDelete(versions);
      }),
    versions: versionsIn(database),
  };
}

/** One card a document: those that are missing or behind, because an older version of the page wrote, are made now. */
async function completeCards({ documents, cards }: Database): Promise<readonly DocumentCard[]> {
  const known = new Map((await cards.toArray()).map((card) => [card.id, card]));
  const changed = new Map<string, number>();
  // The index alone: the documents themselves may be megabytes.
  await documents
    .orderBy('updatedAt')
    .eachKey((updatedAt, cursor) => changed.set(cursor.primaryKey, Number(updatedAt)));
  for (const [id, updatedAt] of changed) {
    if (known.get(id)?.updatedAt === updatedAt) continue;
    const record = await documents.get(id);
    if (!record) continue;
    const card = cardOf(record, known.get(id));
    known.set(id, card);
    await cards.put(card);
  }
  return [...known.values()].filter(({ id }) => changed.has(id));
}

function versionsIn(database: Database): VersionShelf {
  const { versions, versionData } = database;
  return {
    list: (documentId) =>
      documentId === undefined
        ? versions.toArray()
        : versions.where('documentId').equals(documentId).toArray(),
    read: (id) => versionData.get(id),
    add: (version, data) =>
      database.transaction('rw', versions, versionData, async () => {
        await versions.put(version);
        await versionData.put({ ...data, id: version.id });
      }),
    rename: (id, name) =>
      database.transaction('rw', versions, async () => {
        const version = await versions.get(id);
        if (!version) return;
        const { name: _, ...unnamed } = version;
        await versions.put(name === '' ? unnamed : { ...unnamed, name });
      }),
    remove: (ids) =>
      database.transaction('rw', versions, versionData, async () => {
        await versions.bulkDelete([...ids]);
        await versionData.bulkDelete([...ids]);
      }),
  };
}
