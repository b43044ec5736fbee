import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const showHistory: Command = {
  id: 'show-history',
  group: 'edit',
  get label() {
    return text.history;
  },
  keys: ['Alt+Shift+H'],
  isEnabled: always,
  run: () => setView({ dialog: 'history' }),
};
