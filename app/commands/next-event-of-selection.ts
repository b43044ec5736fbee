import { viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

export const nextEventOfSelection: Command = {
  id: 'next-event-of-selection',
  group: 'simulate',
  get label() {
    return text.nextEventOfSelection;
  },
  keys: ['Shift+L'],
  isEnabled: () => viewStore.getState().selection.length > 0,
  get needs() {
    return text.needs.selection;
  },
  run: () => void import('../playback/run-controller').then((player) => player.nextEventOfSelection()),
};
