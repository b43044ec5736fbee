/**
 * Any JSON value as bytes that describe themselves, so that a link does not depend on the order of a kind's
 * fields. Ids, words and shapes of objects are written once and named by number afterwards.
 */
import { makeCidr4, makeIpv4, parseCidr4, parseIpv4 } from '../model/ip/ipv4';
import { ByteReader, ByteWriter } from './byte-stream';
import { LinkDamage, LinkTooLarge } from './link-damage';
import { KNOWN_WORDS } from './words';

/** In a column: as the expectation says. */
export const EXPECTED = Symbol('expected');

// A value begins with a number: the low two bits say which of these, the rest is its payload.
const SPECIAL = 0;
const ID = 1;
const WORD = 2;
const WHOLE = 3;

// Payloads of SPECIAL.
const AS_EXPECTED = 0;
const ABSENT = 1;
const FALSE = 2;
const TRUE = 3;
const LIST = 4;
const OBJECT = 5;
const NUMBER_TEXT = 6;
const IPV4 = 7;
const IPV4_CIDR = 8;
const NUMBERED = 9;
const AWS_ID = 10;
const NEGATIVE = 11;
const NULL = 12;

const MAX_DEPTH = 32;
/** Values in one document, those that repeat an earlier one included. */
const MAX_VALUES = 4_000_000;

export class ValueWriter {
  readonly bytes = new ByteWriter();
  readonly #digits: number[] = [];
  readonly #words = new Map(KNOWN_WORDS.map((word, index) => [word, index]));
  readonly #shapes = new Map<string, number>();
  readonly #ids = new Map<string, number>();

  /** Names an id that later values may refer to. */
  addId(id: string): void {
    this.#ids.set(id, this.#ids.size);
  }

  word(word: string): void {
    const known = this.#words.get(word);
    this.bytes.number(known ?? this.#words.size);
    if (known !== undefined) return;
    this.#words.set(word, this.#words.size);
    this.bytes.text(word);
  }

  value(value: unknown): void {
    if (value === EXPECTED) this.#special(AS_EXPECTED);
    else if (value === undefined) this.#special(ABSENT);
    else if (value === null) this.#special(NULL);
    else if (typeof value === 'boolean') this.#special(value ? TRUE : FALSE);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') this.#string(value);
    else if (Array.isArray(value)) {
      this.#special(LIST);
      this.bytes.number(value.length);
      for (const item of value as readonly unknown[]) this.value(item);
    } else this.#object(value as Readonly<Record<string, unknown>>);
  }

  /** What was written; random digits stand apart at the end, where they do not spoil the rest's compression. */
  finish(): Uint8Array {
    const main = this.bytes.finish();
    const whole = new ByteWriter();
    whole.number(main.length);
    for (const byte of main) whole.byte(byte);
    for (let index = 0; index < this.#digits.length; index += 2)
      whole.byte((this.#digits[index] ?? 0) * 16 + (this.#digits[index + 1] ?? 0));
    return whole.finish();
  }

  #special(what: number): void {
    this.bytes.number(what * 4 + SPECIAL);
  }

  #number(value: number): void {
    // Room for the two low bits below 2^53.
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 50 && !Object.is(value, -0)) {
      if (value >= 0) this.bytes.number(value * 4 + WHOLE);
      else {
        this.#special(NEGATIVE);
        this.bytes.number(-value);
      }
    } else {
      this.#special(NUMBER_TEXT);
      this.bytes.text(String(value));
    }
  }

  #string(value: string): void {
    const id = this.#ids.get(value);
    const word = this.#words.get(value);
    if (id !== undefined) return this.bytes.number(id * 4 + ID);
    if (word !== undefined) return this.bytes.number(word * 4 + WORD);
    const address = parseIpv4(value);
    if (address !== null) {
      this.#special(IPV4);
      return this.#octets(address, 4);
    }
    const cidr = parseCidr4(value);
    if (cidr !== null && makeCidr4(cidr) === value) {
      this.#special(IPV4_CIDR);
      this.bytes.byte(cidr.prefix);
      return this.#octets(cidr.first, Math.ceil(cidr.prefix / 8));
    }
    const awsId = /^([a-z]+-)([0-9a-f]{17})$/.exec(value);
    if (awsId?.[1] && awsId[2]) {
      this.#special(AWS_ID);
      this.word(awsId[1]);
      for (const digit of awsId[2]) this.#digits.push(Number.parseInt(digit, 16));
      return;
    }
    const numbered = /^(.*[^0-9])(0|[1-9]\d{0,8})$/s.exec(value);
    if (numbered?.[1] && numbered[2]) {
      this.#special(NUMBERED);
      this.word(numbered[1]);
      return this.bytes.number(Number(numbered[2]));
    }
    this.bytes.number(this.#words.size * 4 + WORD);
    this.#words.set(value, this.#words.size);
    this.bytes.text(value);
  }

  #octets(value: number, count: number): void {
    for (let index = 0; index < count; index++) this.bytes.byte((value >>> (24 - 8 * index)) & 255);
  }

  #object(value: Readonly<Record<string, unknown>>): void {
    const keys = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort();
    const name = JSON.stringify(keys);
    const shape = this.#shapes.get(name);
    this.#special(OBJECT);
    this.bytes.number(shape ?? this.#shapes.size);
    if (shape === undefined) {
      this.#shapes.set(name, this.#shapes.size);
      this.bytes.number(keys.length);
      for (const key of keys) this.word(key);
    }
    for (const key of keys) this.value(value[key]);
  }
}

/** Reads what `ValueWriter` wrote; throws `LinkDamage` or `LinkTooLarge`. */
export class ValueReader {
  readonly bytes: ByteReader;
  readonly #tail: ByteReader;
  readonly #words: string[] = [...KNOWN_WORDS];
  readonly #shapes: (readonly string[])[] = [];
  readonly #ids: string[] = [];
  readonly #sizes = new WeakMap<object, number>();
  #nibble: number | null = null;
  #values = 0;

  constructor(whole: Uint8Array) {
    const reader = new ByteReader(whole);
    const length = reader.number();
    const start = whole.length - reader.left;
    if (length > reader.left) throw new LinkDamage('it ends in the middle');
    this.bytes = new ByteReader(whole.subarray(start, start + length));
    this.#tail = new ByteReader(whole.subarray(start + length));
  }

  addId(id: string): void {
    this.#ids.push(id);
  }

  word(): string {
    return this.#wordOf(this.bytes.number());
  }

  /** Nothing may be left over. */
  end(): void {
    if (this.bytes.left > 0 || this.#tail.left > 0) throw new LinkDamage('something is left over');
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
      case AWS_ID: {
        let id = this.word();
        for (let index = 0; index < 17; index++) id += this.#digit().toString(16);
        return id;
      }
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
    const byte = this.#tail.byte();
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
