import { canPin, switchPin } from '../canvas/tidy/pin-selection';
import { viewStore } from '../state/view-store';
import { tidyText as text } from '../strings/en/tidy';
import type { Command } from './command';

export const pinSelection: Command = {
  id: 'pin-selection',
  group: 'arrange',
  get label() {
    return text.pin;
  },
  keys: ['P'],
  isEnabled: () => canPin(viewStore.getState().selection),
  get needs() {
    return text.needsSelection;
  },
  run: () => switchPin(),
};
