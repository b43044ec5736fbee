import { describe, expect, it } from 'vitest';
import type { ReachMatrix } from '../../engine';
import { cellOf } from './cell';
import type { Line } from './lines';
import type { Extent } from './narrow';

const member = (id: string) => ({ id, label: id });
const line = (...parts: readonly (readonly [number, ...string[]])[]): Line => ({
  key: 'line',
  label: 'line',
  detail: '',
  count: parts.length,
  parts: parts.map(([group, ...ids]) => ({ group, members: ids.map(member) })),
});
const sets = (['none', 'all', 'some', 'unknown'] as const).map((extent: Extent) => ({
  extent,
  texts: [],
  box: null,
}));
/** From group 0: nothing to 0, all to 1, some to 2; from 1 it is not known. */
const MATRIX: ReachMatrix = {
  family: 4,
  groups: [0, 1, 2].map((id) => ({
    id,
    label: '',
    members: [],
    vpcId: null,
    subnetId: null,
    groupIds: [],
  })),
  cells: [0, 1, 2, 3, 3, 3, 0, 0, 0],
  sets: [],
  askedOf: 'design',
};
const cell = (row: Line, column: Line) => cellOf(MATRIX, sets, row, column);

describe('a cell of the matrix', () => {
  it('says what its one pair of groups says, with two members for an example', () => {
    expect(cell(line([0, 'a']), line([1, 'b']))).toEqual({
      extent: 'all',
      samples: [{ from: member('a'), to: member('b'), set: 1 }],
    });
  });

  it('is nobody’s where a member would have to speak with itself, and is of two where there are two', () => {
    expect(cell(line([0, 'a']), line([0, 'a']))).toEqual({ extent: 'self', samples: [] });
    expect(cell(line([0, 'a', 'b']), line([0, 'a', 'b']))).toMatchObject({
      extent: 'none',
      samples: [{ from: { id: 'a' }, to: { id: 'b' } }],
    });
  });

  it('is some where pairs fare differently, what works most first', () => {
    const mixed = cell(line([0, 'a'], [2, 'c']), line([0, 'x'], [1, 'b']));
    expect(mixed.extent).toBe('some');
    expect(mixed.samples.map(({ set }) => set)).toEqual([1, 0]);
  });

  it('is unknown where some pairs are and no other works', () => {
    expect(cell(line([1, 'b'], [2, 'c']), line([0, 'a'])).extent).toBe('unknown');
    expect(cell(line([0, 'a'], [1, 'b']), line([1, 'x'])).extent).toBe('some');
  });
});
