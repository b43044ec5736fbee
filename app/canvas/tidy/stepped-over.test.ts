import { describe, expect, it } from 'vitest';
import type { HistoryStep } from '../../state/document-store';
import { steppedOver } from './stepped-over';

const stepOf = (label: string): HistoryStep => ({ label, changes: [], inverse: [] });
const [moved, tidied] = [stepOf('Moved web-1'), stepOf('Tidied up')];

describe('between two moments of the history', () => {
  const done = { past: [moved, tidied], future: [] };
  const undone = { past: [moved], future: [tidied] };

  it('a step was undone, or done again', () => {
    expect(steppedOver(done, undone)).toBe(tidied);
    expect(steppedOver(undone, done)).toBe(tidied);
    expect(steppedOver(undone, { past: [], future: [moved, tidied] })).toBe(moved);
  });

  it('a new step is neither, not even one that is alike', () => {
    expect(steppedOver({ past: [moved], future: [] }, done)).toBeNull();
    expect(steppedOver(undone, { past: [moved, stepOf('Tidied up')], future: [] })).toBeNull();
  });

  it('another document was opened', () => {
    expect(steppedOver(done, { past: [], future: [] })).toBeNull();
  });
});
