import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const shareLink: Command = {
  id: 'share-link',
  group: 'document',
  get label() {
    return text.share;
  },
  keys: [],
  isEnabled: always,
  run: () => setView({ dialog: 'share' }),
};
