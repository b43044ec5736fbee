import { expect, it } from 'vitest';
import { EDITING } from './editing';
import { COMMANDS } from './list';

/** Of the groups that edit; these only look. */
const LOOKING = new Set(['select-all', 'clear-selection', 'copy', 'show-history']);

it('every command that edits or arranges is known to be one, so that view-only does not offer it', () => {
  const unknown = COMMANDS.filter(
    ({ id, group }) => (group === 'edit' || group === 'arrange') && !EDITING.has(id) && !LOOKING.has(id),
  );
  expect(unknown.map(({ id }) => id)).toEqual([]);
});
