/**
 * Puts the chosen theme on the page; `system` follows the operating system. Remembered per browser, not per document.
 * Themes that few choose are loaded when they are.
 */
import { THEMES, viewStore, type ShownTheme, type Theme } from './view-store';

const KEY = 'ec2-playground.theme';

const loadContrast = () => import('../themes/contrast.css');
const LATE: Partial<Record<ShownTheme, () => Promise<unknown>>> = {
  projector: () => import('../themes/projector.css'),
  contrast: loadContrast,
  'contrast-dark': loadContrast,
};

export function startTheme(): void {
  const stored = readStored();
  if (stored) viewStore.setState({ theme: stored });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const forced = matchMedia('(forced-colors: active)');
  const wanted = (): ShownTheme => {
    const { theme } = viewStore.getState();
    if (theme === 'contrast' || (theme === 'system' && contrast.matches))
      return dark.matches ? 'contrast-dark' : 'contrast';
    if (theme === 'system') return dark.matches ? 'dark' : 'light';
    return theme;
  };
  const put = (shown: ShownTheme) => {
    // Another was chosen while it was loading.
    if (shown !== wanted()) return;
    document.documentElement.dataset.theme = shown;
    viewStore.setState({ shownTheme: shown });
  };
  const show = () => {
    if (forced.matches) void import('../themes/forced.css');
    const shown = wanted();
    const load = LATE[shown];
    if (load) void load().then(() => put(shown));
    else put(shown);
  };
  show();
  for (const query of [dark, contrast, forced]) query.addEventListener('change', show);
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
