import { boxesOf, toggleCollapsed as toggle } from '../canvas/collapse';
import { viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

/** The selected boxes to chips and back. */
export const toggleCollapsed: Command = {
  id: 'toggle-collapsed',
  group: 'arrange',
  get label() {
    return text.toggleCollapsed;
  },
  keys: ['Mod+.'],
  isEnabled: () => boxesOf(viewStore.getState().selection).length > 0,
  get needs() {
    return text.needs.box;
  },
  run: () => toggle(boxesOf(viewStore.getState().selection)),
};
