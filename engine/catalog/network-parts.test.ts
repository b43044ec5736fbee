import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observed } from '../model/document';
import type { LiveState } from '../model/live';
import { arbitraryScenario } from '../testing/arbitrary-scenario';
import { seededNetwork } from '../testing/seeded-network/seeded-network';
import type { Resource, Scenario, ScenarioView } from './descriptors';
import { compileNetwork } from './network-roles';
import { partsOf } from './network-parts';

/** As if nothing had been described before: every object is another one. */
const fresh = ({ document, at, live }: ScenarioView): ScenarioView => ({
  document: structuredClone(document),
  at,
  live,
});

const pick = fc.nat();

const edit = fc.record({
  type: fc.constantFrom('replace', 'remove', 'observe', 'forget', 'rename'),
  pick,
  observed: fc.record(
    {
      awsId: fc.constantFrom('i-0a', 'eni-0b'),
      state: fc.constantFrom('terminated', 'in-use', 'failed', 'available'),
      publicIps: fc.constantFrom({ '10.0.0.4': '192.0.2.1' }, {}),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

/** Everything that an edit does not name stays the same object, as `applyChanges` has it. */
function edited(document: Scenario, { type, pick: at, observed }: Edit, other: Scenario): Scenario {
  const ids = Object.keys(document.resources);
  const id = ids[at % ids.length] ?? '';
  const resource = document.resources[id];
  if (!resource) return document;
  const put = (next: Resource): Scenario => ({
    ...document,
    resources: { ...document.resources, [id]: next },
  });
  switch (type) {
    case 'replace': {
      const like = Object.values(other.resources).find(({ kind }) => kind === resource.kind);
      return like ? put({ ...like, id }) : document;
    }
    case 'rename':
      return put({ ...resource, name: `name-${at}` });
    case 'remove': {
      const { [id]: _, ...resources } = document.resources;
      return { ...document, resources };
    }
    case 'observe':
      return { ...document, observed: { ...document.observed, [id]: observed as Observed } };
    case 'forget': {
      const { [id]: _, ...left } = document.observed;
      return { ...document, observed: left };
    }
  }
}

const states = ['running', 'stopped', 'terminated', 'not-launched', 'failed', 'deleted'] as const;
const seen = fc.array(
  fc.tuple(pick, fc.constantFrom(...states), fc.constantFrom(null, '192.0.2.7', '192.0.2.8')),
  { maxLength: 6 },
);

function liveOf(document: Scenario, rows: readonly (readonly [number, string, string | null])[]): LiveState {
  const ids = Object.keys(document.resources);
  return Object.fromEntries(
    rows.map(([at, state, publicIp]) => [ids[at % ids.length] ?? '', { state, publicIp }]),
  );
}

describe('parts that are described again only where they may differ', () => {
  it('are those that a document described from scratch has, whatever was edited and whenever it is looked at', () => {
    fc.assert(
      fc.property(
        arbitraryScenario(2),
        arbitraryScenario(1),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        seen,
        seen,
        (document, other, edits, early, late) => {
          const views: ScenarioView[] = [{ document, at: 'design', live: {} }];
          let next = document;
          for (const change of edits) {
            next = edited(next, change, other);
            views.push({ document: next, at: 'design', live: {} });
          }
          views.push(
            { document: next, at: 0, live: liveOf(next, early) },
            { document: next, at: 60_000, live: liveOf(next, late) },
            { document: next, at: 'design', live: liveOf(next, late) },
            { document, at: 0, live: liveOf(document, early) },
            { document, at: 'design', live: {} },
          );
          // Only the last network is remembered: those of the edits must follow each other.
          const described = views.map(partsOf);
          expect(described).toEqual(views.map((view) => partsOf(fresh(view))));
        },
      ),
      { seed: 41, numRuns: 40 },
    );
  });

  it('stay the same objects where nothing changed', () => {
    const document = seededNetwork({ instances: 30, seed: 1 });
    const before = compileNetwork({ document, at: 'design', live: {} });
    const group = document.resources['sg-3'];
    if (group?.kind !== 'security-group') throw new Error('sg-3 is not a group.');
    const resources = { ...document.resources, 'sg-3': { ...group, securityGroupIngress: [] } };
    const after = compileNetwork({ document: { ...document, resources }, at: 'design', live: {} });
    const kept = [...after.groups.values()].filter((part) => part === before.groups.get(part.id));
    expect(after.groups.get('sg-3')?.inbound).toEqual([]);
    expect(before.groups.get('sg-3')?.inbound).not.toEqual([]);
    expect(kept).toHaveLength(before.groups.size - 1);
  });

  it('are made anew where something else changed that they are made of', () => {
    const document = withList('192.0.2.0/24');
    const before = partsOf({ document, at: 'design', live: {} });
    const resources = { ...document.resources, ...withList('198.51.100.0/24').resources };
    // The table and the group stay the same objects; only the list and the Elastic IP are others.
    for (const id of ['rtb-1', 'sg-1', 'nat-1']) resources[id] = document.resources[id] as Resource;
    const eip = document.resources['eip-1'] as Resource;
    resources['eip-1'] = { ...eip, publicIp: '192.0.2.99' } as Resource;
    const view: ScenarioView = { document: { ...document, resources }, at: 'design', live: {} };
    expect(partsOf(view)).toEqual(partsOf(fresh(view)));
    expect(partsOf(view).nats).not.toEqual(before.nats);
    expect(partsOf(view).groups).not.toEqual(before.groups);
    expect(partsOf(view).tables).not.toEqual(before.tables);
  });
});

/** A seeded network in which a table and a group name a prefix list of one block. */
function withList(cidr: string): Scenario {
  const document = seededNetwork({ instances: 5, seed: 1 });
  const { 'rtb-1': table, 'sg-1': group } = document.resources;
  if (table?.kind !== 'route-table' || group?.kind !== 'security-group') throw new Error('Not as expected.');
  const rule = { ipProtocol: 'tcp', fromPort: 443, toPort: 443, prefixListId: 'pl-1' };
  const changed: readonly Resource[] = [
    {
      id: 'pl-1',
      kind: 'prefix-list',
      region: 'region-1',
      prefixListName: 'partners',
      entries: [{ cidr }],
    },
    { ...table, routes: [{ destinationPrefixListId: 'pl-1', natGatewayId: 'nat-1' }] },
    { ...group, securityGroupIngress: [rule] },
  ];
  return {
    ...document,
    resources: { ...document.resources, ...Object.fromEntries(changed.map((item) => [item.id, item])) },
  };
}
