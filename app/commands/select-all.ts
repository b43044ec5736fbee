import { documentStore } from '../state/document-store';
import { announce, select } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const selectAll: Command = {
  id: 'select-all',
  group: 'edit',
  get label() {
    return text.selectAll;
  },
  keys: ['Mod+A'],
  isEnabled: always,
  run: () => {
    const ids = Object.keys(documentStore.getState().document.resources);
    select(...ids);
    announce(text.selected(ids.length));
  },
};
