/** Where documents are kept between visits, whatever keeps them. IndexedDB implements it; tests use memory. */
import type { Scenario } from '../../../engine';
import type { StoredVersion, VersionData } from './versions/version';

export interface StoredDocument {
  readonly id: string;
  readonly title: string;
  /** ms since 1970, of the last edit. */
  readonly updatedAt: number;
  /** ms since 1970, of the last time it was opened or saved: the last one is restored at start. */
  readonly openedAt: number;
  /** Grows by one with every save. A tab that finds another number here than it wrote does not overwrite. */
  readonly stamp: number;
  /** As the version of the page that stored it wrote it: of a newer one it may hold what is unknown here. */
  readonly document: Scenario;
  /** The share link it was opened from, while nothing was edited since: opened again, no second copy is made. */
  readonly link?: string;
}

/** What a list of documents shows of one, without reading the document itself. */
export interface DocumentCard {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
  readonly openedAt: number;
  readonly stamp: number;
  /** Resources in it. */
  readonly count: number;
  /** Of the document's format. */
  readonly version: number;
  /** ms since 1970; absent where it is not in the bin. */
  readonly deletedAt?: number;
  readonly look?: Look;
}

/** What is made when somebody looks at the list, and kept until the document is another. */
export interface Look {
  /** Of the document it was made from. */
  readonly stamp: number;
  /** The document as JSON, about what it takes on the disk. */
  readonly bytes: number;
  readonly picture: Picture;
}

/** A document as a few outlines, drawn in the colours of the page. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Outlines of SVG paths by what they are, from the back to the front. */
  readonly layers: readonly { readonly look: string; readonly path: string }[];
}

export type PutOutcome = 'saved' | 'conflict';

export interface DocumentShelf {
  /** One card a document, those in the bin too, in no order. */
  readonly cards: () => Promise<readonly DocumentCard[]>;
  readonly get: (id: string) => Promise<StoredDocument | undefined>;
  /** The one opened last that is not in the bin. */
  readonly last: () => Promise<StoredDocument | undefined>;
  /** The one opened from that link and never edited. */
  readonly ofLink: (link: string) => Promise<StoredDocument | undefined>;
  /**
   * Writes if the stored stamp is `expected` (0: nothing is stored yet), in one transaction. What a newer version of
   * the page stored is never overwritten. What is written is no longer in the bin.
   */
  readonly put: (record: StoredDocument, expected: number) => Promise<PutOutcome>;
  /** It was opened just now, and is the one to be restored. */
  readonly touch: (id: string, openedAt: number) => Promise<void>;
  readonly keepLook: (id: string, look: Look) => Promise<void>;
  /** Into the bin at a time, or out of it. */
  readonly bin: (id: string, deletedAt: number | null) => Promise<void>;
  /** For good, with their versions. */
  readonly purge: (ids: readonly string[]) => Promise<void>;
  readonly versions: VersionShelf;
}

export interface VersionShelf {
  /** Of one document, or of all; in no order. */
  readonly list: (documentId?: string) => Promise<readonly StoredVersion[]>;
  readonly read: (id: string) => Promise<VersionData | undefined>;
  readonly add: (version: StoredVersion, data: VersionData) => Promise<void>;
  /** Gives it a name; an empty one takes it away. */
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
}
