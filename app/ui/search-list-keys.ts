/** Where a key leads in a list of options with headings between them. */
const PAGE = 8;

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Up and down go round; a page does not. Home and End belong to the text, with Ctrl to the list.
 * @param isOption for each row whether one can stand on it.
 * @returns the index of the row to stand on, or null if the key means nothing here.
 */
export function nextOption(isOption: readonly boolean[], at: number, press: Press): number | null {
  if (press.altKey) return null;
  const options = isOption.flatMap((yes, index) => (yes ? [index] : []));
  if (options.length === 0) return null;
  const here = options.indexOf(at);
  const last = options.length - 1;
  const held = press.ctrlKey || press.metaKey;
  switch (press.key) {
    case 'ArrowDown':
      return options[here >= last ? 0 : here + 1] ?? null;
    case 'ArrowUp':
      return options[here <= 0 ? last : here - 1] ?? null;
    case 'PageDown':
      return options[Math.min(last, here + PAGE)] ?? null;
    case 'PageUp':
      return options[Math.max(0, here - PAGE)] ?? null;
    case 'Home':
      return held ? (options[0] ?? null) : null;
    case 'End':
      return held ? (options[last] ?? null) : null;
    default:
      return null;
  }
}
