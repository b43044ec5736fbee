/**
 * Copy, cut and paste through the browser's own events: they work on plain http too and between tabs. What is on the
 * clipboard is text; what a text means the engine says.
 */
import type { PlaceId, Point } from '../../engine';
import { copyText, looksLikeClipping } from '../../engine/late';
import { isMac, showKeys } from '../commands/keys';
import { isTyping } from '../commands/typing';
import { documentStore } from '../state/document-store';
import { perform } from '../state/perform';
import { announce, viewStore } from '../state/view-store';
import { clipboardText as text } from '../strings/en/clipboard';

/** What was copied last in this tab: for a menu, where the page may not read the clipboard. */
let lastCopied: string | null = null;
/** Shift was held with the key that pastes: references are kept. */
let keeping = false;

/** Listens for as long as the page is open. */
export function startClipboard(): void {
  window.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'v' || !(isMac() ? event.metaKey : event.ctrlKey)) return;
    keeping = event.shiftKey;
  });
  window.addEventListener('copy', (event) => take(event, false));
  window.addEventListener('cut', (event) => take(event, true));
  // Before whoever opens pasted text as a document.
  const first = { capture: true };
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || !isOurs(event) || !looksLikeClipping(pasted)) return;
    event.preventDefault();
    void pasteText(pasted, keeping);
    keeping = false;
  };
  window.addEventListener('paste', paste, first);
}

/** Not a text that somebody marked or is writing. */
function isOurs({ target }: Event): boolean {
  if (viewStore.getState().dialog) return false;
  return !(target instanceof Element && (isTyping(target) || target.closest('[role="dialog"]')));
}

function take(event: ClipboardEvent, cut: boolean): void {
  const { selection } = viewStore.getState();
  if (event.defaultPrevented || selection.length === 0 || !isOurs(event)) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const copied = copySelection();
  if (copied === null || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', copied);
  event.preventDefault();
  if (cut) void perform({ type: 'delete', ids: selection, cut: true });
}

/** @returns the text of the selection, and says that it was copied; `null` where nothing of it can be. */
function copySelection(): string | null {
  const copied = copyText(documentStore.getState().document, viewStore.getState().selection);
  if (!copied) {
    announce(text.nothing, 'bad');
    return null;
  }
  lastCopied = copied.text;
  const left = copied.left.length === 0 ? '' : `. ${text.without(copied.left.join(', '))}`;
  announce(`${text.copied(copied.count)}${left}`);
  return copied.text;
}

/** From a menu or the command palette: by way of the same events, else of the clipboard itself. */
export async function copyByCommand(cut: boolean): Promise<void> {
  const ids = viewStore.getState().selection;
  let taken = false;
  // Without this some browsers find nothing to copy where no text is marked.
  const enable = (event: Event): void => event.preventDefault();
  const notice = (): void => {
    taken = true;
  };
  document.addEventListener('beforecopy', enable);
  window.addEventListener('copy', notice);
  // Deprecated, and the only way on plain http.
  document.execCommand('copy');
  document.removeEventListener('beforecopy', enable);
  window.removeEventListener('copy', notice);
  if (!taken && !(await copyByItself())) return;
  if (cut) await perform({ type: 'delete', ids, cut: true });
}

async function copyByItself(): Promise<boolean> {
  const copied = copySelection();
  if (copied === null) return false;
  try {
    await (navigator.clipboard as Clipboard | undefined)?.writeText(copied);
  } catch {
    // It stays in this tab: pasting by menu works.
  }
  return true;
}

/** What was pointed at when a menu was opened: a corner in a box. */
export interface Spot {
  readonly into: PlaceId;
  readonly at: Point;
}

/** Into what is selected, as the key does; from a menu that a pointer opened, there. */
export async function pasteByCommand(keep: boolean, spot?: Spot): Promise<void> {
  const read = (await readClipboard()) ?? lastCopied;
  if (read === null) {
    announce(text.pressKeys(showKeys(keep ? 'Mod+Shift+V' : 'Mod+V')), 'bad');
    return;
  }
  if (looksLikeClipping(read)) await pasteText(read, keep, spot);
  else if (lastCopied !== null) await pasteText(lastCopied, keep, spot);
  else announce(text.empty, 'bad');
}

/** `null` where the page may not. */
async function readClipboard(): Promise<string | null> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard || !('readText' in clipboard)) return null;
  try {
    return await clipboard.readText();
  } catch {
    return null;
  }
}

async function pasteText(pasted: string, keep: boolean, spot?: Spot): Promise<void> {
  const [selected] = viewStore.getState().selection;
  const into = selected === undefined ? {} : { into: selected };
  await perform({ type: 'paste', text: pasted, keeping: keep, ...(spot ?? into) });
}
