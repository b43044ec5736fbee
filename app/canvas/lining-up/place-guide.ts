/** Where a guide lies on the screen. */
import type { Guide } from './snap';

/** Out of sight: hidden in any other way, the page would be painted anew whenever a guide comes or goes. */
export const AWAY = 'translate(-9999px, 0)';

/** @param view x, y and zoom. @returns for a square of one pixel, the CSS transform that makes it the line. */
export function placeOf(
  { axis, at, from, to }: Guide,
  [x, y, zoom]: readonly [x: number, y: number, zoom: number],
): string {
  const length = Math.max(0, Math.round((to - from) * zoom));
  const [left, top] = axis === 'x' ? [at, from] : [from, at];
  const [wide, high] = axis === 'x' ? [1, length] : [length, 1];
  return `translate(${Math.round(left * zoom + x)}px, ${Math.round(top * zoom + y)}px) scale(${wide}, ${high})`;
}
