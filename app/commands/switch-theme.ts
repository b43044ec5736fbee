import { announce, setView, THEMES, viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const switchTheme: Command = {
  id: 'switch-theme',
  group: 'view',
  get label() {
    return text.theme;
  },
  keys: ['Alt+Shift+D'],
  isEnabled: always,
  run: () => {
    const at = THEMES.indexOf(viewStore.getState().theme);
    const theme = THEMES[(at + 1) % THEMES.length] ?? 'system';
    setView({ theme });
    announce(text.themeIs[theme]);
  },
};
