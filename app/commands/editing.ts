/** Commands that change the document: not offered while it may only be looked at. The gate itself is in the store. */
import type { Command } from './command';

/** Of the groups that edit and arrange; these change nothing in the document. */
const LOOKING: ReadonlySet<string> = new Set([
  'select-all',
  'clear-selection',
  'copy',
  'show-history',
  'toggle-snapping',
]);

export const isEditing = ({ id, group }: Pick<Command, 'id' | 'group'>): boolean =>
  // There is nothing to take from the palette either.
  id === 'search-palette' || ((group === 'edit' || group === 'arrange') && !LOOKING.has(id));
