/** The selection into a box or a group that is there or new, and out of its placement group. */
import { get } from '../../engine';
import { documentStore } from '../state/document-store';
import { perform } from '../state/perform';
import { setView, viewStore } from '../state/view-store';
import { gatherText as text } from '../strings/en/gather';
import type { Command } from './command';

export const gather: Command = {
  id: 'gather',
  group: 'arrange',
  get label() {
    return text.gather;
  },
  keys: ['Mod+G'],
  isEnabled: () => viewStore.getState().selection.length > 0,
  get needs() {
    return text.needsSelection;
  },
  run: () => setView({ dialog: 'move' }),
};

const grouped = (): readonly string[] => {
  const { document } = documentStore.getState();
  return viewStore.getState().selection.filter((id) => {
    const resource = get(document, id);
    return resource?.kind === 'instance' && resource.placementGroup !== undefined;
  });
};

export const ungroup: Command = {
  id: 'ungroup',
  group: 'arrange',
  get label() {
    return text.ungroup;
  },
  keys: ['Mod+Shift+G'],
  isEnabled: () => grouped().length > 0,
  get needs() {
    return text.needsGrouped;
  },
  run: () => void perform({ type: 'gather', ids: grouped(), kind: null }),
};
