/** Copying and pasting as lines of a menu: the same for one thing, for several and for the bare canvas. */
import type { Spot } from '../clipboard/clipboard';
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

/** @param spot what was pointed at: there, whatever is selected. */
export function pasteEntries(spot?: Spot): readonly MenuEntry[] {
  const text = clipboardText.menu;
  const entries = [
    [pasteCopied, text.paste, false],
    [pasteKeeping, text.pasteKeeping, true],
  ] as const;
  return entries.map(([command, label, keep]) => ({
    ...menuEntryOf(command, label),
    ...(spot ? { run: () => pasteAt(keep, spot) } : {}),
  }));
}

const pasteAt = (keep: boolean, spot: Spot): void =>
  void import('../clipboard/clipboard').then(({ pasteByCommand }) => pasteByCommand(keep, spot));
