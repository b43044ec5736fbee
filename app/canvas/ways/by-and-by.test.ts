import { describe, expect, it } from 'vitest';
import { fit } from '../../../engine';
import { networkOf } from '../../../engine/testing/network';
import { attachmentEndsOf, attachmentsOf } from '../projection/lines';
import { begin, goOn, isDone } from './by-and-by';

const document = networkOf({
  vpcs: 2,
  zones: 2,
  tiers: ['public', 'app'],
  instancesPerSubnet: 4,
  secondInterfaces: true,
});
const drawing = fit(document);
const ends = attachmentEndsOf(document, drawing);

describe('ways found by and by', () => {
  it('show every line from the beginning, and in the end as if all had been looked for at once', () => {
    let ways = begin(drawing, ends, null);
    expect(ways.lines.map(({ id }) => id)).toEqual(ends.map(({ id }) => id));
    let turns = 0;
    for (; !isDone(ways); turns++) ways = goOn(ways, () => false);
    expect(turns).toBe(ends.length);
    expect(turns).toBeGreaterThan(3);
    expect(ways.lines).toEqual(attachmentsOf(document, drawing));
  });

  it('keep the way of a line whose ends stand where they stood, and draw nothing anew that stays the same', () => {
    const found = goOn(begin(drawing, ends, null), () => true);
    expect(isDone(found)).toBe(true);
    const again = begin(drawing, ends, found);
    expect(again.lines.map(({ points }) => points)).toEqual(found.lines.map(({ points }) => points));
    const [first] = ends;
    if (!first) throw new Error('There is no line.');
    const moved = { ...first, from: { ...first.from, left: first.from.left + 500 } };
    const shifted = begin(drawing, [moved, ...ends.slice(1)], found);
    expect(shifted.lines[0]?.points).not.toEqual(found.lines[0]?.points);
    expect(shifted.lines[1]?.points).toBe(found.lines[1]?.points);
  });
});
