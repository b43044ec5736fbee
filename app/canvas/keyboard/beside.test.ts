import { describe, expect, it } from 'vitest';
import { fit, type Drawing } from '../../../engine';
import { propose } from '../../../engine/editing';
import { outsideParent, overlappingSiblings } from '../../../engine/testing/drawing';
import { changed } from '../../../engine/testing/editing';
import { networkOf } from '../../../engine/testing/network';
import { besideOf } from './beside';
import { DIRECTIONS } from './walk';

const document = networkOf({ vpcs: 1, zones: 1, tiers: ['app'], instancesPerSubnet: 3 });
const drawing: Drawing = fit(document);
const ways = Object.entries(DIRECTIONS);

describe('beside a thing', () => {
  it('is a place in its box, past what stands in that direction', () => {
    const [right, down] = [DIRECTIONS['ArrowRight'], DIRECTIONS['ArrowDown']].map((way) =>
      besideOf(drawing, 'i-1', way ?? { x: 0, y: 0 }),
    );
    const cards = ['i-1', 'i-2', 'i-3'].flatMap((key) => drawing.things.get(key) ?? []);
    const row = cards.filter(({ y }) => y === cards[0]?.y);
    expect(right?.into).toBe('subnet-1');
    expect(right?.at.x).toBeGreaterThanOrEqual(Math.max(...row.map(({ x, width }) => x + width)));
    expect(right?.at.y).toBe(cards[0]?.y);
    expect(down?.at.x).toBe(cards[0]?.x);
    expect(down?.at.y).toBeGreaterThan(cards[0]?.y ?? 0);
  });

  it.each(ways)('takes another one by %s without an overlap', (_, way) => {
    const beside = besideOf(drawing, 'i-2', way);
    const proposal = propose(document, { type: 'duplicate', ids: ['i-2'], ...beside });
    if (!proposal.accepted) throw new Error(proposal.message);
    const after = fit(changed(document, proposal.changeSet));
    expect(after.things.size).toBeGreaterThan(drawing.things.size);
    expect(overlappingSiblings(after)).toEqual([]);
    expect(outsideParent(after)).toEqual([]);
  });

  it('is nowhere for what hangs on something', () => {
    for (const way of Object.values(DIRECTIONS)) {
      expect(besideOf(drawing, 'vol-1', way)).toBeNull();
      expect(besideOf(drawing, 'gone-1', way)).toBeNull();
    }
  });
});
