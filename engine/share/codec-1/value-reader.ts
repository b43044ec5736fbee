/** The JSON values of a link, read back with care: what is damaged or too large is refused, not guessed at. */
import { ByteReader } from './byte-stream';
import { makeIpv4 } from './ipv4';
import { LinkDamage, LinkTooLarge } from '../link-damage';
import {
  EXPECTED,
  ID,
  WORD,
  WHOLE,
  AS_EXPECTED,
  ABSENT,
  FALSE,
  TRUE,
  LIST,
  OBJECT,
  NUMBER_TEXT,
  IPV4,
  IPV4_CIDR,
  NUMBERED,
  AWS_ID,
  NEGATIVE,
  NULL,
  AWS_ID_OF_ZERO,
} from './value-tags';

const MAX_DEPTH = 32;
/** Values in one document, those that repeat an earlier one included. */
const MAX_VALUES = 4_000_000;

/** Reads what `ValueWriter` wrote; throws `LinkDamage` or `LinkTooLarge`. */
export class ValueReader {
  readonly bytes: ByteReader;
  readonly #digits: ByteReader;
  readonly #words: string[];
  readonly #shapes: (readonly string[])[] = [];
  readonly #ids: string[] = [];
  readonly #sizes = new WeakMap<object, number>();
  #nibble: number | null = null;
  #values = 0;

  /** @param digits the random digits that `ValueWriter` kept apart · @param words those that are known by number */
  constructor(main: Uint8Array, digits: Uint8Array, words: readonly string[]) {
    this.bytes = new ByteReader(main);
    this.#digits = new ByteReader(digits);
    this.#words = [...words];
  }

  addId(id: string): void {
    this.#ids.push(id);
  }

  word(): string {
    return this.#wordOf(this.bytes.number());
  }

  /** Nothing may be left over. */
  end(): void {
    if (this.bytes.left > 0 || this.#digits.left > 0) throw new LinkDamage('something is left over');
  }

  /** A few bytes can repeat a large value many times: each repetition counts in full. */
  repeat(value: unknown): void {
    this.#count(typeof value === 'object' && value !== null ? this.#sizeOf(value) : 1);
  }

  value(depth = 0): unknown {
    if (depth > MAX_DEPTH) throw new LinkDamage('it is nested too deep');
    this.#count(1);
    const head = this.bytes.number();
    const payload = Math.floor(head / 4);
    switch (head % 4) {
      case ID:
        return this.#ids[payload] ?? broken();
      case WORD:
        return this.#wordOf(payload);
      case WHOLE:
        return payload;
      default:
        return this.#special(payload, depth);
    }
  }

  #special(what: number, depth: number): unknown {
    switch (what) {
      case AS_EXPECTED:
        return EXPECTED;
      case ABSENT:
        return undefined;
      case FALSE:
        return false;
      case TRUE:
        return true;
      case NULL:
        return null;
      case NEGATIVE:
        return -this.bytes.number();
      case NUMBER_TEXT:
        return Number(this.bytes.text());
      case IPV4:
        return makeIpv4(this.#octets(4));
      case IPV4_CIDR: {
        const prefix = this.bytes.byte();
        if (prefix > 32) broken();
        return `${makeIpv4(this.#octets(Math.ceil(prefix / 8)))}/${prefix}`;
      }
      case NUMBERED: {
        const stem = this.word();
        return `${stem}${this.bytes.number()}`;
      }
      case AWS_ID:
        return this.#awsId('', 17);
      case AWS_ID_OF_ZERO:
        return this.#awsId('0', 16);
      case LIST: {
        const length = this.bytes.number();
        if (length > this.bytes.left) broken();
        return Array.from({ length }, () => this.#part(depth));
      }
      case OBJECT:
        return this.#object(depth);
      default:
        return broken();
    }
  }

  #object(depth: number): Record<string, unknown> {
    const index = this.bytes.number();
    if (index === this.#shapes.length) {
      const length = this.bytes.number();
      if (length > this.bytes.left) broken();
      this.#shapes.push(Array.from({ length }, () => this.word()));
    }
    const shape = this.#shapes[index] ?? broken();
    const value: Record<string, unknown> = {};
    for (const key of shape) {
      // Assigning to it would replace the object's prototype.
      if (key === '__proto__') broken();
      value[key] = this.#part(depth);
    }
    return value;
  }

  /** Inside lists and objects every value is written out. */
  #part(depth: number): unknown {
    const value = this.value(depth + 1);
    return value === EXPECTED || value === undefined ? broken() : value;
  }

  #awsId(first: string, digits: number): string {
    let id = this.word() + first;
    for (let index = 0; index < digits; index++) id += this.#digit().toString(16);
    return id;
  }

  #wordOf(index: number): string {
    if (index === this.#words.length) this.#words.push(this.bytes.text());
    return this.#words[index] ?? broken();
  }

  #octets(count: number): number {
    let value = 0;
    for (let index = 0; index < 4; index++) value = value * 256 + (index < count ? this.bytes.byte() : 0);
    return value;
  }

  #digit(): number {
    if (this.#nibble !== null) {
      const low = this.#nibble;
      this.#nibble = null;
      return low;
    }
    const byte = this.#digits.byte();
    this.#nibble = byte & 15;
    return byte >> 4;
  }

  #count(values: number): void {
    this.#values += values;
    if (this.#values > MAX_VALUES) throw new LinkTooLarge('more than is opened');
  }

  #sizeOf(value: object): number {
    let size = this.#sizes.get(value);
    if (size === undefined) {
      size = 1;
      for (const part of Object.values(value) as unknown[])
        size += typeof part === 'object' && part !== null ? this.#sizeOf(part) : 1;
      this.#sizes.set(value, size);
    }
    return size;
  }
}

const broken = (): never => {
  throw new LinkDamage('its contents make no sense');
};
