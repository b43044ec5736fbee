import { perform } from '../state/perform';
import { viewStore } from '../state/view-store';
import { clipboardText as text } from '../strings/en/clipboard';
import type { Command } from './command';

export const duplicate: Command = {
  id: 'duplicate',
  group: 'edit',
  get label() {
    return text.duplicate;
  },
  keys: ['Mod+D'],
  isEnabled: () => viewStore.getState().selection.length > 0,
  get needs() {
    return text.needsSelection;
  },
  run: () => void perform({ type: 'duplicate', ids: viewStore.getState().selection }),
};
