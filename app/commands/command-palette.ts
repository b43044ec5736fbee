import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const COMMAND_PALETTE_KEYS = ['Mod+K', 'Mod+/', 'Mod+Shift+P'] as const;

export const commandPalette: Command = {
  id: 'command-palette',
  group: 'find',
  get label() {
    return text.commandPalette;
  },
  keys: COMMAND_PALETTE_KEYS,
  whileTyping: true,
  isEnabled: always,
  run: () => setView({ dialog: 'commands' }),
};
