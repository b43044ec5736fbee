/** Whatever the network: a repair repairs and has no edit too many, a closing closes and breaks no check. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../model/change';
import type { PathQuery } from '../../model/path';
import { arbitraryEnds, arbitraryNetwork } from '../../testing/arbitrary-network';
import { evaluateChecks } from '../checks/checks';
import type { Scenario, ScenarioChange } from '../../catalog/descriptors';
import { compileNetwork, trace } from '../../catalog/network-roles';
import { close } from './close';
import { repair } from './repair';
import { findRepair } from './search';
import { replay, situate, works } from './situation';
import { askedOf } from './weigh';

const RUNS = { seed: 20251125, numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) };

const view = (document: Scenario) => ({ document, at: 'design' as const, live: {} });

const verdictOf = (document: Scenario, query: PathQuery) => {
  const path = trace(compileNetwork(view(document)), query);
  return path.ok ? path.value.verdict : 'unknown';
};

const after = (document: Scenario, changes: readonly ScenarioChange[]): Scenario => {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
};

const query: fc.Arbitrary<PathQuery> = fc
  .record({
    ends: arbitraryEnds(4),
    protocol: fc.constantFrom('tcp', 'tcp', 'udp', 'icmp'),
    port: fc.constantFrom(22, 443, 5432),
  })
  .map(({ ends: [from, to], protocol, port }) =>
    protocol === 'icmp' ? { from, to, protocol } : { from, to, protocol, port },
  );

const portChecks = (queries: readonly PathQuery[]): Scenario['checks'] =>
  queries.map(({ from, to, protocol = 'tcp', port }, index) => ({
    id: `check-${index}`,
    type: 'can-reach',
    from,
    to,
    protocol,
    ...(port === undefined ? {} : { port }),
  }));

describe('repairs of random networks', () => {
  it('a repair makes the path work, and no edit of it can be left out', () => {
    let [repaired, refused] = [0, 0];
    fc.assert(
      fc.property(arbitraryNetwork, query, (document, asked) => {
        const found = repair(view(document), asked);
        if (!found.ok) return;
        if ('none' in found.value) {
          refused += 1;
          return;
        }
        repaired += 1;
        expect(verdictOf(after(document, found.value.changeSet.changes), asked)).toBe('reachable');
        const start = situate(view(document), asked, [], new Set());
        if (!start.ok) throw new Error(start.error.message);
        const search = findRepair(start.value, asked, askedOf(start.value.network, asked));
        if (!('minimal' in search)) throw new Error('a repair was found before');
        const remedies = search.situation.edits.map(({ remedy }) => remedy);
        expect(remedies).toHaveLength(found.value.edits.length);
        for (const left of remedies.keys()) {
          const without = replay(
            start.value,
            asked,
            remedies.filter((_, place) => place !== left),
          );
          expect(without && works(without)).not.toBe(true);
        }
      }),
      RUNS,
    );
    expect(repaired).toBeGreaterThan(RUNS.numRuns / 10);
    expect(refused).toBeGreaterThan(0);
  });

  it('a closing stops the path, and every check that held holds', () => {
    let closed = 0;
    fc.assert(
      fc.property(arbitraryNetwork, query, fc.array(query, { maxLength: 3 }), (plain, asked, wanted) => {
        const document: Scenario = { ...plain, checks: portChecks(wanted) };
        const found = close(view(document), asked);
        if (!found.ok || 'none' in found.value) return;
        closed += 1;
        const holding = evaluateChecks(view(document)).filter(({ holds }) => holds);
        for (const way of [found.value, ...found.value.others]) {
          const edited = after(document, way.changeSet.changes);
          expect(verdictOf(edited, asked)).toBe('unreachable');
          const now = new Map(evaluateChecks(view(edited)).map(({ id, holds }) => [id, holds]));
          for (const { id } of holding) expect(now.get(id)).toBe(true);
        }
      }),
      RUNS,
    );
    expect(closed).toBeGreaterThan(RUNS.numRuns / 20);
  });
});
