import { setView, viewStore, type ViewState } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

type Panels = Pick<ViewState, 'leftOpen' | 'inspectorOpen' | 'dockOpen'>;

/** What was open when everything was closed. */
let before: Panels | null = null;

/** Nothing but the canvas, and back to what was open. */
export const canvasOnly: Command = {
  id: 'canvas-only',
  group: 'view',
  get label() {
    return text.canvasOnly;
  },
  keys: ['Alt+Z'],
  isEnabled: always,
  run: () => {
    const { leftOpen, inspectorOpen, dockOpen } = viewStore.getState();
    if (leftOpen || inspectorOpen || dockOpen) {
      before = { leftOpen, inspectorOpen, dockOpen };
      setView({ leftOpen: false, inspectorOpen: false, dockOpen: false });
    } else setView(before ?? { leftOpen: true, inspectorOpen: false, dockOpen: true });
  },
};
