import { siblingsOf } from '../canvas/siblings';
import { documentStore } from '../state/document-store';
import { announce, select, viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

/** First what stands in the box of the selection, then everything. */
export const selectAll: Command = {
  id: 'select-all',
  group: 'edit',
  get label() {
    return text.selectAll;
  },
  keys: ['Mod+A'],
  isEnabled: always,
  run: () => {
    const { selection } = viewStore.getState();
    const beside = siblingsOf(selection);
    const chosen = new Set(selection);
    const ids = beside.some((id) => !chosen.has(id))
      ? beside
      : Object.keys(documentStore.getState().document.resources);
    select(...ids);
    announce(text.selected(ids.length));
  },
};
