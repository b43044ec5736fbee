import { pictures as text } from '../strings/en/pictures';
import { always, type Command } from './command';

export const copyPicture: Command = {
  id: 'copy-picture',
  group: 'document',
  get label() {
    return text.copyCommand;
  },
  keys: ['Alt+Shift+C'],
  isEnabled: always,
  run: () => void import('../pictures/copy-now').then(({ copyNow }) => copyNow()),
};
