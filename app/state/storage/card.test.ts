import { describe, expect, it } from 'vitest';
import { emptyScenario, type Scenario } from '../../../engine';
import { cardOf, daysLeft, expired, READS_VERSION } from './card';
import type { DocumentCard, StoredDocument } from './shelf';

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const record: StoredDocument = {
  id: 'doc',
  title: 'Shop',
  updatedAt: 1,
  openedAt: 2,
  stamp: 3,
  document: emptyScenario(),
};

describe('cardOf', () => {
  it('counts the resources and keeps the picture there was, but not a place in the bin', () => {
    const look = { stamp: 2, bytes: 9, picture: { width: 1, height: 1, layers: [] } };
    const card = cardOf(record, { ...cardOf(record), look, deletedAt: 7 });
    expect(card).toMatchObject({ id: 'doc', stamp: 3, version: READS_VERSION, look });
    expect(card.count).toBe(Object.keys(emptyScenario().resources).length);
    expect(card).not.toHaveProperty('deletedAt');
  });

  it('makes a card of what a newer version of the page stored, whatever it holds', () => {
    const newer = { format: 'ec2-playground', version: 99, things: [] } as unknown as Scenario;
    expect(cardOf({ ...record, document: newer })).toMatchObject({ count: 0, version: 99 });
  });
});

describe('the bin', () => {
  const binned = (id: string, ageDays: number, version = READS_VERSION): DocumentCard => ({
    ...cardOf(record),
    id,
    version,
    deletedAt: NOW - ageDays * DAY,
  });

  it('counts down thirty days', () => {
    expect([0, 1, 29, 30, 31].map((age) => daysLeft(NOW - age * DAY, NOW))).toEqual([30, 29, 1, 0, 0]);
  });

  it('lets go what had its time, never what is not in it or what a newer version of the page made', () => {
    const cards = [cardOf(record), binned('young', 29), binned('old', 30), binned('newer', 400, 99)];
    expect(expired(cards, NOW)).toEqual(['old']);
  });
});
