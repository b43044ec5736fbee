/** A shelf that lasts as long as it is held: for tests, with the records to look into. */
import { cardOf, READS_VERSION } from './card';
import type { DocumentCard, DocumentShelf, StoredDocument } from './shelf';
import type { StoredVersion, VersionData } from './versions/version';

export function memoryShelf() {
  const records = new Map<string, StoredDocument>();
  const cards = new Map<string, DocumentCard>();
  const versions = new Map<string, StoredVersion>();
  const data = new Map<string, VersionData>();
  const done = Promise.resolve();
  const update = (id: string, patch: Partial<DocumentCard>) => {
    const card = cards.get(id);
    if (card) cards.set(id, { ...card, ...patch });
    return done;
  };
  const shelf: DocumentShelf = {
    cards: () => Promise.resolve([...cards.values()]),
    get: (id) => Promise.resolve(records.get(id)),
    last: () => Promise.resolve([...records.values()].sort((a, b) => b.openedAt - a.openedAt)[0]),
    ofLink: (link) => Promise.resolve([...records.values()].find((record) => record.link === link)),
    put: (record, expected) => {
      const stored = records.get(record.id);
      if ((stored?.stamp ?? 0) !== expected) return Promise.resolve('conflict');
      if (stored?.document && stored.document.version > READS_VERSION) return Promise.resolve('conflict');
      cards.set(record.id, cardOf(record, cards.get(record.id)));
      records.set(record.id, record);
      return Promise.resolve('saved');
    },
    touch: (id, openedAt) => update(id, { openedAt }),
    keepLook: (id, look) => update(id, { look }),
    bin: (id, deletedAt) => update(id, deletedAt === null ? {} : { deletedAt }),
    purge: (ids) => {
      for (const id of ids) {
        records.delete(id);
        cards.delete(id);
      }
      return done;
    },
    versions: {
      list: (documentId) =>
        Promise.resolve(
          [...versions.values()].filter(
            (version) => documentId === undefined || version.documentId === documentId,
          ),
        ),
      read: (id) => Promise.resolve(data.get(id)),
      add: (version, bytes) => {
        versions.set(version.id, version);
        data.set(version.id, bytes);
        return done;
      },
      rename: (id, name) => {
        const version = versions.get(id);
        if (version) versions.set(id, { ...version, name });
        return done;
      },
      remove: (ids) => {
        for (const id of ids) {
          versions.delete(id);
          data.delete(id);
        }
        return done;
      },
    },
  };
  return { shelf, records, versions };
}
