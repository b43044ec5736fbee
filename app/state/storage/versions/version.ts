/** A document as it was at a time, kept so that somebody can go back to it. */

export const VERSION_REASONS = [
  /** As it was opened, before its first edit. */
  'opened',
  /** After minutes of editing. */
  'edited',
  /** Before much was deleted. */
  'before-deleting',
  /** As it was when somebody went back to an older one. */
  'before-going-back',
  /** By hand. */
  'kept',
] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

export interface StoredVersion {
  readonly id: string;
  readonly documentId: string;
  /** ms since 1970 */
  readonly at: number;
  readonly reason: VersionReason;
  /** Given by hand: it is never thinned out. */
  readonly name?: string;
  readonly title: string;
  /** Resources in it. */
  readonly count: number;
  /** On the disk. */
  readonly bytes: number;
  /** The same text has the same digest: nothing is kept twice in a row. */
  readonly digest: string;
}

/** Somebody asked for it: it stays until somebody deletes it. */
export const isByHand = ({ reason, name }: StoredVersion): boolean => reason === 'kept' || name !== undefined;

/** The document as JSON, packed. */
export interface VersionData {
  readonly how: 'deflate-raw' | 'plain';
  readonly bytes: Uint8Array<ArrayBuffer>;
}
