import { canvasStore } from '../canvas/canvas-store';
import { keyOf } from '../canvas/view';
import { elementOf } from '../canvas/stage';
import { openInspector } from '../state/panels';
import { setView, viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import type { Command } from './command';

/** Where the thing stands on the canvas; what has no name there (a chip), and who works in the inspector, gets the field there. */
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
    const key = keyOf(id);
    const inPlace = key !== null && isOwn(key, id) && elementOf(key) !== null && !inInspector();
    if (inPlace) {
      canvasStore.setState({ renaming: key });
      return;
    }
    openInspector();
    setView({ renaming: id });
  },
};

/** Under its own key, not on a card that it only hangs on. */
const isOwn = (key: string, id: string): boolean => key === id || key.endsWith(`/${id}`);

const inInspector = (): boolean => (document.activeElement?.closest('.frame-inspector') ?? null) !== null;
