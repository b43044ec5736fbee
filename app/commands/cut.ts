import { viewStore } from '../state/view-store';
import { clipboardText as text } from '../strings/en/clipboard';
import type { Command } from './command';

export const cutSelection: Command = {
  id: 'cut',
  group: 'edit',
  get label() {
    return text.cut;
  },
  keys: ['Mod+X'],
  byBrowser: true,
  isEnabled: () => viewStore.getState().selection.length > 0,
  get needs() {
    return text.needsSelection;
  },
  run: () => void import('../clipboard/clipboard').then(({ copyByCommand }) => copyByCommand(true)),
};
