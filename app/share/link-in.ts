/** @returns the fragment of an address if it can be a share link: `#` alone or a word of a page's own is not. */
export const linkIn = (hash: string): string | null => (/^#\d+\./.test(hash) ? hash.slice(1) : null);
