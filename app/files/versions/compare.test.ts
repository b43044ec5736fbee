import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, emptyScenario, type Scenario } from '../../../engine';
import { parseScenario } from '../../../engine/persistence/scenario-file';
import { changesBetween, compareDocuments } from './compare';

function readShop(): Scenario {
  const read = parseScenario(readFileSync('engine/scenarios/corner-shop/scenario.json', 'utf8'));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}
const SHOP = readShop();

const applied = (document: Scenario, changes: ReturnType<typeof changesBetween>) => {
  const done = applyChanges(document, changes);
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
};

/** A part of the shop, in places and with properties of its own. */
const documents: fc.Arbitrary<Scenario> = fc
  .record({
    fates: fc.array(fc.nat({ max: 5 }), { minLength: 40, maxLength: 40 }),
    title: fc.constantFrom('One', 'Two'),
  })
  .map(({ fates, title }) => {
    let at = 0;
    const fate = (): number => fates[(at += 1) % fates.length] ?? 0;
    const resources: Record<string, Scenario['resources'][string]> = {};
    const layout: Record<string, Scenario['layout'][string]> = {};
    const observed: Record<string, Scenario['observed'][string]> = {};
    for (const [id, resource] of Object.entries(SHOP.resources)) {
      const how = fate();
      if (how === 0) continue;
      resources[id] =
        how === 1
          ? { ...resource, name: `renamed ${id}` }
          : how === 2
            ? // Another kind under the same id.
              { id, kind: 'placement-group', groupName: id, strategy: 'cluster', region: 'region-1' }
            : resource;
      layout[id] = { x: how, y: 0 };
      if (how === 3) delete layout[id];
      if (how > 3) observed[id] = { state: how === 4 ? 'running' : 'stopped' };
    }
    const script = SHOP.script.filter(() => fate() > 1);
    const checks = SHOP.checks.filter(() => fate() > 1);
    return { ...SHOP, title, resources, layout, observed, script, checks };
  });

describe('changesBetween', () => {
  it('leads from any state to any other, and its undo leads back', () => {
    fc.assert(
      fc.property(documents, documents, (from, to) => {
        const there = applied(from, changesBetween(from, to));
        expect(there.document).toEqual(to);
        expect(applied(there.document, there.inverse).document).toEqual(from);
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it('brings slides, notes and accounts back as well', () => {
    const from = emptyScenario();
    const to: Scenario = {
      ...from,
      slides: [{ id: 's-1', title: 'First' }],
      notes: [{ id: 'n-1', text: 'look', x: 1, y: 2 }],
      accounts: { '111111111111': { name: 'prod' } },
    };
    expect(applied(from, changesBetween(from, to)).document).toEqual(to);
  });

  it('changes nothing where only the order of keys differs', () => {
    const turned = Object.fromEntries(
      Object.entries(SHOP.resources).map(([id, resource]) => [
        id,
        Object.fromEntries(Object.entries(resource).reverse()),
      ]),
    ) as unknown as Scenario['resources'];
    expect(changesBetween(SHOP, { ...SHOP, resources: turned })).toEqual([]);
  });
});

describe('compareDocuments', () => {
  const place = { x: 1, y: 2 };
  const group = (id: string, more = {}) => ({
    id,
    kind: 'placement-group' as const,
    groupName: id,
    strategy: 'cluster' as const,
    region: 'region-1',
    ...more,
  });
  const document = (resources: Scenario['resources'], layout: Scenario['layout'] = {}): Scenario => ({
    ...emptyScenario(),
    resources,
    layout,
  });

  it('counts what came, what went and what is another, and what only stands elsewhere', () => {
    const older = document(
      { a: group('a'), b: group('b'), c: group('c'), d: group('d') },
      { b: place, d: place },
    );
    const newer = document(
      { b: group('b'), c: group('c', { name: 'new name' }), d: group('d'), e: group('e'), f: group('f') },
      { b: { x: 9, y: 9 }, d: place, e: place, 'vpc-1/az-1': place },
    );
    expect(compareDocuments(older, newer)).toEqual({
      added: 2,
      removed: 1,
      changed: 1,
      moved: 2,
      renamed: false,
      besides: [],
    });
  });

  it('says that nothing differs of the same, and tells a new title from what else there is besides things', () => {
    const one = document({ a: group('a') });
    const nothing = { added: 0, removed: 0, changed: 0, moved: 0, renamed: false, besides: [] };
    expect(compareDocuments(one, structuredClone(one))).toEqual(nothing);
    expect(compareDocuments(one, { ...one, title: 'Other' })).toEqual({ ...nothing, renamed: true });
    expect(compareDocuments(one, { ...one, seed: 8 })).toEqual({ ...nothing, besides: ['settings'] });
    expect(compareDocuments(SHOP, { ...SHOP, script: [], checks: [] }).besides).toEqual(['script', 'checks']);
  });
});
