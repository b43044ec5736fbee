import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const [app, contrast, projector] = [read('../app.css'), read('./contrast.css'), read('./projector.css')];

type Tokens = ReadonlyMap<string, string>;

/** The custom properties of the first block with this selector. */
function tokensOf(css: string, selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`No ${selector}.`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = tokensOf(app, ':root');
const over = (css: string, selector: string): Tokens => new Map([...light, ...tokensOf(css, selector)]);
const THEMES: readonly (readonly [string, Tokens, number])[] = [
  ['light', light, 4.5],
  ['dark', over(app, ":root[data-theme='dark']"), 4.5],
  ['projector', over(projector, ":root[data-theme='projector']"), 4.5],
  ['contrast', over(contrast, ":root[data-theme='contrast']"), 7],
  ['contrast-dark', over(contrast, ":root[data-theme='contrast-dark']"), 7],
];

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'canvas', 'sunken', 'raised'] as const;
const BOXES = ['public-soft', 'private-soft'] as const;
const NOTES = ['accent-soft', 'good-soft', 'warn-soft', 'bad-soft'] as const;

/** Text and what it stands on. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...GROUNDS, ...BOXES, ...NOTES]],
  ['text-soft', [...GROUNDS, ...BOXES, 'accent-soft']],
  ['accent', ['ground', 'canvas', 'raised', 'accent-soft']],
  ['accent-text', ['accent']],
  ['good', ['ground', 'raised', 'good-soft']],
  ['warn', ['ground', 'raised', 'warn-soft']],
  ['bad', ['ground', 'raised', 'bad-soft']],
  // Titles of boxes.
  ['vpc', ['canvas']],
  ['public', ['public-soft']],
  ['private', ['private-soft']],
];
/** Signs, pictures and what bounds a field. */
const SIGNS: readonly (readonly [string, readonly string[]])[] = [
  ['field', ['ground', 'raised']],
  ['accent', [...GROUNDS, ...BOXES]],
  ['compute', ['ground', 'raised']],
  ['network', ['ground', 'raised']],
  ['storage', ['ground', 'raised']],
  ['security', ['ground', 'raised']],
  ['place', ['ground', 'raised']],
  ['public', ['canvas', 'public-soft']],
  ['private', ['canvas', 'private-soft']],
];

const below = (tokens: Tokens, pairs: typeof TEXT, least: number): readonly string[] =>
  pairs.flatMap(([front, backs]) =>
    backs.flatMap((back) => {
      const found = ratio(tokens.get(front) ?? '', tokens.get(back) ?? '');
      return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)}`];
    }),
  );

describe.each(THEMES)('the theme %s', (_, tokens, least) => {
  it('has text that can be told from its ground', () => {
    expect(below(tokens, TEXT, least)).toEqual([]);
  });

  it('has signs that can be told from their ground', () => {
    expect(below(tokens, SIGNS, 3)).toEqual([]);
  });

  it('names every colour that the light one has', () => {
    expect([...light.keys()].filter((name) => !tokens.has(name))).toEqual([]);
  });
});

describe('high contrast and the projector', () => {
  it.each(THEMES.slice(2))('draw lines that can be seen: %s', (_, tokens) => {
    const lines = [...tokens.keys()]
      .filter((name) => name === 'line' || name === 'line-strong' || name.startsWith('set-'))
      .map((name) => [name, ['ground', 'raised']] as const);
    expect(below(tokens, lines, 3)).toEqual([]);
  });
});

describe('the measure', () => {
  it('is that of the guidelines', () => {
    expect(ratio('#000000', '#ffffff')).toBeCloseTo(21);
    expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
