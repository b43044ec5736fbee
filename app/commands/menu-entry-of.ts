/** A command as a line of a menu, with its keys, and with what it needs where it cannot run now. */
import type { MenuEntry } from '../ui/menu-entry';
import type { Command } from './command';
import { showKeys } from './keys';

/** @param label shorter than the command's own, where the menu says what it is about. */
export function menuEntryOf(command: Command, label = command.label): Exclude<MenuEntry, 'separator'> {
  const [keys] = command.keys;
  const enabled = command.isEnabled();
  return {
    label,
    ...(keys === undefined ? {} : { keys: showKeys(keys) }),
    disabled: !enabled,
    ...(enabled || command.needs === undefined ? {} : { hint: command.needs }),
    run: command.run,
  };
}
