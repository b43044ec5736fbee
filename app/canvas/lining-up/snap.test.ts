import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulersOf, snap } from './snap';

const rect = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });

describe('a dragged thing', () => {
  it('is drawn to an edge or a centre within reach, and a line shows which', () => {
    const found = snap(rect(3, 200), rulersOf([rect(0, 0)]), 8);
    expect(found.by).toEqual({ x: -3, y: 0 });
    expect(found.guides).toEqual([{ axis: 'x', at: 0, from: 0, to: 250 }]);
    expect(snap(rect(27, 200, 50), rulersOf([rect(0, 0)]), 8).by).toEqual({ x: -2, y: 0 });
    expect(snap(rect(104, 300), rulersOf([rect(0, 0)]), 8).by).toEqual({ x: -4, y: 0 });
  });

  it('is free beyond the reach', () => {
    expect(snap(rect(30, 200), rulersOf([rect(0, 0)]), 8)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
    expect(snap(rect(3, 200), rulersOf([rect(0, 0)]), 2).by.x).toBe(0);
    expect(snap(rect(3, 3), rulersOf([]), 8).guides).toEqual([]);
  });

  it('takes the nearest of several', () => {
    expect(snap(rect(6, 200), rulersOf([rect(0, 0), rect(7, 90)]), 8).by.x).toBe(1);
  });

  it('finds the gap of a row: behind it, before it, and in the middle', () => {
    const row = rulersOf([rect(0, 0), rect(140, 0)]);
    expect(snap(rect(283, 20), row, 8)).toMatchObject({
      by: { x: -3 },
      guides: [
        { axis: 'y', at: 45, from: 100, to: 140 },
        { axis: 'y', at: 45, from: 240, to: 280 },
      ],
    });
    expect(snap(rect(-138, 20), row, 8).by.x).toBe(-2);
    expect(snap(rect(168, 20, 40), rulersOf([rect(0, 0), rect(280, 0)]), 8).by.x).toBe(2);
  });

  it('takes a line before a gap that is as near, and finds a gap whatever the order of what stands there', () => {
    const row = [rect(140, 0), rect(0, 0)];
    expect(snap(rect(283, 20), rulersOf(row), 8).by.x).toBe(-3);
    const withEdge = rulersOf([...row, rect(286, 400)]);
    expect(snap(rect(283, 20), withEdge, 8)).toMatchObject({
      by: { x: 3 },
      guides: [{ axis: 'x', at: 286 }],
    });
  });

  it('does not see the gap of another row', () => {
    expect(snap(rect(283, 300), rulersOf([rect(0, 0), rect(140, 0)]), 3).by.x).toBe(0);
  });

  it('is never moved further than the reach, and stays when it is put where it was drawn to', () => {
    const rects = fc.tuple(
      fc.nat(900),
      fc.nat(900),
      fc.integer({ min: 10, max: 200 }),
      fc.integer({ min: 10, max: 200 }),
    );
    fc.assert(
      fc.property(
        rects,
        fc.array(rects, { maxLength: 12 }),
        fc.integer({ min: 1, max: 30 }),
        (moving, others, reach) => {
          const all = rulersOf(others.map((one) => rect(...one)));
          const { by, guides } = snap(rect(...moving), all, reach);
          expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(reach);
          const [x, y, width, height] = moving;
          const again = snap(rect(x + by.x, y + by.y, width, height), all, reach);
          // Moving along one axis may bring it into a row that it was not in before; what was lined up stays in line.
          if (guides.length > 0 && by.y === 0) expect(again.by.x).toBe(0);
        },
      ),
      { seed: 63, numRuns: 300 },
    );
  });
});
