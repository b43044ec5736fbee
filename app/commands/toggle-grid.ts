import { preferencesStore, setPreferences } from '../state/preferences';
import { announce } from '../state/view-store';
import { gridText as text } from '../strings/en/grid';
import { always, type Command } from './command';
import './grid.css';

const show = (): void => {
  document.documentElement.toggleAttribute('data-no-dots', !preferencesStore.getState().grid);
};

/** Shows what was chosen on an earlier visit, and follows the settings. */
export function startGrid(): void {
  show();
  preferencesStore.subscribe(show);
}

export const toggleGrid: Command = {
  id: 'toggle-grid',
  group: 'view',
  get label() {
    return text.toggle;
  },
  keys: ["Mod+'"],
  isEnabled: always,
  run: () => {
    const grid = !preferencesStore.getState().grid;
    setPreferences({ grid });
    announce(grid ? text.on : text.off);
  },
};
