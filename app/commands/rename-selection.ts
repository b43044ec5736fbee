import { openInspector } from '../state/panels';
import { setView, viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

/** In the inspector, which is opened for it: the name field takes the focus. */
export const renameSelection: Command = {
  id: 'rename',
  group: 'edit',
  get label() {
    return text.rename;
  },
  keys: ['F2'],
  isEnabled: () => viewStore.getState().selection.length === 1,
  get needs() {
    return text.needs.one;
  },
  run: () => {
    const [id] = viewStore.getState().selection;
    if (id === undefined) return;
    openInspector();
    setView({ renaming: id });
  },
};
