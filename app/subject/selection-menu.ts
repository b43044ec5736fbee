/** What can be done with several things at once, and with the bare canvas. */
import { CANVAS, type ResourceId } from '../../engine';
import type { Spot } from '../clipboard/clipboard';
import { fitAll } from '../commands/fit-all';
import { showKeys } from '../commands/keys';
import { alignCommands, distributeCommands } from '../commands/line-up';
import { menuEntryOf } from '../commands/menu-entry-of';
import { pinSelection } from '../commands/pin-selection';
import { redo } from '../commands/redo';
import { selectAll } from '../commands/select-all';
import { tidySelection } from '../commands/tidy-selection';
import { tidyUp } from '../commands/tidy-up';
import { undo } from '../commands/undo';
import { isViewOnly } from '../state/document-store';
import { perform } from '../state/perform';
import { setView } from '../state/view-store';
import { menuText as text } from '../strings/en/menu';
import type { MenuEntry } from '../ui/menu-entry';
import { copyEntries, pasteEntries } from './clipboard-entries';

/** @param ids the selection. */
export function selectionMenu(ids: readonly ResourceId[]): readonly MenuEntry[] {
  const copying = copyEntries();
  if (isViewOnly()) return copying.slice(0, 1);
  const lining = [...alignCommands, ...distributeCommands].filter((command) => command.isEnabled());
  return [
    { label: text.move, keys: showKeys('Mod+G'), run: () => setView({ dialog: 'move' }) },
    ...copying,
    ...(lining.length > 0 ? ['separator' as const] : []),
    ...lining.map((command) => menuEntryOf(command)),
    'separator',
    menuEntryOf(tidySelection),
    menuEntryOf(pinSelection),
    'separator',
    {
      label: text.delete,
      keys: showKeys('Delete'),
      tone: 'bad',
      run: () => void perform({ type: 'delete', ids }),
    },
  ];
}

/** @param spot where a pointer opened it: what is pasted goes there. */
export function canvasMenu(spot?: Spot): readonly MenuEntry[] {
  const looking = [menuEntryOf(selectAll, text.selectAll), menuEntryOf(fitAll, text.fit)];
  if (isViewOnly()) return looking;
  return [
    { label: text.add, run: () => setView({ dialog: 'add', dialogPlace: CANVAS }) },
    ...pasteEntries(spot),
    'separator',
    ...looking,
    menuEntryOf(tidyUp),
    ...steps(),
  ];
}

function steps(): readonly MenuEntry[] {
  const able = [undo, redo].filter((command) => command.isEnabled());
  return able.length === 0 ? [] : ['separator', ...able.map((command) => menuEntryOf(command))];
}
