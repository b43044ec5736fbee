import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIGNMENTS, alignMoves, AXES, distributeMoves, type Moves, type Standing } from './align';

const thing = (key: string, x: number, y: number, width = 100, height = 50): Standing => ({
  key,
  x,
  y,
  width,
  height,
});

const moved = (things: readonly Standing[], moves: Moves): readonly Standing[] =>
  things.map((one) => {
    const by = moves.get(one.key) ?? { x: 0, y: 0 };
    return { ...one, x: one.x + by.x, y: one.y + by.y };
  });

const things = fc
  .array(
    fc.tuple(
      fc.nat(2000),
      fc.nat(2000),
      fc.integer({ min: 10, max: 300 }),
      fc.integer({ min: 10, max: 300 }),
    ),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  .map((all) => all.map(([x, y, width, height], index) => thing(`i-${index}`, x, y, width, height)));

describe('things in line', () => {
  const two = [thing('a', 10, 20), thing('b', 200, 90, 60, 30)];

  it.each([
    ['left', [10, 10], null],
    ['right', [160, 200], null],
    ['centre', [85, 105], null],
    ['top', null, [20, 20]],
    ['bottom', null, [70, 90]],
    ['middle', null, [45, 55]],
  ] as const)('%s', (alignment, xs, ys) => {
    const after = moved(two, alignMoves(two, alignment));
    expect(after.map(({ x }) => x)).toEqual(xs ?? [10, 200]);
    expect(after.map(({ y }) => y)).toEqual(ys ?? [20, 90]);
  });

  it('stay in line when they are asked again, and never leave the extent of the group', () => {
    fc.assert(
      fc.property(things, fc.constantFrom(...ALIGNMENTS), (all, alignment) => {
        const once = moved(all, alignMoves(all, alignment));
        // Half a pixel of a centre is rounded.
        for (const { x, y } of alignMoves(once, alignment).values())
          expect(Math.abs(x) + Math.abs(y)).toBeLessThanOrEqual(1);
        const extent = (list: readonly Standing[]) => ({
          left: Math.min(...list.map(({ x }) => x)),
          bottom: Math.max(...list.map(({ y, height }) => y + height)),
        });
        expect(extent(once).left).toBeGreaterThanOrEqual(extent(all).left);
        expect(extent(once).bottom).toBeLessThanOrEqual(extent(all).bottom);
      }),
      { seed: 61, numRuns: 200 },
    );
  });
});

describe('things with equal gaps', () => {
  it('keep the first and the last where there is room', () => {
    const three = [thing('a', 0, 0), thing('b', 110, 5), thing('c', 400, 9)];
    const after = moved(three, distributeMoves(three, 'horizontal'));
    expect(after.map(({ x }) => x)).toEqual([0, 200, 400]);
    expect(after.map(({ y }) => y)).toEqual([0, 5, 9]);
  });

  it('do not lie upon each other where there is none', () => {
    fc.assert(
      fc.property(things, fc.constantFrom(...AXES), (all, axis) => {
        const after = [...moved(all, distributeMoves(all, axis))];
        if (all.length < 3) {
          expect(after).toEqual(all);
          return;
        }
        const [at, size] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const);
        after.sort((a, b) => a[at] - b[at]);
        const gaps = after.slice(1).map((one, index) => {
          const before = after[index];
          return one[at] - ((before?.[at] ?? 0) + (before?.[size] ?? 0));
        });
        // Places are whole pixels.
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(11);
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
      }),
      { seed: 62, numRuns: 200 },
    );
  });
});
