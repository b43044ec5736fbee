import { commands as text } from '../strings';
import { always, type Command } from './command';

export const saveFile: Command = {
  id: 'save-file',
  group: 'document',
  get label() {
    return text.saveFile;
  },
  keys: ['Mod+S'],
  whileTyping: true,
  isEnabled: always,
  run: () => void import('../files/save-file').then((module) => module.saveFile()),
};
