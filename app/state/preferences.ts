/** What a person wants of the page wherever a document comes from. Remembered per browser, never in a document. */
import { createStore } from 'zustand/vanilla';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Preferences {
  readonly language: Language;
  /** Keys that type a letter or a digit also act; switched off, only keys with Ctrl, Alt or a name do. */
  readonly letterKeys: boolean;
  /** What is dragged lines up with what stands beside it. */
  readonly snapping: boolean;
  /** The ground of the canvas has dots. */
  readonly grid: boolean;
  /** Off: nothing moves by itself, as if the operating system asked for it. */
  readonly motion: boolean;
}

const KEY = 'ec2-playground.preferences';
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'en',
  letterKeys: true,
  snapping: true,
  grid: true,
  motion: true,
};

export const preferencesStore = createStore<Preferences>(() => ({ ...DEFAULT_PREFERENCES, ...readStored() }));

export function setPreferences(patch: Partial<Preferences>): void {
  preferencesStore.setState(patch);
  try {
    localStorage.setItem(KEY, JSON.stringify(preferencesStore.getState()));
  } catch {
    // Storage switched off: the choice lasts for this visit.
  }
}

/** Only what is of the right type is taken over: what another version wrote is not to be trusted. */
function readStored(): Partial<Preferences> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const given = stored as Readonly<Record<string, unknown>>;
    const language = LANGUAGES.find((one) => one === given['language']);
    const flags = (['letterKeys', 'snapping', 'grid', 'motion'] as const).flatMap((key) =>
      typeof given[key] === 'boolean' ? [[key, given[key]] as const] : [],
    );
    return { ...(language === undefined ? {} : { language }), ...Object.fromEntries(flags) };
  } catch {
    return {};
  }
}
