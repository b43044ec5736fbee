/**
 * A whole document in the fragment of an address: `1.LENGTH.CHECKSUM.PAYLOAD`, and behind it what is shown, readable:
 * `&t=90s&tab=paths`. The length tells a cut link from a damaged one. This form holds for every codec to come; what
 * the payload means is each codec's own and frozen with it.
 */
import type { Scenario } from '../catalog/descriptors';
import type { LinkState } from '../model/link-state';
import { fail, ok, type Failure, type Result } from '../model/result';
import { readValue, type SetAside } from '../persistence/scenario-file';
import { makeBase64url, parseBase64url } from './base64url';
import { crc32 } from './checksum';
import { readDocumentOfCodec0 } from './codec-0/read-document';
import { MAX_LINK_RESOURCES } from './codec-1/limits';
import { makePayload, parsePayload } from './codec-1/payload';
import { inflate, MAX_INFLATED_BYTES } from './inflate';
import { LinkTooLarge } from './link-damage';
import { makeStateText, parseStateText } from './state-text';

/** The codec that links are written in. Older ones are read for ever. */
const CODEC = 1;
/** Characters of a link; what deflates worst stays below. */
const MAX_CHARACTERS = 12_000_000;

/** What a link opens to. */
export interface OpenedLink {
  readonly document: Scenario;
  readonly state: LinkState;
  /** What a newer page put in that this one does not know. */
  readonly setAside: readonly SetAside[];
}

/**
 * @returns the fragment, without `#`: letters, digits, `.`, `-`, `_` and, with a state, `&`, `=` and `,`. The same
 * document gives the same fragment, whatever the order of its resources. Positions are rounded to whole pixels.
 */
export function makeLink(document: Scenario, state: LinkState = {}): string {
  const rest = `${makeBase64url(makePayload(document))}${makeStateText(state)}`;
  return `${CODEC}.${rest.length}.${checksumOf(CODEC, rest)}.${rest}`;
}

/** The document of a link alone; see `openLink`. */
export function parseLink(link: string): Result<Scenario> {
  const opened = openLink(link);
  return opened.ok ? ok(opened.value.document) : opened;
}

/**
 * @param link a fragment with or without `#`, or a whole address with one
 * @returns the document, checked like a file, and what is to be shown; fails with `cut-link`, `damaged-link`,
 * `newer-version`, `too-large`, or what a file fails with
 */
export function openLink(link: string): Result<OpenedLink> {
  const fragment = fragmentOf(link);
  if (fragment.length > MAX_CHARACTERS)
    return fail(
      'too-large',
      `This link has ${fragment.length} characters; ${MAX_CHARACTERS} is the most that is opened. Ask for a file.`,
    );
  const [, version, declared, checksum, rest] =
    /^(\d{1,4})(?:\.(\d{1,9})?(?:\.([0-9a-z]{1,7})?(?:\.([\w-]*(?:&[\w.,=&-]*)?))?)?)?$/.exec(fragment) ?? [];
  if (version === undefined)
    return fail(
      'damaged-link',
      'This is no link to a scenario; expected: an address that ends in #1. and letters and digits.',
    );
  if (declared === undefined || checksum === undefined || rest === undefined)
    return fail(
      'cut-link',
      'This link was cut off near its beginning. Ask for the whole link, or for a file.',
    );
  const length = Number(declared);
  if (rest.length < length)
    return fail(
      'cut-link',
      `This link was cut off: ${rest.length} of ${length} characters arrived. Ask for the whole link, or for a file.`,
    );
  const codec = Number(version);
  if (rest.length > length || checksumOf(codec, rest) !== checksum)
    return fail(
      'damaged-link',
      'This link is damaged: some of its characters have changed on the way. Ask for it again, or for a file.',
    );
  if (codec > CODEC)
    return fail(
      'newer-version',
      `This link is of version ${version}; this EC2 Playground opens links up to version ${CODEC}. Reload the page to get a newer one, or ask for a file.`,
    );
  return openRest(codec, rest);
}

/** Mail breaks lines and escapes, and chat programs take a full stop or a bracket for a part of an address. */
const fragmentOf = (link: string): string =>
  link
    .slice(link.indexOf('#') + 1)
    .replace(/\s+/g, '')
    .replace(/[)\].,;:!?'">]{1,8}$/, '')
    .replace(/&amp;/g, '&')
    .replace(/%(?:26|2C|3D)/gi, (escaped) => String.fromCharCode(parseInt(escaped.slice(1), 16)));

/** From codec 1 on it covers the codec's number too: one that changed on the way is not taken for a newer link. */
const checksumOf = (codec: number, rest: string): string =>
  crc32(codec === 0 ? rest : `${codec}.${rest}`).toString(36);

function openRest(codec: number, rest: string): Result<OpenedLink> {
  const [payload = '', ...state] = rest.split('&');
  const bytes = parseBase64url(payload);
  if (!bytes || (codec === 0 && state.length > 0)) return damaged();
  let value: unknown;
  try {
    value = codec === 0 ? readDocumentOfCodec0(inflate(bytes)) : parsePayload(bytes);
  } catch (error) {
    if (error instanceof LinkTooLarge)
      return fail(
        'too-large',
        `This link holds more than is opened: at most ${MAX_LINK_RESOURCES} resources and ${MAX_INFLATED_BYTES} bytes. Ask for a file.`,
      );
    // LinkDamage, and the inflater's own errors.
    return damaged();
  }
  const read = readValue(value);
  if (!read.ok) return read.error.reason === 'newer-version' ? read : notUnderstood(read.error);
  return ok({ ...read.value, state: parseStateText(state.join('&')) });
}

/** The checksum is right, so nothing was lost on the way: who wrote it knows more than this page. */
const notUnderstood = ({ reason, message, where }: Failure): ReturnType<typeof fail> =>
  fail(
    reason,
    `This link is whole, but this EC2 Playground does not understand all of it: ${message} It may come from a newer one: reload the page, or ask for a file.`,
    where,
  );

const damaged = () =>
  fail('damaged-link', 'This link is damaged: its contents make no sense. Ask for it again, or for a file.');
