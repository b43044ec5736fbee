import { describe, expect, it } from 'vitest';
import type { Line } from '../projection/lines';
import { leaving, sortLines, tetherPoints } from './ends';

const card = (x: number) => ({ x, y: 0, width: 100, height: 50 });
const line: Line = {
  id: 'eni-1',
  look: 'attachment',
  from: 'eni-1',
  to: 'i-1',
  points: [
    { x: 100, y: 25 },
    { x: 150, y: 25 },
    { x: 150, y: 30 },
    { x: 200, y: 30 },
  ],
};
const rectOf = (key: string) => ({ 'eni-1': card(0), 'i-1': card(200) })[key];

describe('lines while something is in hand', () => {
  it('stay, go along whole or with one end, by which of their ends are in hand', () => {
    expect(sortLines([line], null, rectOf)).toEqual({ still: [line], whole: [], tethers: [] });
    expect(sortLines([line], new Set(['i-9']), rectOf).still).toEqual([line]);
    expect(sortLines([line], new Set(['i-1', 'eni-1']), rectOf).whole).toEqual([line]);
    expect(sortLines([line], new Set(['i-1']), rectOf).tethers).toEqual([
      { line, end: 'to', thing: card(200) },
    ]);
  });

  it('lead straight from the end that stays to the thing in hand', () => {
    const tether = { line, end: 'to', thing: card(200) } as const;
    expect(tetherPoints(tether, { x: 60, y: 80 })).toEqual([
      { x: 100, y: 25 },
      { x: 260, y: 110 },
    ]);
    expect(tetherPoints({ line, end: 'from', thing: card(0) }, { x: -10, y: 5 })).toEqual([
      { x: 90, y: 30 },
      { x: 200, y: 30 },
    ]);
  });

  it('end at the edge that faces the other end, wherever the thing is carried', () => {
    const beyond = tetherPoints({ line, end: 'to', thing: card(200) }, { x: -300, y: -5 });
    expect(beyond).toEqual([
      { x: 100, y: 25 },
      { x: 0, y: 25 },
    ]);
  });
});

describe('where a way leaves a rectangle', () => {
  it('is its nearest edge in that direction', () => {
    expect(leaving(card(0), { x: 50, y: 25 }, { x: 50, y: 250 })).toEqual({ x: 50, y: 50 });
    expect(leaving(card(0), { x: 0, y: 0 }, { x: 200, y: 200 })).toEqual({ x: 50, y: 50 });
  });

  it('is the start where it leads away at once, and the goal where that is inside', () => {
    expect(leaving(card(0), { x: 100, y: 25 }, { x: 300, y: 25 })).toEqual({ x: 100, y: 25 });
    expect(leaving(card(0), { x: 0, y: 0 }, { x: 40, y: 10 })).toEqual({ x: 40, y: 10 });
  });
});
