import { pictures as text } from '../strings/en/pictures';
import { always, type Command } from './command';

export const printSheet: Command = {
  id: 'print-sheet',
  group: 'document',
  get label() {
    return text.printCommand;
  },
  keys: ['Mod+P'],
  isEnabled: always,
  run: () => void import('../pictures/print-sheet').then((print) => print.printSheet()),
};
