import { describe, expect, it } from 'vitest';
import { rankItems, type PaletteItem } from './ranking';

const item = (id: string, patch: Partial<PaletteItem> = {}): PaletteItem => ({
  id,
  section: 'commands',
  label: id,
  enabled: true,
  run: () => {},
  ...patch,
});
const TITLES = {
  recent: 'Lately',
  selection: 'Selection',
  commands: 'Commands',
  add: 'Add',
  go: 'Go to',
  disabled: 'Not now',
};
const shown = (items: readonly PaletteItem[], recent: readonly string[], query: string) =>
  rankItems(items, recent, query, TITLES).map((row) =>
    row.type === 'heading' ? `# ${row.text}` : row.item.label,
  );

const ITEMS = [
  item('Undo', { enabled: false }),
  item('Save a file'),
  item('Share a link'),
  item('Inspect', { section: 'selection' }),
  item('Add subnet', { section: 'add' }),
  item('shop-1', { section: 'go' }),
];

describe('the command palette', () => {
  it('shows without a query what was used lately, then what can be done, then what can’t', () => {
    expect(shown(ITEMS, ['Share a link', 'gone'], '')).toEqual([
      '# Lately',
      'Share a link',
      '# Selection',
      'Inspect',
      '# Commands',
      'Save a file',
      '# Add',
      'Add subnet',
      '# Not now',
      'Undo',
    ]);
  });

  it('puts the section with the best match first', () => {
    expect(shown(ITEMS, [], 'shop')).toEqual(['# Go to', 'shop-1']);
    expect(shown(ITEMS, [], 's').slice(0, 3)).toEqual(['# Go to', 'shop-1', '# Commands']);
    expect(shown(ITEMS, [], 'sa').slice(0, 2)).toEqual(['# Commands', 'Save a file']);
  });

  it('puts what was used lately before what matches as well', () => {
    const items = [item('Show it'), item('Show me')];
    expect(shown(items, [], 'show')).toEqual(['# Commands', 'Show it', 'Show me']);
    expect(shown(items, ['Show me'], 'show')).toEqual(['# Commands', 'Show me', 'Show it']);
  });

  it('finds what can’t be done now, and puts it last', () => {
    expect(shown([...ITEMS, item('Undo more')], [], 'undo')).toEqual([
      '# Commands',
      'Undo more',
      '# Not now',
      'Undo',
    ]);
  });

  it('gives every row an id of its own', () => {
    const rows = rankItems(ITEMS, ['Save a file'], '', TITLES);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('does not list five thousand things', () => {
    const things = Array.from({ length: 5_000 }, (_, at) => item(`web-${at}`, { section: 'go' }));
    expect(shown(things, [], 'web').length).toBeLessThan(100);
  });
});
