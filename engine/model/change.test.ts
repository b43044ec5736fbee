import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resource, Scenario, ScenarioChange } from '../catalog/descriptors';
import { emptyScenario } from '../persistence/empty';
import { arbitraryScenario } from '../testing/arbitrary-scenario';
import { applyChanges } from './change';
import { ACTION_TYPES } from './document';

const documents = fc.sample(arbitraryScenario(2), { numRuns: 12, seed: 1 });
const ids = ['vpc-1', 'vpc-2', 'i-1', 'eni-1', 'az-1', 'subnet-1', 'new-1', 'gone-1'];

/** Any change, of something that is there or not. */
function arbitraryChange(document: Scenario): fc.Arbitrary<ScenarioChange> {
  const id = fc.constantFrom(...Object.keys(document.resources), ...Object.keys(document.layout), ...ids);
  const scripted = fc.constantFrom(...document.script.map((action) => action.id), 'act-1', 'act-2');
  const box = fc.record({ x: fc.integer(), y: fc.integer() }, { noNullPrototype: true });
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([]));
  const observed = fc.record({ awsId: fc.string() }, { noNullPrototype: true });
  return fc.oneof<fc.Arbitrary<ScenarioChange>[]>(
    fc.tuple(id, fc.option(observed, { nil: undefined })).map(([name, seen]) => {
      const resource: Resource = { id: name, kind: 'region', regionName: 'us-east-1' };
      return seen ? { type: 'add', resource, observed: seen } : { type: 'add', resource };
    }),
    id.map((name) => ({ type: 'remove', id: name })),
    fc
      .tuple(
        id,
        fc.dictionary(fc.constantFrom('name', 'cidrBlock', 'other', 'constructor'), value, {
          noNullPrototype: true,
        }),
      )
      .map(([name, set]) => ({ type: 'update', id: name, set })),
    fc
      .tuple(id, fc.constantFrom('vpcId', 'attachment'), value)
      .map(([name, relation, to]) => ({ type: 'attach', id: name, relation, to })),
    fc.tuple(id, fc.option(box)).map(([name, to]) => ({ type: 'move', id: name, to })),
    fc.tuple(id, fc.option(observed)).map(([name, seen]) => ({ type: 'observe', id: name, observed: seen })),
    fc
      .record({ title: fc.string(), seed: fc.nat() }, { requiredKeys: [], noNullPrototype: true })
      .map((set) => ({ type: 'describe', set })),
    fc.tuple(scripted, fc.nat(9), fc.constantFrom(...ACTION_TYPES)).map(([name, at, type]) => ({
      type: 'add-action',
      action: { id: name, at, type, target: 'i-1' },
    })),
    scripted.map((name) => ({ type: 'remove-action', id: name })),
    fc.constant({ type: 'set-checks', checks: [] }),
  );
}

describe('changes', () => {
  it('applied and then undone by their inverse leave the document as it was, and touch nothing on the way', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc
          .constantFrom(...documents)
          .chain((document) =>
            fc.tuple(
              fc.constant(document),
              fc.array(arbitraryChange(document), { minLength: 1, maxLength: 4 }),
            ),
          ),
        ([document, changes]) => {
          const before = structuredClone(document);
          const applied = applyChanges(document, changes);
          expect(document).toEqual(before);
          if (!applied.ok) return;
          accepted += 1;
          const undone = applyChanges(applied.value.document, applied.value.inverse);
          if (!undone.ok) throw new Error(undone.error.message);
          expect(undone.value.document).toEqual(before);
          const redone = applyChanges(undone.value.document, undone.value.inverse);
          if (!redone.ok) throw new Error(redone.error.message);
          expect(redone.value.document).toEqual(applied.value.document);
        },
      ),
      { seed: 2, numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(120);
  });

  it('removing a thing remembers its place and what was observed', () => {
    const document: Scenario = {
      ...emptyScenario(),
      layout: { 'az-1': { x: 1, y: 2 } },
      observed: { 'az-1': { state: 'available' } },
    };
    const applied = applyChanges(document, [{ type: 'remove', id: 'az-1' }]);
    if (!applied.ok) throw new Error(applied.error.message);
    expect(applied.value.document.layout).toEqual({});
    expect(applied.value.document.observed).toEqual({});
    const undone = applyChanges(applied.value.document, applied.value.inverse);
    expect(undone).toMatchObject({ ok: true, value: { document } });
  });

  it.each<[string, ScenarioChange, string]>([
    [
      'an id taken twice',
      { type: 'add', resource: { id: 'az-1', kind: 'region', regionName: 'us-east-1' } },
      'conflict',
    ],
    ['what is not there', { type: 'remove', id: 'vpc-1' }, 'not-found'],
    ['a name every object answers to', { type: 'update', id: 'constructor', set: {} }, 'not-found'],
    ['another id', { type: 'update', id: 'az-1', set: { id: 'az-9' } }, 'not-allowed'],
    ['another kind', { type: 'attach', id: 'az-1', relation: 'kind', to: 'vpc' }, 'not-allowed'],
    ['an action that is not there', { type: 'remove-action', id: 'act-1' }, 'not-found'],
  ])('%s is refused and nothing of the gesture is done', (_, change, reason) => {
    const document = emptyScenario();
    const applied = applyChanges(document, [{ type: 'describe', set: { title: 'Half done' } }, change]);
    expect(applied).toMatchObject({ ok: false, error: { reason } });
    expect(document).toEqual(emptyScenario());
  });
});
