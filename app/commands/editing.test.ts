import { expect, it } from 'vitest';
import { isEditing } from './editing';
import { COMMANDS } from './list';

it('what changes the document is known to do so, what looks is not', () => {
  const editing = COMMANDS.filter(isEditing).map(({ id }) => id);
  for (const id of [
    'undo',
    'redo',
    'rename',
    'delete-selection',
    'tidy-up',
    'toggle-collapsed',
    'gather',
    'ungroup',
    'add-right',
    'search-palette',
  ])
    expect(editing).toContain(id);
  for (const id of [
    'select-all',
    'copy',
    'find',
    'toggle-grid',
    'play',
    'next-hop',
    'share-link',
    'make-copy',
    'fit-all',
  ])
    expect(editing).not.toContain(id);
});
