/** The bytes of a payload: the random digits of AWS ids with their length before them, then the rest, deflated. */
import { deflateSync } from 'fflate';
import type { Scenario } from '../../catalog/descriptors';
import { inflate } from '../inflate';
import { LinkDamage } from '../link-damage';
import { ByteReader, ByteWriter } from './byte-stream';
import { readDocument } from './read-document';
import { writeDocument } from './write-document';

export function makePayload(document: Scenario): Uint8Array {
  const { main, digits } = writeDocument(document);
  const payload = new ByteWriter();
  payload.number(digits.length);
  for (const byte of digits) payload.byte(byte);
  for (const byte of deflateSync(main, { level: 9, mem: 4 })) payload.byte(byte);
  return payload.finish();
}

/** @returns what `validateScenario` has to check; throws `LinkDamage`, `LinkTooLarge` or the inflater's own errors */
export function parsePayload(payload: Uint8Array): unknown {
  const reader = new ByteReader(payload);
  const length = reader.number();
  if (length > reader.left) throw new LinkDamage('it ends in the middle');
  const start = payload.length - reader.left;
  return readDocument(inflate(payload.subarray(start + length)), payload.subarray(start, start + length));
}
