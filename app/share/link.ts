/** Share links: their address, how far one of a length travels, and copying on http as on https. */
import type { LinkState } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { documentStore } from '../state/document-store';

/** Longest link that is offered at all. */
export const MAX_LINK_CHARACTERS = 32_000;

export type Reach = 'everywhere' | 'most-chats' | 'browsers' | 'risky' | 'too-long';

/** Measured limits: Slack and WhatsApp cut near 4,000, servers and old browsers near 8,000, address bars at 32 KB. */
export function reachOf(characters: number): Reach {
  if (characters <= 2_000) return 'everywhere';
  if (characters <= 4_000) return 'most-chats';
  if (characters <= 8_000) return 'browsers';
  return characters <= MAX_LINK_CHARACTERS ? 'risky' : 'too-long';
}

/** What may happen to a link of a length on its way. */
export type Fate = 'yes' | 'some' | 'no';

export const PLACES = ['chat', 'mail', 'browser'] as const;
export type Place = (typeof PLACES)[number];

const FATES: Readonly<Record<Reach, Readonly<Record<Place, Fate>>>> = {
  everywhere: { chat: 'yes', mail: 'yes', browser: 'yes' },
  'most-chats': { chat: 'some', mail: 'some', browser: 'yes' },
  browsers: { chat: 'no', mail: 'no', browser: 'yes' },
  risky: { chat: 'no', mail: 'no', browser: 'some' },
  'too-long': { chat: 'no', mail: 'no', browser: 'no' },
};

export const fateOf = (reach: Reach, place: Place): Fate => FATES[reach][place];

export const isLocalAddress = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  hostname === '' ||
  /^127\./.test(hostname);

/** Private and link-local addresses, and names that only a local network knows. Sources: RFC 1918, 3927, 4193, 6762. */
export const isLanAddress = (hostname: string): boolean =>
  /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname) ||
  /^\[f[cde]/.test(hostname) ||
  /\.(?:local|lan|test|internal|home\.arpa)$/.test(hostname) ||
  (hostname !== '' && !hostname.includes('.') && !hostname.startsWith('[') && hostname !== 'localhost');

export type LinkReply =
  { readonly ok: true; readonly link: string } | { readonly ok: false; readonly message: string };

/** The link of the document as it is, at the address the page was opened at. It has been opened once to be sure. */
export async function makeLink(state: LinkState): Promise<LinkReply> {
  const reply = await ask((engine) => engine.makeLink(state));
  if (!reply.ok) return { ok: false, message: reply.failure.message };
  if (reply.revision !== documentStore.getState().revision) return makeLink(state);
  const page = location.href.split('#', 1)[0] ?? '';
  return { ok: true, link: `${page}#${reply.value}` };
}

export type CopyOutcome = 'copied' | 'copied-old-way' | 'refused';

/** Copies what a text field shows. `navigator.clipboard` does not exist on plain http; the older way does. */
export async function copyFrom(field: HTMLTextAreaElement): Promise<CopyOutcome> {
  // Typed as always there; on plain http it is not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    try {
      await clipboard.writeText(field.value);
      return 'copied';
    } catch {
      // Not allowed just now: the older way may be.
    }
  }
  field.focus();
  field.select();
  return document.execCommand('copy') ? 'copied-old-way' : 'refused';
}
