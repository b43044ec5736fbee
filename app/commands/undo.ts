import { documentStore, undo as undoStep } from '../state/document-store';
import { announce } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

export const undo: Command = {
  id: 'undo',
  group: 'edit',
  get label() {
    return text.undo;
  },
  keys: ['Mod+Z'],
  isEnabled: () => documentStore.getState().past.length > 0,
  get needs() {
    return text.needs.step;
  },
  run: () => {
    const label = undoStep();
    if (label) announce(text.undone(label));
  },
};
