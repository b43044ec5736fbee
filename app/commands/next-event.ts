import { commands as text } from '../strings';
import { always, type Command } from './command';

export const nextEvent: Command = {
  id: 'next-event',
  group: 'simulate',
  get label() {
    return text.nextEvent;
  },
  keys: ['L'],
  isEnabled: always,
  run: () => void import('../playback/run-controller').then((player) => player.nextEvent()),
};
