import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const showMatrix: Command = {
  id: 'show-matrix',
  group: 'simulate',
  get label() {
    return text.matrix;
  },
  keys: ['M'],
  isEnabled: always,
  run: () => setView({ dialog: 'matrix' }),
};
