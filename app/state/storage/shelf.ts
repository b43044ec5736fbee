/** Where documents are kept between visits, whatever keeps them. IndexedDB implements it; tests use memory. */
import type { Scenario } from '../../../engine';

export interface StoredDocument {
  readonly id: string;
  readonly title: string;
  /** ms since 1970, of the last edit. */
  readonly updatedAt: number;
  /** ms since 1970, of the last time it was opened or saved: the last one is restored at start. */
  readonly openedAt: number;
  /** Grows by one with every save. A tab that finds another number here than it wrote does not overwrite. */
  readonly stamp: number;
  readonly document: Scenario;
  /** The share link it was opened from, while nothing was edited since: opened again, no second copy is made. */
  readonly link?: string;
}

export type PutOutcome = 'saved' | 'conflict';

export interface DocumentShelf {
  readonly list: () => Promise<readonly StoredDocument[]>;
  readonly get: (id: string) => Promise<StoredDocument | undefined>;
  /** Writes if the stored stamp is `expected` (0: nothing is stored yet), in one transaction. */
  readonly put: (record: StoredDocument, expected: number) => Promise<PutOutcome>;
  readonly remove: (id: string) => Promise<void>;
  /** Puts back what was removed, whatever is there. */
  readonly restore: (record: StoredDocument) => Promise<void>;
}
