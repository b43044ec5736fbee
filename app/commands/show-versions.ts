import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const showVersions: Command = {
  id: 'show-versions',
  group: 'document',
  get label() {
    return text.versions;
  },
  keys: [],
  isEnabled: always,
  run: () => setView({ dialog: 'versions' }),
};
