/**
 * Any JSON value as bytes that describe themselves. Ids, words and shapes of objects are written once and named by
 * number afterwards.
 */
import { ByteWriter } from './byte-stream';
import { makeBlock, parseBlock, parseIpv4 } from './ipv4';
import {
  EXPECTED,
  SPECIAL,
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
import { WORDS } from './words';

export class ValueWriter {
  readonly bytes = new ByteWriter();
  readonly #digits: number[] = [];
  readonly #words = new Map(WORDS.map((word, index) => [word, index]));
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

  /** What was written; random digits stand apart, two a byte, where they do not spoil the rest's compression. */
  finish(): { readonly main: Uint8Array; readonly digits: Uint8Array } {
    const digits = new ByteWriter();
    for (let index = 0; index < this.#digits.length; index += 2)
      digits.byte((this.#digits[index] ?? 0) * 16 + (this.#digits[index + 1] ?? 0));
    return { main: this.bytes.finish(), digits: digits.finish() };
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
    const cidr = parseBlock(value);
    if (cidr !== null && makeBlock(cidr) === value) {
      this.#special(IPV4_CIDR);
      this.bytes.byte(cidr.prefix);
      return this.#octets(cidr.first, Math.ceil(cidr.prefix / 8));
    }
    const [, stem, zero, digits] = /^([a-z]+-)(0?)([0-9a-f]{16,17})$/.exec(value) ?? [];
    if (stem !== undefined && digits !== undefined && (zero === '0') === (digits.length === 16)) {
      this.#special(digits.length === 16 ? AWS_ID_OF_ZERO : AWS_ID);
      this.word(stem);
      for (const digit of digits) this.#digits.push(Number.parseInt(digit, 16));
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
