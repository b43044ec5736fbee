import { describe, expect, it } from 'vitest';
import type { MatchType, SearchHit } from '../../engine';
import { findText } from '../strings/en/find';
import { rowsOf } from './rows';

const hit = (id: string, type: MatchType): SearchHit => ({ id, match: { type, text: id } });

describe('rows of the search', () => {
  it('puts one heading over the hits of each reason', () => {
    const rows = rowsOf([hit('a', 'name'), hit('b', 'name'), hit('c', 'tag')], findText.types);
    expect(rows.map((row) => (row.type === 'heading' ? `# ${row.text}` : row.item.id))).toEqual([
      '# By name',
      'a',
      'b',
      '# By tag',
      'c',
    ]);
  });

  it('has no row where there is no hit', () => {
    expect(rowsOf([], findText.types)).toEqual([]);
  });
});
