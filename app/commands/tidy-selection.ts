import { viewStore } from '../state/view-store';
import { tidyText as text } from '../strings/en/tidy';
import type { Command } from './command';

export const tidySelection: Command = {
  id: 'tidy-selection',
  group: 'arrange',
  get label() {
    return text.tidySelection;
  },
  keys: ['Alt+Shift+L'],
  isEnabled: () => viewStore.getState().selection.length > 0,
  get needs() {
    return text.needsSelection;
  },
  run: () =>
    void import('../canvas/tidy/tidy-up').then((module) => module.tidyUp(viewStore.getState().selection)),
};
