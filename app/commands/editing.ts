/** Commands that change the document: not offered while it may only be looked at. The gate itself is in the store. */
export const EDITING: ReadonlySet<string> = new Set([
  'undo',
  'redo',
  'search-palette',
  'rename',
  'connect',
  'delete-selection',
  'tidy-up',
  'tidy-selection',
  'pin-selection',
  'toggle-collapsed',
  'cut',
  'paste',
  'paste-keeping',
  'duplicate',
]);
