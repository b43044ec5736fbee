import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAIRS } from './de';
import { replace } from './language';

/** English words made from others; what they do to a sentence is not a text. */
const NOT_TRANSLATED = ['done.ts'];
const EN = new URL('en/', import.meta.url);

/** Every text by its path: `save.failed.full`. */
function textsOf(words: object, path = ''): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? [...textsOf(value as object, `${path}${key}.`)]
        : [[path + key, value as unknown] as const],
    ),
  );
}

describe('German', () => {
  it('has every area of English', async () => {
    const translated = new Set(PAIRS.map(([english]) => english));
    for (const file of readdirSync(EN).filter((name) => /^[^.]+\.ts$/.test(name))) {
      if (NOT_TRANSLATED.includes(file)) continue;
      const area = (await import(new URL(file, EN).pathname)) as Record<string, object>;
      for (const [name, words] of Object.entries(area))
        expect(translated, `${file}: ${name}`).toContain(words);
    }
  });

  it('has exactly the keys of English, texts for texts and functions for functions', () => {
    for (const [english, german] of PAIRS) {
      const [en, de] = [textsOf(english), textsOf(german)];
      expect([...de.keys()].sort()).toEqual([...en.keys()].sort());
      for (const [key, text] of de) expect(typeof text, key).toBe(typeof en.get(key));
    }
  });

  it('leaves no sentence in English', () => {
    for (const [english, german] of PAIRS) {
      const en = textsOf(english);
      for (const [key, text] of textsOf(german))
        if (typeof text === 'string' && text.split(' ').length > 2 && /[a-z]{3} [a-z]{3}/.test(text))
          expect(text, key).not.toBe(en.get(key));
    }
  });
});

describe('a pack of words', () => {
  it('takes the place of the words in the same objects, and gives them back', () => {
    const words = { a: 'one', deep: { b: 'two', list: ['x', 'y'] } };
    const { deep } = words;
    const replaced = replace(words, { a: 'eins', deep: { b: 'zwei', list: ['z'] } });
    expect(words).toEqual({ a: 'eins', deep: { b: 'zwei', list: ['z'] } });
    expect(deep).toBe(words.deep);
    for (const { words: place, key, english } of replaced) place[key] = english;
    expect(words).toEqual({ a: 'one', deep: { b: 'two', list: ['x', 'y'] } });
  });
});
