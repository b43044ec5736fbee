/** SVG neither wraps nor cuts text: what may not fit is cut here, by letters of a guessed width. */
import { widthOf } from '../canvas/nodes/words';

/** The guess is on the wide side; most texts are narrower by this. */
export const USUAL = 0.9;

/** @returns the text, or as much of it as has room, with an ellipsis. */
export function fitText(text: string, roomPx: number, sizePx: number): string {
  const room = roomPx / USUAL;
  if (widthOf(text, sizePx) <= room) return text;
  let kept = '';
  for (const letter of text) {
    if (widthOf(`${kept}${letter}…`, sizePx) > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
