import { describe, expect, it } from 'vitest';
import { networkOf } from '../../engine/testing/network';
import type { DocumentState, HistoryStep } from '../state/document-store';
import { editOf } from './last-edit';

const document = networkOf({ vpcs: 1, zones: 1, tiers: ['public'], instancesPerSubnet: 1 });

const stateOf = (
  revision: number,
  past: readonly HistoryStep[],
  future: readonly HistoryStep[] = [],
): DocumentState => ({ documentId: 'one', document, viewOnly: false, revision, past, future });

const opened: HistoryStep = {
  label: 'Allow tcp 443',
  changes: [{ type: 'update', id: 'sg-1', set: { securityGroupIngress: [] } }],
  inverse: [{ type: 'update', id: 'sg-1', set: { securityGroupIngress: null } }],
};
const moved: HistoryStep = {
  label: 'Move web',
  changes: [{ type: 'move', id: 'i-1', to: { x: 1, y: 2 } }],
  inverse: [{ type: 'move', id: 'i-1', to: null }],
};
const renamed: HistoryStep = {
  label: 'Rename',
  changes: [{ type: 'update', id: 'i-1', set: { name: 'web' } }],
  inverse: [{ type: 'update', id: 'i-1', set: { name: null } }],
};

describe('the last edit', () => {
  it('is taken back by its inverse, and an undo of it by doing it again', () => {
    const before = stateOf(1, []);
    const after = stateOf(2, [opened]);
    expect(editOf(after, before)?.undo).toBe(opened.inverse);
    expect(editOf(stateOf(3, [], [opened]), after)?.undo).toBe(opened.changes);
  });

  it('is none where no packet can notice: a move, another name', () => {
    expect(editOf(stateOf(2, [moved]), stateOf(1, []))).toBeNull();
    expect(editOf(stateOf(2, [renamed]), stateOf(1, []))).toBeNull();
  });

  it('is found at the full length of the history too', () => {
    expect(editOf(stateOf(9, [moved, opened]), stateOf(8, [renamed, moved]))?.label).toBe('Allow tcp 443');
  });
});
