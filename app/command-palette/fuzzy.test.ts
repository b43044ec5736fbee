import { describe, expect, it } from 'vitest';
import { fuzzyScore } from './fuzzy';

const best = (query: string, ...texts: readonly string[]): readonly string[] =>
  texts
    .map((text) => ({ text, score: fuzzyScore(query, text) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ text }) => text);

describe('fuzzy search', () => {
  it('puts the start of the text before the start of a word before the middle of one', () => {
    expect(best('re', 'Share a link', 'Undo, then redo', 'Redo')).toEqual([
      'Redo',
      'Undo, then redo',
      'Share a link',
    ]);
  });

  it('finds initials, after what is found in one piece', () => {
    expect(best('se', 'Show everything', 'Select all', 'Play')).toEqual(['Select all', 'Show everything']);
  });

  it('does not find letters that stand anywhere', () => {
    expect(fuzzyScore('rd', 'Search the document')).toBeNull();
    expect(fuzzyScore('xyz', 'Show everything')).toBeNull();
  });

  it('takes words in any order', () => {
    expect(fuzzyScore('link share', 'Share a link')).not.toBeNull();
    expect(fuzzyScore('link delete', 'Share a link')).toBeNull();
  });

  it('puts words in the order typed before the same in another order', () => {
    expect(best('select ev', 'Events of the selected', 'Select everything in the document')).toEqual([
      'Select everything in the document',
      'Events of the selected',
    ]);
  });

  it('does not mind capitals and accents', () => {
    expect(fuzzyScore('offnen', 'Dateien öffnen')).not.toBeNull();
    expect(fuzzyScore('ÖFF', 'Dateien öffnen')).not.toBeNull();
  });

  it('prefers the shorter of two texts', () => {
    expect(best('web', 'web-1 in the other zone', 'web-1')[0]).toBe('web-1');
  });
});
