import { documentStore, redo as redoStep } from '../state/document-store';
import { announce } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

export const redo: Command = {
  id: 'redo',
  group: 'edit',
  get label() {
    return text.redo;
  },
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  isEnabled: () => documentStore.getState().future.length > 0,
  get needs() {
    return text.needs.step;
  },
  run: () => {
    const label = redoStep();
    if (label) announce(text.redone(label));
  },
};
