import { closeLeft, openLeft } from '../state/panels';
import { viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const toggleLeft: Command = {
  id: 'toggle-left',
  group: 'view',
  get label() {
    return text.leftPanel;
  },
  keys: ['Alt+Shift+P'],
  isEnabled: always,
  run: () => (viewStore.getState().leftOpen ? closeLeft() : openLeft()),
};
