/** What a link shows beside its document, and how it is to be opened. Never part of the document. */
import type { ResourceId } from './resource';

export interface LinkState {
  /** The simulated time shown, paused there. Absent: the drawing, not played. */
  readonly atMs?: number;
  /** Tab of the dock: `paths`, `events` … One that this page does not have is passed over. */
  readonly tab?: string;
  /** Ids; those that are not in the document are passed over. */
  readonly selection?: readonly ResourceId[];
  /** The part of the canvas that was in view. */
  readonly area?: LinkArea;
  /** Nothing can be edited until a copy is made. */
  readonly viewOnly?: true;
}

/** In pixels of the canvas at 100 %. */
export interface LinkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Ids that a link selects; more would be a link of their own. */
export const MAX_LINK_SELECTION = 50;
