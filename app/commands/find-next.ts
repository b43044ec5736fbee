import { commands as text } from '../strings';
import { always, type Command } from './command';

export const findNext: Command = {
  id: 'find-next',
  group: 'find',
  get label() {
    return text.findNext;
  },
  keys: ['F3'],
  whileTyping: true,
  isEnabled: always,
  run: () => void import('../find/step').then(({ stepToHit }) => stepToHit(1)),
};
