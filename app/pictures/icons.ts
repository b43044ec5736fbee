/** Icons of a picture: the canvas holds each as an image; here they become symbols that many cards share. */
import { tag } from './svg-text';

/** By kind, or `state-running`: an SVG symbol with an id of its own. */
export type Icons = ReadonlyMap<string, string>;

export const iconId = (kind: string): string => `icon-${kind}`;

/**
 * @param kinds what is wanted
 * @param valueOf the value of a custom property of the stage: `url("data:image/svg+xml,…")`, or nothing
 * @param recolour what becomes of a colour; left out, it stays
 */
export function readIcons(
  kinds: Iterable<string>,
  valueOf: (property: string) => string,
  recolour: (colour: string) => string = (colour) => colour,
): Icons {
  const icons = new Map<string, string>();
  for (const kind of kinds) {
    const image = /^url\("data:image\/svg\+xml,(.*)"\)$/s.exec(valueOf(`--picture-${kind}`).trim())?.[1];
    const symbol = image === undefined ? null : symbolOf(kind, decodeURIComponent(image), recolour);
    if (symbol !== null) icons.set(kind, symbol);
  }
  return icons;
}

const PAINT = ['color', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'] as const;

/** @param svg an icon of the page itself: trusted text. */
function symbolOf(kind: string, svg: string, recolour: (colour: string) => string): string | null {
  const found = /^<svg\b([^>]*)>(.*)<\/svg>$/s.exec(svg.trim());
  if (!found) return null;
  const [, head = '', body = ''] = found;
  const attribute = (name: string): string | undefined =>
    new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(head)?.[1];
  const painted = PAINT.map((name) => {
    const value = attribute(name);
    return [name, name === 'color' && value !== undefined ? recolour(value) : value] as const;
  });
  return tag(
    'symbol',
    {
      id: iconId(kind),
      viewBox: attribute('viewBox') ?? '0 0 24 24',
      ...Object.fromEntries(painted),
    },
    // AWS icons carry their file name as a title, which a pointer would find.
    body.replace(/<title>.*?<\/title>/gs, ''),
  );
}
