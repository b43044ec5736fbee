import { documentStore } from '../state/document-store';
import { tidyText as text } from '../strings/en/tidy';
import type { Command } from './command';

export const tidyUp: Command = {
  id: 'tidy-up',
  group: 'arrange',
  get label() {
    return text.tidyUp;
  },
  keys: ['Mod+Shift+L'],
  isEnabled: () => Object.keys(documentStore.getState().document.resources).length > 0,
  run: () => void import('../canvas/tidy/tidy-up').then((module) => module.tidyUp(null)),
};
