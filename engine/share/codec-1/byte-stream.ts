/** Whole numbers and texts as bytes, and back. */
import { LinkDamage } from '../link-damage';

export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, the low ones first. */
  number(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** Length and UTF-8; half a surrogate pair, which JSON allows, is written as if it were a character. */
  text(value: string): void {
    const bytes: number[] = [];
    for (const character of value) {
      const point = character.codePointAt(0) ?? 0;
      if (point < 0x80) bytes.push(point);
      else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
      else if (point < 0x10000)
        bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
      else
        bytes.push(
          0xf0 | (point >> 18),
          0x80 | ((point >> 12) & 63),
          0x80 | ((point >> 6) & 63),
          0x80 | (point & 63),
        );
    }
    this.number(bytes.length);
    for (const byte of bytes) this.byte(byte);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what `ByteWriter` wrote. Throws `LinkDamage` where the bytes end or make no sense. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  byte(): number {
    const value = this.#bytes[this.#offset++];
    if (value === undefined) throw new LinkDamage('it ends in the middle');
    return value;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
    }
    throw new LinkDamage('a number is too large');
  }

  text(): string {
    const length = this.number();
    if (length > this.left) throw new LinkDamage('a text is longer than the link');
    const end = this.#offset + length;
    let value = '';
    while (this.#offset < end) {
      const lead = this.byte();
      const extra = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
      let point = extra === 0 ? lead : lead & (0x3f >> extra);
      for (let index = 0; index < extra; index++) point = point * 64 + (this.byte() & 63);
      if (point > 0x10ffff) throw new LinkDamage('a text holds what is no character');
      value += String.fromCodePoint(point);
    }
    if (this.#offset !== end) throw new LinkDamage('a text ends in the middle of a character');
    return value;
  }
}
