/** Copying and pasting as lines of a menu: the same for one thing, for several and for the bare canvas. */
import { copySelection } from '../commands/copy';
import { cutSelection } from '../commands/cut';
import { duplicate } from '../commands/duplicate';
import { menuEntryOf } from '../commands/menu-entry-of';
import { pasteCopied } from '../commands/paste';
import { pasteKeeping } from '../commands/paste-keeping';
import { clipboardText } from '../strings/en/clipboard';
import type { MenuEntry } from '../ui/menu-entry';

export function copyEntries(): readonly MenuEntry[] {
  const text = clipboardText.menu;
  return [
    menuEntryOf(copySelection, text.copy),
    menuEntryOf(cutSelection, text.cut),
    menuEntryOf(duplicate, text.duplicate),
  ];
}

export function pasteEntries(): readonly MenuEntry[] {
  const text = clipboardText.menu;
  return [menuEntryOf(pasteCopied, text.paste), menuEntryOf(pasteKeeping, text.pasteKeeping)];
}
