/** The card of a document: what the list shows of it. */
import { emptyScenario } from '../../../engine';
import type { DocumentCard, StoredDocument } from './shelf';

/** The newest version of the document format that this page reads. */
export const READS_VERSION: number = emptyScenario().version;

/** Days that a deleted document can be taken back. */
export const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

/** @param before the card there was: what somebody looked at is shown until it is drawn anew. */
export function cardOf(record: StoredDocument, before?: DocumentCard): DocumentCard {
  // A newer version of the page may keep them elsewhere.
  const { resources = {} } = record.document as { readonly resources?: object };
  return {
    id: record.id,
    title: record.title,
    updatedAt: record.updatedAt,
    openedAt: record.openedAt,
    stamp: record.stamp,
    count: Object.keys(resources).length,
    version: record.document.version,
    ...(before?.look ? { look: before.look } : {}),
  };
}

/** What has been in the bin for its time. What a newer version of the page stored is left to that version. */
export const expired = (cards: readonly DocumentCard[], now: number): readonly string[] =>
  cards
    .filter((card) => card.deletedAt !== undefined && daysLeft(card.deletedAt, now) <= 0)
    .filter((card) => card.version <= READS_VERSION)
    .map((card) => card.id);

/** @returns whole days until it goes for good, from 30 to 0. */
export const daysLeft = (deletedAt: number, now: number): number =>
  Math.max(0, Math.ceil((deletedAt + BIN_DAYS * DAY_MS - now) / DAY_MS));
