/** The ids of a table: `i-1` to `i-9` are a 0 and a 9, otherwise each is the distance of its number from the one before. */
import { LinkDamage, LinkTooLarge } from '../link-damage';
import { numberIn } from './id-order';
import type { ValueReader } from './value-reader';
import type { ValueWriter } from './value-writer';

export function writeIds(writer: ValueWriter, prefix: string, ids: readonly string[]): void {
  const inOrder = ids.every((id, index) => id === `${prefix}-${index + 1}`);
  writer.bytes.number(ids.length * 2 + (inOrder ? 0 : 1));
  let last = 0;
  for (const id of ids) {
    const number = numberIn(id, prefix);
    if (!inOrder) {
      if (number > last) writer.bytes.number(number - last);
      else {
        writer.bytes.number(0);
        writer.value(id);
      }
    }
    last = Math.max(last, number);
    writer.addId(id);
  }
}

/** Throws `LinkTooLarge` above `most` ids. */
export function readIds(reader: ValueReader, prefix: string, most: number): string[] {
  const head = reader.bytes.number();
  const count = Math.floor(head / 2);
  if (count > most) throw new LinkTooLarge('too many resources');
  let last = 0;
  return Array.from({ length: count }, (_, index) => {
    let id: unknown = `${prefix}-${index + 1}`;
    if (head % 2 === 1) {
      const step = reader.bytes.number();
      id = step > 0 ? `${prefix}-${last + step}` : reader.value();
    }
    if (typeof id !== 'string') throw new LinkDamage('an id is not a text');
    last = Math.max(last, numberIn(id, prefix));
    reader.addId(id);
    return id;
  });
}
