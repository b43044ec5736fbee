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
  isEnabled: () => viewStore.getState().carrying !== null || viewStore.getState().selection.length > 0,
  get needs() {
    return text.needs.selection;
  },
  run: () => {
    // What is in the hand goes first: one press, one thing let go.
    if (viewStore.getState().carrying) setView({ carrying: null });
    else setView({ selection: [] });
  },
};
