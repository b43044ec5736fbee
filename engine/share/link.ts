/**
 * A whole document in the fragment of an address: `0.<characters>.<checksum>.<payload>`. The payload is the
 * document's tables, deflated, as base64url; its length tells a cut link from a damaged one.
 */
import { deflateSync, Inflate } from 'fflate';
import type { Scenario } from '../catalog/descriptors';
import { fail, type Result } from '../model/result';
import { validateScenario } from '../persistence/scenario-file';
import { makeBase64url, parseBase64url } from './base64url';
import { crc32 } from './checksum';
import { LinkTooLarge } from './link-damage';
import { makeTables, MAX_LINK_RESOURCES, parseTables } from './tables';

const CODEC = 0;
/** Bytes of a link's contents after inflating. */
const MAX_INFLATED_BYTES = 8_000_000;
/** Characters of a link; what deflates worst stays below. */
const MAX_CHARACTERS = 12_000_000;
/** Deflate makes at most 1,032 bytes of one, so one push of this size stays below 4.3 MB. */
const PUSH_BYTES = 4096;

/**
 * @returns the fragment, without `#`: letters, digits, `.`, `-` and `_` only. The same document gives the same
 * fragment, whatever the order of its resources. Positions are rounded to whole pixels.
 */
export function makeLink(document: Scenario): string {
  const payload = makeBase64url(deflateSync(makeTables(document), { level: 9, mem: 4 }));
  return `${CODEC}.${payload.length}.${crc32(payload).toString(36)}.${payload}`;
}

/**
 * @param link a fragment with or without `#`, or a whole address with one
 * @returns the document, checked like a file; fails with `cut-link`, `damaged-link`, `newer-version`, `too-large`,
 * or what a file fails with
 */
export function parseLink(link: string): Result<Scenario> {
  const hash = link.indexOf('#');
  // Mail breaks lines, and chat programs take a full stop or a bracket for a part of an address.
  const fragment = link
    .slice(hash + 1)
    .replace(/\s+/g, '')
    .replace(/[)\].,;:!?'">]{1,8}$/, '');
  if (fragment.length > MAX_CHARACTERS)
    return fail(
      'too-large',
      `This link has ${fragment.length} characters; ${MAX_CHARACTERS} is the most that is opened.`,
    );
  const [, version, declared, checksum, payload] =
    /^(\d{1,4})(?:\.(\d{1,9})?(?:\.([0-9a-z]{1,7})?(?:\.([\w-]*))?)?)?$/.exec(fragment) ?? [];
  if (version === undefined)
    return fail(
      'damaged-link',
      'This is no link to a scenario; expected: an address that ends in #0. and letters and digits.',
    );
  if (Number(version) !== CODEC)
    return fail(
      'newer-version',
      `This link is of version ${version}; this EC2 Playground opens version ${CODEC}. Open it with a newer one.`,
    );
  if (declared === undefined || checksum === undefined || payload === undefined)
    return fail(
      'cut-link',
      'This link was cut off near its beginning. Ask for the whole link, or for a file.',
    );
  const length = Number(declared);
  if (payload.length < length)
    return fail(
      'cut-link',
      `This link was cut off: ${payload.length} of ${length} characters arrived. Ask for the whole link, or for a file.`,
    );
  if (payload.length > length || crc32(payload).toString(36) !== checksum)
    return fail(
      'damaged-link',
      'This link is damaged: some of its characters have changed on the way. Ask for it again, or for a file.',
    );
  return parsePayload(payload);
}

function parsePayload(payload: string): Result<Scenario> {
  const deflated = parseBase64url(payload);
  if (!deflated) return damaged();
  try {
    return validateScenario(parseTables(inflate(deflated)));
  } catch (error) {
    if (error instanceof LinkTooLarge)
      return fail(
        'too-large',
        `This link holds more than is opened: at most ${MAX_LINK_RESOURCES} resources and ${MAX_INFLATED_BYTES} bytes.`,
      );
    // LinkDamage, and the inflater's own errors.
    return damaged();
  }
}

const damaged = () =>
  fail('damaged-link', 'This link is damaged: its contents make no sense. Ask for it again, or for a file.');

/** Stops as soon as the cap is passed, so that a zip bomb is never held in memory. */
function inflate(deflated: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  const inflater = new Inflate((chunk, final) => {
    total += chunk.length;
    chunks.push(chunk);
    ended ||= final;
  });
  for (let offset = 0; offset < deflated.length; offset += PUSH_BYTES) {
    const end = Math.min(offset + PUSH_BYTES, deflated.length);
    inflater.push(deflated.subarray(offset, end), end === deflated.length);
    if (total > MAX_INFLATED_BYTES) throw new LinkTooLarge('it inflates to too much');
  }
  if (!ended) throw new Error('The payload is empty.');
  const inflated = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    inflated.set(chunk, offset);
    offset += chunk.length;
  }
  return inflated;
}
