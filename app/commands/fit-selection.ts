import { showSelection } from '../canvas/zoom-to';
import { viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

export const fitSelection: Command = {
  id: 'fit-selection',
  group: 'view',
  get label() {
    return text.fitSelection;
  },
  keys: ['Shift+2', '2', 'F'],
  isEnabled: () => viewStore.getState().selection.length > 0,
  get needs() {
    return text.needs.selection;
  },
  run: showSelection,
};
