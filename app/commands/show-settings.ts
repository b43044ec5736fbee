import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const showSettings: Command = {
  id: 'show-settings',
  group: 'view',
  get label() {
    return text.settings;
  },
  keys: ['Mod+,'],
  whileTyping: true,
  isEnabled: always,
  run: () => setView({ dialog: 'settings' }),
};
