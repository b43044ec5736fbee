/**
 * Text that is cut off with an ellipsis needs a clip of its own, and hundreds of clips are what a moving view pays for:
 * only what may not fit gets one.
 */

/** Widths in em, on the wide side. */
const NARROW = /[ .,:;/'|ijl1·-]/;
const WIDE = /[A-Z@%&mwMW]/;
const widthEm = (letter: string): number =>
  letter > '~' && letter !== '·' ? 1 : NARROW.test(letter) ? 0.4 : WIDE.test(letter) ? 0.85 : 0.6;

/** How wide a text is at most, in pixels. */
export function widthOf(text: string, sizePx: number): number {
  let width = 0;
  for (const letter of text) width += widthEm(letter) * sizePx;
  return width;
}

/** Spread onto an element that holds the text. */
export function cutAt(roomPx: number, text: string, sizePx = 12): { readonly 'data-cut'?: true } {
  return widthOf(text, sizePx) > roomPx ? { 'data-cut': true } : {};
}
