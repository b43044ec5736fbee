/** The colours of a picture: the tokens of the theme on the page, as values that mean something outside of it. */

export const TOKENS = [
  'ground',
  'canvas',
  'raised',
  'line',
  'line-strong',
  'text',
  'text-soft',
  'accent',
  'good',
  'warn',
  'bad',
  'bad-soft',
  'vpc',
  'public',
  'public-soft',
  'private',
  'private-soft',
  'compute',
  'network',
  'storage',
  'place',
  'security',
  'set-1',
  'set-2',
  'set-3',
  'set-4',
  'set-5',
  'set-6',
] as const;
export type Token = (typeof TOKENS)[number];
export type Colours = Readonly<Record<Token, string>>;

/** @param valueOf the value of a custom property, as `getComputedStyle` gives it */
export function readColours(valueOf: (property: string) => string): Colours {
  const found = TOKENS.map((token) => [token, valueOf(`--${token}`).trim() || '#000000'] as const);
  return Object.fromEntries(found) as Colours;
}

/** @returns what turns a computed colour of one theme into the same token's of another; others stay as they are. */
export function recolouring(from: Colours, to: Colours): (computed: string) => string {
  const known = new Map(TOKENS.map((token) => [computedOf(from[token]), to[token]]));
  return (computed) => known.get(computed) ?? computed;
}

/** `#1d5bf5` as a computed style has it: `rgb(29, 91, 245)`. */
function computedOf(hex: string): string {
  const pairs = /^#(..)(..)(..)$/.exec(hex)?.slice(1) ?? [];
  return pairs.length === 3 ? `rgb(${pairs.map((pair) => parseInt(pair, 16)).join(', ')})` : hex;
}
