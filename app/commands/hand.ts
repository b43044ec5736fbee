/** Which tool the pointer is: it selects and moves things, or it moves the view wherever it presses. */
import { announce, setView, viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const selectTool: Command = {
  id: 'select-tool',
  group: 'view',
  get label() {
    return text.selectTool;
  },
  keys: ['V'],
  isEnabled: always,
  run: () => {
    if (viewStore.getState().grabbing) announce(text.selecting);
    setView({ grabbing: false });
  },
};

export const handTool: Command = {
  id: 'hand-tool',
  group: 'view',
  get label() {
    return text.handTool;
  },
  keys: ['H'],
  isEnabled: always,
  run: () => {
    setView({ grabbing: true, carrying: null });
    announce(text.grabbing);
  },
};
