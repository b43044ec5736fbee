import { setView } from '../state/view-store';
import { pictures as text } from '../strings/en/pictures';
import { always, type Command } from './command';

export const savePicture: Command = {
  id: 'save-picture',
  group: 'document',
  get label() {
    return text.command;
  },
  keys: ['Mod+Shift+E'],
  isEnabled: always,
  run: () => setView({ dialog: 'picture' }),
};
