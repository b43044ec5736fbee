/** Bytes and text: how long a text is in UTF-8, and what base64 stands for. */

/** Bytes of a text in UTF-8; a lone half of a pair counts three, as the replacement character does. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isHigh(unit) && isLow(text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** @returns the text; `null` if the bytes are not UTF-8 (RFC 3629) */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let index = 0;
  while (index < bytes.length) {
    const first = bytes[index] as number;
    const extra = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    if ((first >= 0x80 && first < 0xc2) || first > 0xf4 || index + extra >= bytes.length) return null;
    let point = extra === 0 ? first : first & (0x3f >> extra);
    for (let next = 1; next <= extra; next += 1) {
      const byte = bytes[index + next] as number;
      if ((byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    const shortest = [0, 0x80, 0x800, 0x1_0000][extra] as number;
    if (point < shortest || point > 0x10_ffff || (point >= 0xd800 && point < 0xe000)) return null;
    parts.push(String.fromCodePoint(point));
    index += extra + 1;
  }
  return parts.join('');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

/** RFC 4648 section 4; line breaks are allowed. @returns `null` if it is not base64 */
export function decodeBase64(text: string): Uint8Array | null {
  const digits: number[] = [];
  let padding = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\n' || character === '\r') continue;
    if (character === '=') padding += 1;
    else {
      const value = VALUES.get(character);
      if (value === undefined || padding > 0) return null;
      digits.push(value);
    }
  }
  if (padding > 2 || (digits.length + padding) % 4 !== 0) return null;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const digit of digits) {
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (held >> bits) & 0xff;
      length += 1;
    }
  }
  return bytes;
}

/** A control character that no script contains; tab, line feed, carriage return and form feed are text. */
export function firstControlCharacter(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 9 || unit === 11 || (unit > 13 && unit < 32 && unit !== 27) || unit === 127) return index;
  }
  return -1;
}
