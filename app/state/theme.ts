/** Puts the chosen theme on the page; `system` follows the operating system. Remembered per browser, not per document. */
import { THEMES, viewStore, type Theme } from './view-store';

const KEY = 'ec2-playground.theme';

export function startTheme(): void {
  const stored = readStored();
  if (stored) viewStore.setState({ theme: stored });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const { theme } = viewStore.getState();
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.documentElement.dataset.theme = shown;
  };
  show();
  dark.addEventListener('change', show);
  viewStore.subscribe((state, before) => {
    if (state.theme === before.theme) return;
    show();
    try {
      localStorage.setItem(KEY, state.theme);
    } catch {
      // Storage switched off: the choice lasts for this visit.
    }
  });
}

function readStored(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === value) ?? null;
  } catch {
    return null;
  }
}
