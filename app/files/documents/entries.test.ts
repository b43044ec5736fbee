import { describe, expect, it } from 'vitest';
import { emptyScenario } from '../../../engine';
import type { DocumentCard } from '../../state/storage/shelf';
import { listingOf, matches } from './entries';

const card = (id: string, updatedAt: number, more: Partial<DocumentCard> = {}): DocumentCard => ({
  id,
  title: id,
  updatedAt,
  openedAt: updatedAt,
  stamp: 1,
  count: 3,
  version: 1,
  ...more,
});

describe('listingOf', () => {
  it('puts what was edited last first, the bin apart, and says where each is open', () => {
    const cards = [
      card('old', 1),
      card('new', 3),
      card('gone', 2, { deletedAt: 9 }),
      card('long gone', 2, { deletedAt: 5 }),
    ];
    const { documents, binned } = listingOf(cards, [], 'new', new Set(['old']));
    expect(documents.map(({ card: { id }, openIn }) => [id, openIn])).toEqual([
      ['new', 'here'],
      ['old', 'elsewhere'],
    ]);
    expect(binned.map(({ card: { id } }) => id)).toEqual(['gone', 'long gone']);
  });

  it('lists what the storage never took, and marks what it holds in an older state', () => {
    const document = { ...emptyScenario(), title: 'Never stored' };
    const unsaved = [
      { id: 'x', document },
      { id: 'old', document },
    ];
    const { documents } = listingOf([card('old', 1), card('safe', 2)], unsaved, 'x', new Set());
    expect(documents.map((entry) => [entry.card.title, entry.unsaved])).toEqual([
      ['Never stored', true],
      ['safe', false],
      ['old', true],
    ]);
  });

  it('tells what a newer version of the page made', () => {
    const { documents } = listingOf([card('a', 1, { version: 99 }), card('b', 2)], [], '', new Set());
    expect(documents.map(({ isNewer }) => isNewer)).toEqual([false, true]);
  });
});

describe('matches', () => {
  it('finds every word anywhere in the title, in any case and order', () => {
    expect(matches('Corner shop (copy)', 'SHOP corner')).toBe(true);
    expect(matches('Corner shop', 'corner bank')).toBe(false);
    expect(matches('anything', '  ')).toBe(true);
  });
});
