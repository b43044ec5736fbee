import { runStore } from '../state/run-store';
import { commands as text } from '../strings';
import type { Command } from './command';

export const rewind: Command = {
  id: 'rewind',
  group: 'simulate',
  get label() {
    return text.rewind;
  },
  keys: ['J'],
  isEnabled: () => runStore.getState().moment !== 'design',
  get needs() {
    return text.needs.run;
  },
  run: () => void import('../playback/run-controller').then((player) => player.rewind()),
};
