/**
 * A share link inside a PNG: a text chunk, which picture viewers skip.
 * Source: https://www.w3.org/TR/png-3/ (5.2 signature, 5.3 chunks, 11.3.3.2 tEXt)
 */

export const KEYWORD = 'ec2-playground';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Length, type and checksum of a chunk, without its data. */
const CHUNK_BYTES = 12;

export const isPng = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((value, index) => bytes[index] === value);

interface Chunk {
  readonly type: string;
  /** Where the chunk begins, and its data. */
  readonly at: number;
  readonly data: Uint8Array;
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  while (at + CHUNK_BYTES <= bytes.length) {
    const length = view.getUint32(at);
    if (at + CHUNK_BYTES + length > bytes.length) return;
    yield { type: latin1(bytes.subarray(at + 4, at + 8)), at, data: bytes.subarray(at + 8, at + 8 + length) };
    at += CHUNK_BYTES + length;
  }
}

/**
 * @param png a whole PNG
 * @param link the payload of a share link, without `#`: ASCII
 * @returns the same picture with the link before its last chunk; unchanged where it is no PNG
 */
export function embedInPng(png: Uint8Array, link: string): Uint8Array {
  let end: number | undefined;
  if (isPng(png)) for (const { type, at } of chunksOf(png)) if (type === 'IEND') end = at;
  if (end === undefined) return png;
  const typeAndData = bytesOf(`tEXt${KEYWORD}\0${link}`);
  const chunk = new Uint8Array(typeAndData.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, typeAndData.length - 4);
  chunk.set(typeAndData, 4);
  view.setUint32(chunk.length - 4, crc32(typeAndData));
  const made = new Uint8Array(png.length + chunk.length);
  made.set(png.subarray(0, end));
  made.set(chunk, end);
  made.set(png.subarray(end), end + chunk.length);
  return made;
}

/** @returns the link, or null where there is none of ours. */
export function linkInPng(bytes: Uint8Array): string | null {
  if (!isPng(bytes)) return null;
  let link: string | null = null;
  for (const { type, data } of chunksOf(bytes)) {
    if (type !== 'tEXt') continue;
    const end = data.indexOf(0);
    if (end >= 0 && latin1(data.subarray(0, end)) === KEYWORD) link = latin1(data.subarray(end + 1));
  }
  return link !== null && /^[\w.-]+$/.test(link) ? link : null;
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function latin1(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes so many arguments and no more.
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** Source: https://www.w3.org/TR/png-3/#D-CRCAppendix */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
