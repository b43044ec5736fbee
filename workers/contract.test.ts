/** The same contract, asked of the in-process twin and of one behind a message port as the page's worker is. */
import * as Comlink from 'comlink';
import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario, ScenarioChange } from '../engine/catalog/descriptors';
import { applyChanges } from '../engine/model/change';
import text from '../engine/scenarios/corner-shop/scenario.json?raw';
import type { Reply, SimulationContract } from './contract';
import { createSimulation } from './simulation';

const timing = {
  nowMs: () => performance.now(),
  yieldToMessages: () => new Promise<void>((resolve) => setImmediate(resolve)),
};

const { port1, port2 } = new MessageChannel();
Comlink.expose(createSimulation(timing), port1);
afterAll(() => {
  port1.close();
  port2.close();
});

const TWINS: readonly (readonly [string, () => SimulationContract])[] = [
  ['in process', () => createSimulation(timing)],
  [
    'behind a port',
    // Every call of the remote is a call of the contract; Comlink's own type loses the generics.
    () => Comlink.wrap(port2) as unknown as SimulationContract,
  ],
];

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.failure.message);
  return reply.value;
}

describe.each(TWINS)('a simulation %s', (_, create) => {
  const engine = create();
  const openShop = async (): Promise<Scenario> => {
    const { document } = valueOf(await engine.open([{ name: 'shop.json', text }]));
    valueOf(await engine.load(document, 1));
    return document;
  };
  const QUERY = { from: 'internet-1', to: 'web-1', protocol: 'tcp', port: 443 };

  it('answers hello', async () => {
    expect((await engine.hello()).ok).toBe(true);
  });

  it('explains each rule of a group, and refuses to explain what has none', async () => {
    await openShop();
    const { inbound, notice } = valueOf(await engine.reviewRules('sg-3'));
    expect(notice).toBeNull();
    expect(inbound).toEqual([
      {
        rule: 'inbound[0]',
        words: 'Members of sg-web may open tcp 5432 (PostgreSQL).',
        state: 'needed',
        remark: null,
        by: [],
      },
    ]);
    expect((await engine.reviewRules('vpc-1')).ok).toBe(false);
  });

  it('stops the customers of the shop at the group that has no rule for them, and offers the fix', async () => {
    await openShop();
    const reply = await engine.trace(QUERY, 'design');
    const path = valueOf(reply);
    expect(reply.revision).toBe(1);
    expect(path).toMatchObject({
      verdict: 'unreachable',
      direction: 'forward',
      code: 'ENI_SG_RULES_MISMATCH',
    });
    expect(path.blockers).toHaveLength(1);
    expect(path.blockers[0]?.resource).toBe('sg-2');
    expect(path.blockers[0]?.fix).toBeDefined();
  });

  it('lets them in after the fix, at the next revision', async () => {
    const document = await openShop();
    const fix = valueOf(await engine.trace(QUERY, 'design')).blockers[0]?.fix;
    if (!fix) throw new Error('no fix was offered');
    expect(applyChanges(document, fix.changes).ok).toBe(true);
    valueOf(await engine.apply(fix.changes, 1, 2));
    const reply = await engine.trace(QUERY, 'design');
    expect(reply.revision).toBe(2);
    expect(valueOf(reply).verdict).toBe('reachable');
  });

  it('says everything that works between two ends', async () => {
    await openShop();
    const answer = valueOf(await engine.flows(QUERY.from, QUERY.to, 'design'));
    expect(answer.families.map(({ family }) => family)).toEqual([4]);
    expect((await engine.flows('nobody', QUERY.to, 'design')).ok).toBe(false);
  });

  it('says what everything may send to everything, the internet among it', async () => {
    await openShop();
    const matrices = valueOf(await engine.reach('design'));
    expect(matrices.map(({ family }) => family)).toEqual([4]);
    const [{ groups, cells, sets } = { groups: [], cells: [], sets: [] }] = matrices;
    const members = groups.flatMap((group) => group.members.map(({ label }) => label));
    expect(members).toEqual(expect.arrayContaining(['the internet', 'web-1']));
    expect(cells.length).toBe(groups.length ** 2);
    expect(sets[0]?.extent).toBe('none');
  });

  it('says what the internet reaches, before the fix and after it', async () => {
    await openShop();
    const reached = async (): Promise<readonly string[]> =>
      valueOf(await engine.exposure('design')).inbound.flatMap(({ members, works }) =>
        members.some(({ label }) => label === 'web-1') ? works.map(({ text }) => text) : [],
      );
    expect(await reached()).toEqual(['tcp 22 from 198.51.100.0/24']);
    const fix = valueOf(await engine.trace(QUERY, 'design')).blockers[0]?.fix;
    if (!fix) throw new Error('no fix was offered');
    valueOf(await engine.apply(fix.changes, 1, 2));
    expect(await reached()).toEqual([
      'tcp 443 from every public address but 198.51.100.0/24',
      'tcp 22 and 443 from 198.51.100.0/24',
    ]);
  });

  it('repairs the path with one edit, which one change set applies', async () => {
    await openShop();
    const found = valueOf(await engine.repair(QUERY, 'design'));
    if ('none' in found) throw new Error(found.none);
    expect(found).toMatchObject({ minimal: 'smallest', verified: true, actions: [] });
    expect(found.edits.map(({ narrow, lines }) => [narrow, lines.length])).toEqual([[true, 1]]);
    valueOf(await engine.apply(found.changeSet.changes, 1, 2));
    expect(valueOf(await engine.trace(QUERY, 'design')).verdict).toBe('reachable');
  });

  it('says what else works after it, and closes it again unless a check demands it', async () => {
    const document = await openShop();
    const found = valueOf(await engine.repair(QUERY, 'design'));
    if ('none' in found) throw new Error(found.none);
    const applied = applyChanges(document, found.changeSet.changes);
    if (!applied.ok) throw new Error(applied.error.message);
    valueOf(await engine.apply(found.changeSet.changes, 1, 2));
    const undone = valueOf(
      await engine.difference({ changes: applied.value.inverse, are: 'undo', query: QUERY }, 'design'),
    );
    expect(undone.path).toMatchObject({ before: 'unreachable', after: 'reachable' });
    expect(undone.pairs.map(({ type, to }) => [type, to.label])).toEqual([
      ['gained', 'web-1'],
      ['gained', 'web-2'],
    ]);
    expect(undone.checks.map(({ before, after }) => [before, after.outcome])).toEqual([['fails', 'holds']]);
    expect(valueOf(await engine.close(QUERY, 'design'))).toMatchObject({
      none: expect.stringContaining('Customers reach the shop') as string,
    });
    valueOf(await engine.apply([{ type: 'set-checks', checks: [] }], 2, 3));
    const closing = valueOf(await engine.close(QUERY, 'design'));
    if ('none' in closing) throw new Error(closing.none);
    expect(closing).toMatchObject({ verified: true });
    valueOf(await engine.apply(closing.changeSet.changes, 3, 4));
    expect(valueOf(await engine.trace(QUERY, 'design')).verdict).toBe('unreachable');
  });

  it('refuses changes for a revision it does not hold', async () => {
    await openShop();
    const rename: ScenarioChange = { type: 'update', id: 'i-1', set: { name: 'other' } };
    const reply = await engine.apply([rename], 7, 8);
    expect(reply).toMatchObject({ ok: false, revision: 1, failure: { reason: 'conflict' } });
  });

  it('plays the same run twice and shows any moment of it', async () => {
    await openShop();
    const first = valueOf(await engine.run());
    const second = valueOf(await engine.run());
    expect(second.traceHash).toBe(first.traceHash);
    expect(valueOf(await engine.momentAt(0)).live['i-1']?.state).toBe('pending');
    expect(valueOf(await engine.momentAt(120_000)).live['i-1']).toMatchObject({
      state: 'running',
      instanceStore: ['shopping carts'],
    });
  });

  it('asks a path of a moment: a machine that has not booted is a blocker', async () => {
    await openShop();
    const path = valueOf(await engine.trace(QUERY, 0));
    expect(path.verdict).toBe('unreachable');
    expect(path.askedOf).toBe(0);
  });

  it('tells facts, problems, checks and places', async () => {
    await openShop();
    const inspection = valueOf(await engine.inspect('i-1', 'design'));
    expect(inspection.facts.find((fact) => fact.label === 'Private')?.value).toBe('10.0.0.10');
    expect(valueOf(await engine.problems())).toBeInstanceOf(Array);
    expect(valueOf(await engine.checks('design')).map((check) => check.holds)).toEqual([false, true]);
    const places = valueOf(await engine.places({ kind: 'instance' }));
    expect(places['subnet-1']).toEqual({ legal: true });
    expect(places['vpc-1']?.legal).toBe(false);
  });

  it('proposes what creates an instance with its interface and root volume in one change set', async () => {
    await openShop();
    const proposal = valueOf(await engine.propose({ type: 'create', kind: 'instance', into: 'subnet-1' }));
    if (!proposal.accepted) throw new Error(proposal.message);
    const added = proposal.changeSet.changes.flatMap((change) =>
      change.type === 'add' ? [change.resource.kind] : [],
    );
    expect([...added].sort()).toEqual(['instance', 'network-interface', 'volume']);
  });

  it('gives a link that opens as the same document', async () => {
    const document = await openShop();
    const link = valueOf(await engine.makeLink());
    const opened = valueOf(await engine.open([{ name: 'pasted', text: link }]));
    expect(opened.from).toBe('link');
    expect(opened.document).toEqual(document);
    expect(opened.state).toEqual({});
  });

  it('gives a link that shows a moment and may only be looked at', async () => {
    await openShop();
    const state = { atMs: 90_000, tab: 'paths', selection: ['i-1'], viewOnly: true } as const;
    const link = valueOf(await engine.makeLink(state));
    expect(valueOf(await engine.open([{ name: 'pasted', text: link }])).state).toEqual(state);
  });

  it('says what is wrong with an input in one message and keeps its document', async () => {
    await openShop();
    const reply = await engine.open([{ name: 'notes.txt', text: 'hello' }]);
    expect(reply).toMatchObject({ ok: false, revision: 1 });
    expect(valueOf(await engine.inspect('i-1', 'design')).id).toBe('i-1');
  });
});
