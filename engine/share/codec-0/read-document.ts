/**
 * Links of codec 0, which was in use before the first release: read for ever, no longer written. It is codec 1 with
 * fewer words and expectations, without the document's version (it was 1) and with all other places as one object.
 */
import { BOOK_OF_CODEC_0 as BOOK } from '../codec-1/book';
import { FRAME_DEFAULTS } from '../codec-1/frame';
import { readIds } from '../codec-1/ids';
import { MAX_LINK_RESOURCES, MAX_LINK_TABLES } from '../codec-1/limits';
import { readColumns } from '../codec-1/read-columns';
import { isObject, partsOf } from '../codec-1/read-document';
import type { Row } from '../codec-1/row';
import { knownOf } from '../codec-1/table';
import { ByteReader } from '../codec-1/byte-stream';
import { ValueReader } from '../codec-1/value-reader';
import { WORDS, WORDS_OF_CODEC_0 } from '../codec-1/words';
import { LinkDamage, LinkTooLarge } from '../link-damage';

/** @param whole length and contents, behind them random digits · @returns what `validateScenario` has to check */
export function readDocumentOfCodec0(whole: Uint8Array): unknown {
  const head = new ByteReader(whole);
  const length = head.number();
  const start = whole.length - head.left;
  if (length > head.left) throw new LinkDamage('it ends in the middle');
  const reader = new ValueReader(
    whole.subarray(start, start + length),
    whole.subarray(start + length),
    WORDS.slice(0, WORDS_OF_CODEC_0),
  );
  const tables: { kind: string; ids: readonly string[]; rows: Row[] }[] = [];
  const count = reader.bytes.number();
  if (count > MAX_LINK_TABLES) throw new LinkTooLarge('too many kinds');
  let total = 0;
  for (let index = 0; index < count; index++) {
    const kind = reader.word();
    const ids = readIds(reader, BOOK.kinds.get(kind)?.prefix ?? kind, MAX_LINK_RESOURCES - total);
    total += ids.length;
    tables.push({ kind, ids, rows: ids.map(() => ({})) });
  }
  for (const [index, table] of tables.entries())
    readColumns(reader, BOOK, table, knownOf(tables.slice(0, index), tables));
  const frame = reader.value();
  const layout = reader.value();
  reader.end();
  if (!isObject(frame) || !isObject(layout)) throw new LinkDamage('its contents make no sense');
  return {
    ...FRAME_DEFAULTS,
    ...frame,
    format: 'ec2-playground',
    version: 1,
    ...partsOf(tables, Object.entries(layout)),
  };
}
