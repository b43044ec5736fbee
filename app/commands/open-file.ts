import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const openFile: Command = {
  id: 'open-file',
  label: text.openFile,
  keys: ['Mod+O'],
  isEnabled: always,
  run: () => setView({ dialog: 'open' }),
};
