export const clipboardText = {
  copy: 'Copy what is selected',
  cut: 'Cut what is selected',
  paste: 'Paste: with new addresses, and nothing of what it belonged to',
  pasteKeeping: 'Paste keeping references: groups, tables, placement groups',
  duplicate: 'Duplicate what is selected',
  menu: {
    copy: 'Copy',
    cut: 'Cut',
    paste: 'Paste',
    pasteKeeping: 'Paste keeping references',
    duplicate: 'Duplicate',
  },
  needsSelection: 'Select something first.',
  copied: (count: number) => (count === 1 ? 'Copied 1 thing' : `Copied ${count} things`),
  without: (left: string) => `Not copied: ${left}.`,
  nothing: 'Nothing of this can be copied: regions, zones and the Internet are there once.',
  empty: 'Nothing that can be pasted here is on the clipboard.',
  /** Where the page may not read the clipboard by itself. */
  pressKeys: (keys: string) => `This browser lets a page read the clipboard by key only: press ${keys}.`,
};
