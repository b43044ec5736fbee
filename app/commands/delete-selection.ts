import { perform } from '../state/perform';
import { viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

export const deleteSelection: Command = {
  id: 'delete-selection',
  group: 'edit',
  get label() {
    return text.deleteSelection;
  },
  keys: ['Delete', 'Backspace'],
  isEnabled: () => viewStore.getState().selection.length > 0,
  get needs() {
    return text.needs.selection;
  },
  run: () => void perform({ type: 'delete', ids: viewStore.getState().selection }),
};
