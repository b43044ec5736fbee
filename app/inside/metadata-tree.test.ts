import { describe, expect, it } from 'vitest';
import type { MetadataEntry } from '../../engine';
import { openAtFirst, rowsOf, stepOf } from './metadata-tree';

const TREE: readonly MetadataEntry[] = [
  {
    name: 'latest/',
    entries: [
      {
        name: 'meta-data/',
        entries: [
          { name: 'ami-id', value: 'ami-1' },
          { name: 'placement/', entries: [{ name: 'region', value: 'us-east-1' }] },
        ],
      },
      { name: 'user-data', value: '#!/bin/sh' },
    ],
  },
];

describe('the metadata tree', () => {
  const open = openAtFirst(TREE);
  const rows = rowsOf(TREE, open);

  it('stands open two levels deep at first', () => {
    expect(rows.map(({ path, level }) => [path, level])).toEqual([
      ['latest/', 1],
      ['latest/meta-data/', 2],
      ['latest/meta-data/ami-id', 3],
      ['latest/meta-data/placement/', 3],
      ['latest/user-data', 2],
    ]);
  });

  it('is walked with up and down, Home and End', () => {
    expect(stepOf(rows, 'latest/meta-data/', 'ArrowDown')).toEqual({ to: 'latest/meta-data/ami-id' });
    expect(stepOf(rows, 'latest/', 'ArrowUp')).toBeNull();
    expect(stepOf(rows, 'latest/', 'End')).toEqual({ to: 'latest/user-data' });
    expect(stepOf(rows, 'latest/user-data', 'Home')).toEqual({ to: 'latest/' });
  });

  it('opens with right and closes with left; left on a leaf leads to its folder', () => {
    expect(stepOf(rows, 'latest/meta-data/placement/', 'ArrowRight')).toEqual({
      toggle: 'latest/meta-data/placement/',
    });
    expect(stepOf(rows, 'latest/meta-data/', 'ArrowRight')).toEqual({ to: 'latest/meta-data/ami-id' });
    expect(stepOf(rows, 'latest/meta-data/', 'ArrowLeft')).toEqual({ toggle: 'latest/meta-data/' });
    expect(stepOf(rows, 'latest/meta-data/ami-id', 'ArrowLeft')).toEqual({ to: 'latest/meta-data/' });
    expect(stepOf(rows, 'latest/meta-data/ami-id', 'Enter')).toBeNull();
  });
});
