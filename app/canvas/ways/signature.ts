/** Two independent 32-bit hashes as one number of 53 bits: what equals in it was laid out alike. */
import type { Rect } from '../../../engine';

export function signatureOf(rects: readonly Rect[]): number {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  const mix = (value: number): void => {
    const whole = Math.round(value * 4);
    one = Math.imul(one ^ whole, 0x01000193);
    other = Math.imul(other + whole, 0x85ebca6b) ^ (other >>> 13);
  };
  for (const { x, y, width, height } of rects) {
    mix(x);
    mix(y);
    mix(width);
    mix(height);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}
