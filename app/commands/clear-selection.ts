import { setView, viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

export const clearSelection: Command = {
  id: 'clear-selection',
  group: 'edit',
  get label() {
    return text.clearSelection;
  },
  keys: ['Escape'],
  isEnabled: () => {
    const { carrying, grabbing, selection } = viewStore.getState();
    return carrying !== null || grabbing || selection.length > 0;
  },
  get needs() {
    return text.needs.selection;
  },
  run: () => {
    // What is in the hand goes first: one press, one thing let go.
    const { carrying, grabbing } = viewStore.getState();
    if (carrying) setView({ carrying: null });
    else if (grabbing) setView({ grabbing: false });
    else setView({ selection: [] });
  },
};
