import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESCRIPTORS } from '../catalog/descriptors';
import { fit } from '../drawing/fit';
import { lanesOf } from '../drawing/place';
import type { Intent } from '../model/proposal';
import { makeScenario, parseScenario } from '../persistence/scenario-file';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { changed } from '../testing/editing';
import { networkOf } from '../testing/network';
import { propose } from './propose';

const start = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const kinds = DESCRIPTORS.map((descriptor) => descriptor.kind);

/** Numbers that pick a gesture, what it is about and where it ends, from whatever is there by then. */
const gestures = fc.array(fc.tuple(fc.nat(4), fc.nat(999), fc.nat(999), fc.nat(900), fc.nat(900)), {
  minLength: 4,
  maxLength: 10,
});

describe('any edit', () => {
  it('is one undo, leaves a document that can be saved and opened, and a drawing without overlaps', () => {
    let edits = 0;
    fc.assert(
      fc.property(gestures, (steps) => {
        let document = start;
        for (const [gesture, first, second, x, y] of steps) {
          const ids = [...Object.keys(document.resources).sort(), 'gone-1'];
          const places = [...ids, ...lanesOf(document), 'canvas'];
          const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;
          const into = pick(places, second);
          const intents: readonly Intent[] = [
            { type: 'create', kind: pick(kinds, first), into, at: { x, y } },
            { type: 'place', ids: [pick(ids, first)], into, at: { x, y } },
            { type: 'delete', ids: [pick(ids, first)] },
            { type: 'associate', id: pick(ids, first), with: x % 3 === 0 ? null : pick(ids, second) },
            {
              type: 'derive',
              id: pick(ids, first),
              make: pick(['image', 'snapshot', 'volume', 'copy'] as const, y),
              ...(x % 2 === 0 ? { to: pick(ids, second) } : {}),
              encrypt: x % 3 === 0,
            },
          ];
          const proposal = propose(document, pick(intents, gesture));
          const set = proposal.accepted ? proposal.changeSet : proposal.offer;
          if (!set) continue;
          edits += 1;
          document = changed(document, set);
        }
        const drawing = fit(document);
        expect(overlappingSiblings(drawing)).toEqual([]);
        expect(outsideParent(drawing)).toEqual([]);
        const opened = parseScenario(makeScenario(document));
        expect(opened.ok ? null : opened.error).toBeNull();
      }),
      { seed: 5, numRuns: 60 },
    );
    expect(edits).toBeGreaterThan(60);
  });
});
