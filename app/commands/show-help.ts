import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const showHelp: Command = {
  id: 'show-help',
  group: 'help',
  get label() {
    return text.help;
  },
  keys: ['?'],
  isEnabled: always,
  run: () => setView({ dialog: 'help' }),
};
