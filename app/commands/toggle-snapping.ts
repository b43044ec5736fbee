import { preferencesStore, setPreferences } from '../state/preferences';
import { announce } from '../state/view-store';
import { lineUpText as text } from '../strings/en/line-up';
import { always, type Command } from './command';

export const toggleSnapping: Command = {
  id: 'toggle-snapping',
  group: 'arrange',
  get label() {
    return text.snapping;
  },
  keys: ['Alt+S'],
  isEnabled: always,
  run: () => {
    const snapping = !preferencesStore.getState().snapping;
    setPreferences({ snapping });
    announce(snapping ? text.snappingOn : text.snappingOff);
  },
};
