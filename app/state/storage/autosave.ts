/**
 * Keeps the open document: within a second after an edit, and at once when the page is hidden.
 * Never overwrites what another tab wrote: a stamp is checked inside the transaction, and whoever comes second
 * goes on under a new id.
 */
import type { Scenario } from '../../../engine';
import type { SaveState } from './save-store';
import type { DocumentShelf, StoredDocument } from './shelf';

export const SAVE_AFTER_MS = 500;

/** What autosave needs to know and tell; the page gives it the real ones, tests their own. */
export interface AutosavePorts {
  readonly shelf: () => Promise<DocumentShelf>;
  readonly newId: () => string;
  /** The open document goes on under a new id, because another tab owns the old one. */
  readonly becameCopy: (id: string) => void;
  readonly tell: (state: SaveState) => void;
  /** One clause: why the storage refused. */
  readonly explain: (error: unknown) => string;
  readonly now: () => number;
  /** Puts a record aside at once, where a page that goes away can still write. */
  readonly stash: (record: StoredDocument) => void;
  /** What was put aside is stored now. */
  readonly unstash: (id: string) => void;
  /** @returns what cancels it. */
  readonly later: (run: () => void, afterMs: number) => () => void;
}

export interface Autosave {
  /** The open document was edited and is this now. */
  readonly edited: (document: Scenario) => void;
  /** Another document is open; `stamp` is that of its stored record, 0 if it is not stored. */
  readonly opened: (id: string, stamp: number) => void;
  /** Stores the open document now, edited or not, with the link it came from. */
  readonly keep: (document: Scenario, link?: string) => Promise<void>;
  /** The open document goes on under another id, not stored before its next edit. */
  readonly renew: (id: string) => void;
  /** Saves what is waiting, now. */
  readonly flush: () => Promise<void>;
  /** The page may be going away: puts aside what is not stored yet, and saves it if there is time. */
  readonly leave: () => void;
}

interface Session {
  id: string;
  stamp: number;
}

export function createAutosave(ports: AutosavePorts): Autosave {
  let session: Session = { id: ports.newId(), stamp: 0 };
  let waiting: Scenario | null = null;
  let saving: Scenario | null = null;
  let cancel: (() => void) | null = null;
  // One after another: a save must know the stamp the one before it wrote.
  let queue: Promise<void> = Promise.resolve();

  const tell = (owner: Session, state: SaveState) => {
    if (owner === session) ports.tell(state);
  };

  const recordOf = (owner: Session, document: Scenario): StoredDocument => {
    const at = ports.now();
    return {
      id: owner.id,
      title: document.title,
      updatedAt: at,
      openedAt: at,
      stamp: owner.stamp + 1,
      document,
    };
  };

  const save = async (owner: Session, document: Scenario, link?: string): Promise<void> => {
    tell(owner, { status: 'saving' });
    if (owner === session) saving = document;
    try {
      const shelf = await ports.shelf();
      // Twice at most: under its own id, then as a copy.
      for (let attempt = 0; attempt < 2; attempt++) {
        const record = { ...recordOf(owner, document), ...(link === undefined ? {} : { link }) };
        const at = record.updatedAt;
        if ((await shelf.put(record, owner.stamp)) === 'saved') {
          owner.stamp += 1;
          ports.unstash(owner.id);
          // An edit made meanwhile is waiting for its own save.
          tell(owner, waiting ? { status: 'saving' } : { status: 'saved', at });
          return;
        }
        owner.id = ports.newId();
        owner.stamp = 0;
        if (owner === session) ports.becameCopy(owner.id);
      }
    } catch (error) {
      if (owner === session) waiting ??= document;
      tell(owner, { status: 'failed', reason: ports.explain(error) });
    } finally {
      if (saving === document) saving = null;
    }
  };

  const flush = (): Promise<void> => {
    cancel?.();
    cancel = null;
    if (waiting) {
      const document = waiting;
      const owner = session;
      waiting = null;
      queue = queue.then(() => save(owner, document));
    }
    return queue;
  };

  return {
    edited: (document) => {
      waiting = document;
      tell(session, { status: 'saving' });
      cancel ??= ports.later(() => void flush(), SAVE_AFTER_MS);
    },
    opened: (id, stamp) => {
      // What was waiting belongs to the document before.
      void flush();
      session = { id, stamp };
      tell(session, { status: 'unchanged' });
    },
    keep: (document, link) => {
      const owner = session;
      queue = queue.then(() => save(owner, document, link));
      return queue;
    },
    renew: (id) => {
      session.id = id;
      session.stamp = 0;
    },
    flush,
    leave: () => {
      const unsaved = waiting ?? saving;
      if (unsaved) ports.stash(recordOf(session, unsaved));
      void flush();
    },
  };
}
