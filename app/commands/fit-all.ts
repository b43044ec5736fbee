import { fitAll as show } from '../canvas/view';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const fitAll: Command = {
  id: 'fit-all',
  group: 'view',
  get label() {
    return text.fitAll;
  },
  keys: ['Shift+1', '1'],
  isEnabled: always,
  run: () => show(200),
};
