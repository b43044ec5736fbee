import { commands as text } from '../strings';
import { always, type Command } from './command';

export const play: Command = {
  id: 'play',
  group: 'simulate',
  get label() {
    return text.play;
  },
  keys: ['K'],
  isEnabled: always,
  // The player is loaded after the first paint.
  run: () => void import('../playback/run-controller').then(({ togglePlay }) => togglePlay()),
};
