import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const openFile: Command = {
  id: 'open-file',
  group: 'document',
  get label() {
    return text.openFile;
  },
  keys: ['Mod+O'],
  whileTyping: true,
  isEnabled: always,
  run: () => setView({ dialog: 'open' }),
};
