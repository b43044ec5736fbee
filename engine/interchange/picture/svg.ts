/** A share link inside an SVG: in its metadata, where drawing programs leave it alone. */

export const METADATA_ID = 'ec2-playground';

/**
 * @param svg from `<svg` to `</svg>`
 * @param link the payload of a share link, without `#`: letters, digits, `.`, `-`, `_`
 */
export function embedInSvg(svg: string, link: string): string {
  const end = svg.lastIndexOf('</svg>');
  return `${svg.slice(0, end)}<metadata id="${METADATA_ID}">${link}</metadata>${svg.slice(end)}`;
}

/** @returns the link, or null where there is none of ours. */
export function linkInSvg(text: string): string | null {
  // The last one: whoever puts one picture into another keeps both.
  const at = text.lastIndexOf(`id="${METADATA_ID}"`);
  if (at < 0) return null;
  const found = /^[^<>]*>\s*([\w.-]+)\s*</.exec(text.slice(at, at + MAX_LINK_CHARACTERS));
  return found?.[1] ?? null;
}

/** Longer than every link that the page makes. */
const MAX_LINK_CHARACTERS = 8_000_000;

/** Does it look like an SVG, whatever it is called? */
export const isSvg = (text: string): boolean => /^\s*(?:<\?xml|<!--|<svg[\s>])/.test(text.slice(0, 400));
