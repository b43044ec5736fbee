import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../catalog/descriptors';
import { applyChanges } from '../model/change';
import { arbitraryScenario } from '../testing/arbitrary-scenario';
import { outsideParent, overlappingSiblings } from '../testing/drawing';
import { emptyScenario, networkOf } from '../testing/network';
import { seededNetwork } from '../testing/seeded-network/seeded-network';
import { arrangeAll, arrangeSelection } from './arrange';
import { fit, type Drawing } from './fit';
import type { PlaceKey } from './place';
import { isStanding } from './tidy/scope';

/** Networks as people build them, seeded ones of hundreds of things, and files as wild as the schema allows. */
const networks: readonly Scenario[] = [
  networkOf({ vpcs: 1, zones: 3, tiers: ['db', 'public', 'app'], instancesPerSubnet: 4 }),
  networkOf({ vpcs: 3, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 3, secondInterfaces: true }),
  networkOf({ vpcs: 2, zones: 1, tiers: ['a', 'b', 'c', 'd', 'e', 'f'], instancesPerSubnet: 0 }),
  seededNetwork({ instances: 40, seed: 3 }),
];
const wild = fc.sample(arbitraryScenario(3), { numRuns: 12, seed: 5 });

const box = (drawing: Drawing, key: PlaceKey) => drawing.things.get(key);

/** A document with some places set by hand, some of them pinned. */
function arbitraryLayout(document: Scenario): fc.Arbitrary<Scenario['layout']> {
  const keys = [...fit(document).things.values()].filter(isStanding).map(({ key }) => key);
  const place = fc.record(
    {
      x: fc.integer({ min: 0, max: 1200 }),
      y: fc.integer({ min: 0, max: 900 }),
      width: fc.integer({ min: 50, max: 900 }),
      height: fc.integer({ min: 50, max: 700 }),
      pinned: fc.constant(true as const),
      collapsed: fc.constant(true as const),
    },
    { requiredKeys: ['x', 'y'], noNullPrototype: true },
  );
  return fc
    .dictionary(fc.constantFrom(...keys), place, { maxKeys: 6, noNullPrototype: true })
    .map((layout) => layout as Scenario['layout']);
}

/** A counterexample names its document by number: a whole one fills a screen. */
const all = [...networks, ...wild];
const documents = fc
  .nat(all.length - 1)
  .chain((number) => fc.tuple(fc.constant(number), arbitraryLayout(all[number] ?? emptyScenario())));
const documentOf = ([number, layout]: readonly [number, Scenario['layout']]): Scenario => ({
  ...(all[number] ?? emptyScenario()),
  layout,
});

const RUNS = { seed: 4, numRuns: 60 };

function after(document: Scenario, changes: ReturnType<typeof arrangeAll>): Scenario {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
}

describe('tidying up', () => {
  it('covers nothing, leaves what is pinned where it is, and has nothing to do a second time', () => {
    let pins = 0;
    fc.assert(
      fc.property(documents, (drawn) => {
        const document = documentOf(drawn);
        const before = fit(document);
        const tidy = after(document, arrangeAll(document));
        const drawing = fit(tidy);
        expect(overlappingSiblings(drawing)).toEqual([]);
        expect(outsideParent(drawing)).toEqual([]);
        for (const [key, place] of Object.entries(document.layout)) {
          const was = box(before, key);
          if (!place.pinned || !was || !isStanding(was)) continue;
          pins += 1;
          expect([key, box(drawing, key)?.left, box(drawing, key)?.top]).toEqual([key, was.left, was.top]);
        }
        expect(arrangeAll(tidy)).toEqual([]);
      }),
      RUNS,
    );
    expect(pins).toBeGreaterThan(20);
  });

  it('does not depend on the order of resources in the file', () => {
    fc.assert(
      fc.property(documents, (drawn) => {
        const document = documentOf(drawn);
        const resources = Object.fromEntries(Object.entries(document.resources).reverse());
        expect(arrangeAll({ ...document, resources })).toEqual(arrangeAll(document));
      }),
      RUNS,
    );
  });

  it('of a selection moves nothing outside it', () => {
    let moved = 0;
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), (drawn, one, other) => {
        const document = documentOf(drawn);
        const before = fit(document);
        const keys = [...before.things.values()].filter(isStanding).map(({ key }) => key);
        const selection = [one, other].flatMap((pick) => keys[pick % keys.length] ?? []);
        const changes = arrangeSelection(document, selection);
        moved += Number(changes.length > 0);
        const drawing = fit(after(document, changes));
        for (const was of before.things.values()) {
          const inside = isInside(before, was.key, selection);
          if (inside || was.how === 'chip' || was.how === 'docked') continue;
          const now = box(drawing, was.key);
          expect([was.key, now?.left, now?.top]).toEqual([was.key, was.left, was.top]);
        }
      }),
      RUNS,
    );
    expect(moved).toBeGreaterThan(15);
  });
});

function isInside(drawing: Drawing, key: PlaceKey, selection: readonly string[]): boolean {
  for (let thing = box(drawing, key); thing; thing = box(drawing, thing.parent ?? ''))
    if (selection.includes(thing.key) || selection.includes(thing.key.split('/')[1] ?? '')) return true;
  return false;
}
