import { commands as text } from '../strings';
import { always, type Command } from './command';

export const branchHere: Command = {
  id: 'branch-here',
  group: 'simulate',
  get label() {
    return text.branchHere;
  },
  keys: [],
  isEnabled: always,
  run: () => void import('../script/futures').then((futures) => futures.branchHere()),
};
