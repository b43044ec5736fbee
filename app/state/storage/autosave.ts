/**
 * Keeps the open document: within a second after an edit, and at once when the page is hidden.
 * Never overwrites what another tab wrote: a stamp is checked inside the transaction, and whoever comes second
 * goes on under a new id. What the storage refuses stays here, whatever is opened meanwhile, and is tried again.
 */
import type { Scenario } from '../../../engine';
import type { Refused, SaveState } from './save-store';
import type { DocumentShelf, StoredDocument } from './shelf';

export const SAVE_AFTER_MS = 500;
/** What was refused is tried again after 2, 4, 8 … seconds. */
const RETRY_MS = 2_000;
const MAX_RETRY_MS = 30_000;

/** What autosave needs to know and tell; the page gives it the real ones, tests their own. */
export interface AutosavePorts {
  readonly shelf: () => Promise<DocumentShelf>;
  readonly newId: () => string;
  /** The open document goes on under a new id, because another tab owns the old one. */
  readonly becameCopy: (id: string) => void;
  readonly tell: (state: SaveState) => void;
  /** Why the storage refused. */
  readonly explain: (error: unknown) => Refused;
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
  /** Nothing can be stored from here on, whether there is something to store or not. */
  readonly refuse: (refused: Refused) => void;
  /** Takes over what an earlier page could not store either. */
  readonly adopt: (record: StoredDocument, refused: Refused) => void;
  /** What lives in this tab only, the open document first. */
  readonly unsaved: () => readonly Unsaved[];
}

export interface Unsaved {
  readonly id: string;
  readonly document: Scenario;
}

/** One document that was open here. */
interface Session {
  id: string;
  stamp: number;
  /** What it is now, if that is not stored. */
  waiting: Scenario | null;
  saving: Scenario | null;
  link: string | undefined;
  refused: Refused | null;
}

const sessionOf = (id: string, stamp: number): Session => ({
  id,
  stamp,
  waiting: null,
  saving: null,
  link: undefined,
  refused: null,
});

export function createAutosave(ports: AutosavePorts): Autosave {
  let session = sessionOf(ports.newId(), 0);
  /** Those with something to save; the open one need not be among them. */
  const behind = new Set<Session>();
  let cancel: (() => void) | null = null;
  let retryMs = RETRY_MS;
  let savedAt: number | null = null;
  /** Said before anything was to be saved; over with the first save that works. */
  let blocked: Refused | null = null;
  // One after another: a save must know the stamp the one before it wrote.
  let queue: Promise<void> = Promise.resolve();

  const tell = () => {
    const refused = [...behind].filter((owner) => owner.refused);
    const first = refused[0]?.refused ?? blocked;
    if (first) ports.tell({ status: 'failed', waiting: refused.length, ...first });
    else if (session.waiting ?? session.saving) ports.tell({ status: 'saving' });
    else ports.tell(savedAt === null ? { status: 'unchanged' } : { status: 'saved', at: savedAt });
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
      ...(owner.link === undefined ? {} : { link: owner.link }),
    };
  };

  const save = async (owner: Session): Promise<void> => {
    const document = owner.waiting;
    if (!document) return;
    owner.waiting = null;
    owner.saving = document;
    tell();
    try {
      await write(owner, document);
      owner.refused = null;
      if (!owner.waiting) behind.delete(owner);
    } catch (error) {
      owner.waiting ??= document;
      owner.refused = ports.explain(error);
      // The tab may be gone before there is room again.
      ports.stash(recordOf(owner, owner.waiting));
    } finally {
      owner.saving = null;
      tell();
    }
  };

  /** Twice at most: under its own id, then as a copy. */
  const write = async (owner: Session, document: Scenario): Promise<void> => {
    const shelf = await ports.shelf();
    for (let attempt = 0; attempt < 2; attempt++) {
      const { id, stamp } = owner;
      const record = recordOf(owner, document);
      if ((await shelf.put(record, stamp)) === 'saved') {
        ports.unstash(id);
        blocked = null;
        if (owner === session) savedAt = record.updatedAt;
        // Renewed meanwhile: this was the last of its old name.
        if (owner.id === id) owner.stamp = stamp + 1;
        owner.link = undefined;
        return;
      }
      owner.id = ports.newId();
      owner.stamp = 0;
      if (owner === session) ports.becameCopy(owner.id);
    }
  };

  const schedule = (afterMs: number) => {
    cancel ??= ports.later(() => void flush(), afterMs);
  };

  const flush = (): Promise<void> => {
    cancel?.();
    cancel = null;
    queue = queue.then(async () => {
      for (const owner of [...behind]) await save(owner);
      const isRefused = [...behind].some((owner) => owner.refused);
      if (isRefused) schedule(retryMs);
      retryMs = isRefused ? Math.min(MAX_RETRY_MS, retryMs * 2) : RETRY_MS;
    });
    return queue;
  };

  const wait = (owner: Session, document: Scenario) => {
    owner.waiting = document;
    behind.add(owner);
    tell();
  };

  return {
    edited: (document) => {
      session.link = undefined;
      wait(session, document);
      schedule(SAVE_AFTER_MS);
    },
    opened: (id, stamp) => {
      session = [...behind].find((owner) => owner.id === id) ?? sessionOf(id, stamp);
      savedAt = null;
      tell();
      // What was waiting belongs to the document before.
      void flush();
    },
    keep: (document, link) => {
      session.link = link;
      wait(session, document);
      return flush();
    },
    renew: (id) => {
      session.id = id;
      session.stamp = 0;
    },
    flush: () => {
      retryMs = RETRY_MS;
      return flush();
    },
    leave: () => {
      for (const owner of behind) {
        const unsaved = owner.waiting ?? owner.saving;
        if (unsaved) ports.stash(recordOf(owner, unsaved));
      }
      void flush();
    },
    refuse: (refused) => {
      blocked = refused;
      tell();
    },
    adopt: (record, refused) => {
      if ([...behind].some((owner) => owner.id === record.id)) return;
      const owner = sessionOf(record.id, record.stamp - 1);
      owner.refused = refused;
      wait(owner, record.document);
      schedule(retryMs);
    },
    unsaved: () =>
      [...behind]
        .sort((a, b) => Number(b === session) - Number(a === session))
        .flatMap((owner) => {
          const document = owner.waiting ?? owner.saving;
          return document ? [{ id: owner.id, document }] : [];
        }),
  };
}
