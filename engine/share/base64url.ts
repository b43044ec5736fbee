/** Bytes as the 64 characters that need no escaping in an address, without padding: RFC 4648 section 5. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...ALPHABET].map((character, value) => [character, value]));

export function makeBase64url(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.subarray(index, index + 3);
    parts.push(ALPHABET.charAt(a >> 2), ALPHABET.charAt(((a & 3) << 4) | ((b ?? 0) >> 4)));
    if (b !== undefined) parts.push(ALPHABET.charAt(((b & 15) << 2) | ((c ?? 0) >> 6)));
    if (c !== undefined) parts.push(ALPHABET.charAt(c & 63));
  }
  return parts.join('');
}

/** @returns the bytes; `null` if a character is none of the 64 or the length is impossible */
export function parseBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const value = values.get(text.charAt(index));
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[length++] = (bits >> held) & 255;
    }
  }
  return bytes;
}
