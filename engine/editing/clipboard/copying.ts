/** What the page needs of the clipboard: the text of a selection, and whether a text is one. What it means the worker says. */
import type { Scenario } from '../../catalog/descriptors';
import type { PlaceKey } from '../../drawing/place';
import { clip } from './clip';
import { makeClippingText } from './clipping';

export { looksLikeClipping } from './clipping';

export interface Copied {
  readonly text: string;
  /** How many things were selected that could be copied. */
  readonly count: number;
  /** In words: what stays behind. */
  readonly left: readonly string[];
}

/** @returns `null` where nothing of the selection can be copied. */
export function copyText(document: Scenario, keys: readonly PlaceKey[]): Copied | null {
  const clipping = clip(document, keys);
  return clipping && { text: makeClippingText(clipping), count: clipping.roots.length, left: clipping.left };
}
