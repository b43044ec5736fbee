import { describe, expect, it } from 'vitest';
import { fit } from '../../engine';
import { networkOf } from '../../engine/testing/network';
import { withNextBatch } from './batches';
import { project, type CanvasNode } from './projection/nodes';

const document = networkOf({ vpcs: 1, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 10 });
const wanted = project(document, fit(document));
const middle = { x: 0, y: 0 };

/** Until all is there. */
function batches(from: readonly CanvasNode[]): CanvasNode[][] {
  const found: CanvasNode[][] = [];
  for (let shown = from; shown.length < wanted.length && found.length < 100;) {
    const next = withNextBatch(wanted, shown, middle);
    found.push(next);
    shown = next;
  }
  return found;
}

describe('mounting what came into view', () => {
  it('takes a screen of things a few at a time, and all of them in the end', () => {
    const steps = batches([]);
    expect(steps.length).toBeGreaterThan(2);
    const sizes = [0, ...steps.map(({ length }) => length)];
    for (let at = 1; at < sizes.length; at += 1)
      expect((sizes[at] ?? 0) - (sizes[at - 1] ?? 0)).toBeLessThanOrEqual(16);
    expect(steps.at(-1)).toBe(wanted);
  });

  it('takes fewer where it is told so', () => {
    expect(withNextBatch(wanted, [], middle, 4)).toHaveLength(4);
    expect(withNextBatch(wanted, wanted.slice(4), middle, 4)).toBe(wanted);
  });

  it('keeps what is mounted and the order of things, of which parents come first', () => {
    let before: readonly CanvasNode[] = [];
    for (const step of batches([])) {
      expect(step).toEqual(wanted.filter((node) => step.includes(node)));
      expect(step).toEqual(expect.arrayContaining([...before]));
      before = step;
    }
  });

  it('begins with what is nearest to the middle of the view', () => {
    const card = wanted.find(({ type }) => type === 'instance');
    if (!card) throw new Error('The network has no instance.');
    const at = { x: card.position.x + 1, y: card.position.y + 1 };
    const first = withNextBatch(wanted, [], at);
    expect(first).toContain(card);
    // The boxes it stands in are around the middle, too.
    expect(first.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['region', 'vpc', 'lane', 'subnet']),
    );
  });

  it('mounts with an edit what the edit added, and lets go what is gone', () => {
    const fewer = wanted.slice(0, -5);
    expect(withNextBatch(fewer, wanted, middle)).toBe(fewer);
    expect(withNextBatch(wanted, fewer, middle)).toBe(wanted);
    // A thing that changed is another object under the same id.
    const changed = wanted.map((node, at) => (at === 0 ? { ...node } : node));
    expect(withNextBatch(changed, wanted, middle)).toBe(changed);
  });
});
