/** What the dialog shows: read when it opens and after each action, the pictures drawn while one looks. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { documentStore } from '../../state/document-store';
import { expired, READS_VERSION } from '../../state/storage/card';
import {
  explainStorageError,
  openElsewhere,
  saveNow,
  shelf,
  unsavedHere,
} from '../../state/storage/documents';
import { roomHere, type Room } from '../../state/storage/room';
import type { Refused } from '../../state/storage/save-store';
import type { DocumentShelf, Look } from '../../state/storage/shelf';
import type { StoredVersion } from '../../state/storage/versions/version';
import { drawPicture } from '../picture/draw-picture';
import { listingOf, type DocumentEntry, type Listing } from './entries';

/** A new batch of pictures appears this often at most. */
const SHOW_EVERY_MS = 200;

export interface Shown extends Listing {
  /** ms since 1970, of the reading: every row counts from it. */
  readonly at: number;
  readonly versions: readonly StoredVersion[];
  readonly room: Room;
  /** Why nothing can be listed but what this tab holds. */
  readonly refused: Refused | null;
}

export interface UseListing {
  readonly shown: Shown | null;
  readonly looks: ReadonlyMap<string, Look>;
  readonly reload: () => Promise<void>;
}

export function useListing(): UseListing {
  const [shown, setShown] = useState<Shown | null>(null);
  const [looks, setLooks] = useState<ReadonlyMap<string, Look>>(new Map());
  const isOpen = useRef(true);
  const reload = useCallback(async () => {
    const next = await readAll();
    if (isOpen.current) setShown(next);
  }, []);
  useEffect(() => {
    isOpen.current = true;
    void reload();
    return () => {
      isOpen.current = false;
    };
  }, [reload]);
  useEffect(() => {
    if (!shown) return;
    let isWanted = true;
    const draw = async () => {
      let drawn: (readonly [string, Look])[] = [];
      let shownAt = performance.now();
      // Some at a time: each showing is a look at every row.
      const show = () => {
        const batch = drawn;
        drawn = [];
        shownAt = performance.now();
        setLooks((before) => new Map([...before, ...batch]));
      };
      for (const entry of [...shown.documents, ...shown.binned]) {
        const look = await lookOf(entry);
        if (!isWanted) return;
        if (look && look !== entry.card.look) drawn.push([entry.card.id, look]);
        if (drawn.length > 0 && performance.now() - shownAt > SHOW_EVERY_MS) show();
      }
      show();
    };
    void draw();
    return () => {
      isWanted = false;
    };
  }, [shown]);
  return { shown, looks, reload };
}

async function readAll(): Promise<Shown> {
  await saveNow();
  const openId = documentStore.getState().documentId;
  const at = Date.now();
  try {
    const opened = await shelf();
    const [cards, versions, room, elsewhere] = await Promise.all([
      clearedCards(opened),
      opened.versions.list(),
      roomHere(),
      openElsewhere(),
    ]);
    return { ...listingOf(cards, unsavedHere(), openId, elsewhere), at, versions, room, refused: null };
  } catch (error) {
    const room: Room = { used: null, given: null, persisted: null };
    const listing = listingOf([], unsavedHere(), openId, new Set());
    return { ...listing, at, versions: [], room, refused: explainStorageError(error) };
  }
}

/** Without what has been in the bin for its time. */
async function clearedCards(opened: DocumentShelf) {
  const cards = await opened.cards();
  const gone = new Set(expired(cards, Date.now()));
  if (gone.size === 0) return cards;
  await opened.purge([...gone]);
  return cards.filter(({ id }) => !gone.has(id));
}

/** The look that is kept, or a new one where the document is another since; null where it can't be drawn here. */
async function lookOf({ card, unsaved, isNewer }: DocumentEntry): Promise<Look | null> {
  const known = card.look?.stamp === card.stamp && !unsaved;
  if (known || isNewer) return card.look ?? null;
  // One at a time, with a breath between: the dialog answers keys meanwhile.
  await new Promise((resolve) => setTimeout(resolve));
  try {
    const here = unsavedHere().find(({ id }) => id === card.id)?.document;
    const opened = here ? null : await shelf();
    const document = here ?? (await opened?.get(card.id))?.document;
    // An older version of the document is drawn once it was opened and saved by this page.
    if (document?.version !== READS_VERSION) return null;
    const bytes = JSON.stringify(document).length;
    const look: Look = { stamp: card.stamp, bytes, picture: drawPicture(document) };
    await opened?.keepLook(card.id, look);
    return look;
  } catch {
    // A picture is not worth a word: full storage is told elsewhere.
    return null;
  }
}
