/** What can be seen of the inside of the selected instance: one command a panel. */
import { get } from '../../engine';
import { documentStore } from '../state/document-store';
import { INSIDE_PANELS, viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

function isInstanceSelected(): boolean {
  const [id, ...others] = viewStore.getState().selection;
  return (
    id !== undefined && others.length === 0 && get(documentStore.getState().document, id)?.kind === 'instance'
  );
}

export const showInside: readonly Command[] = INSIDE_PANELS.map((panel) => ({
  id: `inside-${panel}`,
  group: 'simulate',
  get label() {
    return text.inside[panel];
  },
  keys: [],
  isEnabled: isInstanceSelected,
  get needs() {
    return text.needs.instance;
  },
  run: () => void import('../inside/open-inside').then(({ openInside }) => openInside(panel)),
}));
