import { viewStore } from '../state/view-store';
import { clipboardText as text } from '../strings/en/clipboard';
import type { Command } from './command';

export const copySelection: Command = {
  id: 'copy',
  group: 'edit',
  get label() {
    return text.copy;
  },
  keys: ['Mod+C'],
  byBrowser: true,
  isEnabled: () => viewStore.getState().selection.length > 0,
  get needs() {
    return text.needsSelection;
  },
  run: () => void import('../clipboard/clipboard').then(({ copyByCommand }) => copyByCommand(false)),
};
