import { closeInspector, openInspector } from '../state/panels';
import { viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const toggleInspector: Command = {
  id: 'toggle-inspector',
  group: 'view',
  get label() {
    return text.inspector;
  },
  keys: ['Alt+Shift+I'],
  isEnabled: always,
  run: () => (viewStore.getState().inspectorOpen ? closeInspector() : openInspector()),
};
