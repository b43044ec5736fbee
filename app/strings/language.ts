/**
 * The language of the page. English stands in the code; another language is a pack that is loaded when it is chosen and
 * takes the place of the English words in the same objects, so that whoever reads a text when it is used has the right one.
 */
import { setPreferences, type Language } from '../state/preferences';

/** Words by key, texts and functions that make one; nested as deep as it likes. */
type Words = Record<string, unknown>;

interface Replaced {
  readonly words: Words;
  readonly key: string;
  readonly english: unknown;
}

let replaced: readonly Replaced[] = [];

/** Speaks a language from now on. What is on the screen already has to be drawn again. */
export async function speak(language: Language): Promise<void> {
  const pairs = language === 'de' ? (await import('./de')).PAIRS : [];
  for (const { words, key, english } of replaced) words[key] = english;
  replaced = pairs.flatMap(([english, other]) => replace(english as Words, other as Words));
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  setPreferences({ language });
}

/** @returns what was there before, for the way back. */
export function replace(words: Words, other: Words): readonly Replaced[] {
  return Object.entries(other).flatMap(([key, value]) => {
    const english = words[key];
    if (isWords(english) && isWords(value)) return replace(english, value);
    words[key] = value;
    return [{ words, key, english }];
  });
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
