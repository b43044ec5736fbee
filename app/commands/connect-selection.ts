import { viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

/** On the canvas: walk to what the selected thing shall be connected with. */
export const connectSelection: Command = {
  id: 'connect',
  group: 'edit',
  get label() {
    return text.connect;
  },
  keys: ['C'],
  isEnabled: () => viewStore.getState().selection.length === 1,
  get needs() {
    return text.needs.one;
  },
  run: () => {
    const [id] = viewStore.getState().selection;
    if (id !== undefined)
      void import('../canvas/keyboard/connect').then(({ startConnecting }) => startConnecting(id));
  },
};
