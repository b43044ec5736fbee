/** Share links: their address, how far one of a length travels, and copying on http as on https. */
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

export const isLocalAddress = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  hostname === '' ||
  /^127\./.test(hostname);

export type LinkReply =
  { readonly ok: true; readonly link: string } | { readonly ok: false; readonly message: string };

/** The link of the document as it is, at the address the page was opened at. */
export async function makeLink(): Promise<LinkReply> {
  const reply = await ask((engine) => engine.makeLink());
  if (!reply.ok) return { ok: false, message: reply.failure.message };
  if (reply.revision !== documentStore.getState().revision) return makeLink();
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
