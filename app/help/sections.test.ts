import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/list';
import { helpSections, narrowed } from './sections';

const all = helpSections(COMMANDS, false);
const ids = (query: string) => narrowed(all, query).flatMap(({ rows }) => rows.map(({ id }) => id));

describe('the help sheet', () => {
  it('lists every command once, with all of its keys', () => {
    const rows = all.flatMap((section) => section.rows);
    for (const command of COMMANDS)
      expect(
        rows.filter(({ id, keys }) => id === command.id && keys.length === command.keys.length),
        command.id,
      ).toHaveLength(1);
  });

  it('lists everything without a query', () => {
    expect(narrowed(all, ' ')).toEqual(all.filter(({ rows }) => rows.length > 0));
  });

  it('finds by words, by key and by section', () => {
    expect(ids('undo')).toContain('undo');
    expect(ids('ctrl+shift+z')).toEqual(['redo']);
    expect(ids('touch pinch')).toEqual(['touch Pinch']);
    expect(ids('no such thing')).toEqual([]);
  });
});
