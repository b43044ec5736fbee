import { commands as text } from '../strings';
import { always, type Command } from './command';

export const findPrevious: Command = {
  id: 'find-previous',
  group: 'find',
  get label() {
    return text.findPrevious;
  },
  keys: ['Shift+F3'],
  whileTyping: true,
  isEnabled: always,
  run: () => void import('../find/step').then(({ stepToHit }) => stepToHit(-1)),
};
