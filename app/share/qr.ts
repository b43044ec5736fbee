/** A link as a QR code that phones read from a screen. */
import { encode } from 'uqr';

/** Larger ones have modules too small for a phone in the last row. */
export const MAX_QR_VERSION = 25;
/** What a code of that version holds at the lowest level of correction: a screen has no creases. */
export const MAX_QR_BYTES = 1273;
/** White around it that readers need. Source: ISO/IEC 18004 (four modules). */
const QUIET_ZONE = 4;

export interface QrCode {
  readonly version: number;
  /** Modules along an edge, the quiet zone included. */
  readonly size: number;
  /** The dark modules as the path of an SVG of that size. */
  readonly path: string;
}

/** @param text ASCII · @returns null where it does not fit */
export function makeQr(text: string): QrCode | null {
  if (text.length > MAX_QR_BYTES) return null;
  const { version, size, data } = encode(text, {
    ecc: 'L',
    boostEcc: true,
    maxVersion: MAX_QR_VERSION,
    border: QUIET_ZONE,
  });
  return { version, size, path: data.map(pathOfRow).join('') };
}

/** One rectangle for each run of dark modules: few shapes, no gaps between them. */
function pathOfRow(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
  }
  return path;
}
