import { saveFile as save } from '../files/save-file';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const saveFile: Command = {
  id: 'save-file',
  label: text.saveFile,
  keys: ['Mod+S'],
  isEnabled: always,
  run: () => void save(),
};
