import { pathStore } from '../state/path-store';
import { commands as text } from '../strings';
import type { Command } from './command';

export const nextHop: Command = {
  id: 'next-hop',
  group: 'simulate',
  get label() {
    return text.nextHop;
  },
  keys: ['N'],
  isEnabled: () => pathStore.getState().result !== null,
  get needs() {
    return text.needs.path;
  },
  run: () => void import('../asking/ask-path').then((asking) => asking.nextHop()),
};
