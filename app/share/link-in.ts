/**
 * @returns the fragment of an address if it may have been a share link: what begins like one, and anything too long for
 * a word of a page's own, so that a link whose beginning was damaged is told of and not passed over.
 */
export const linkIn = (hash: string): string | null =>
  /^#\d+(?:[.%]|$)/.test(hash) || hash.length > LONGEST_WORD ? hash.slice(1) : null;

const LONGEST_WORD = 30;

/** The payload alone: the same document has the same one, whatever else a link shows. */
export const documentPart = (link: string): string => link.split('.')[3]?.split('&')[0] ?? link;
