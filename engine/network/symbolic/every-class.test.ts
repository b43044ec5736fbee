/** "The internet", and no port: the tracer tries one packet of every class; the sets know them all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNetwork, parseEndpoint, trace } from '../../catalog/network-roles';
import { arbitraryEnds, arbitraryNetwork } from '../../testing/arbitrary-network';
import type { Verdict } from '../../model/path';
import { Diagrams, EMPTY, FULL, PORT, PROTOCOL } from './diagram';
import { flowsBetween } from './flows';
import { createGround } from './ground';

const RUNS = { seed: 20261125, numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) };

describe('a question about many packets', () => {
  it('is answered as the sets answer it', () => {
    const seen: Record<Verdict, number> = { reachable: 0, partial: 0, unreachable: 0, unknown: 0 };
    fc.assert(
      fc.property(
        arbitraryNetwork,
        arbitraryEnds(4),
        fc.constantFrom(undefined, 22, 443),
        (document, [from, to], port) => {
          const network = compileNetwork({ document, at: 'design', live: {} });
          const source = parseEndpoint(network, from, 'from');
          const target = parseEndpoint(network, to, 'to');
          if (from === to || !source.ok || !target.ok) return;
          const answer = trace(network, {
            from,
            to,
            protocol: 'tcp',
            ...(port === undefined ? {} : { port }),
          });
          if (!answer.ok || answer.value.code === 'UNSUPPORTED_COMPONENT') return;
          const store = new Diagrams();
          const flows = flowsBetween(createGround(network, 4, store), source.value, target.value);
          const tcp = store.interval(
            PROTOCOL,
            6,
            6,
            port === undefined ? FULL : store.interval(PORT, port, port),
          );
          const asked = store.intersect(flows.asked, tcp);
          const works = store.intersect(flows.set, tcp);
          const some = store.intersect(store.union(flows.set, flows.sometimes), tcp);
          if (flows.unknown.some(({ set }) => store.intersect(set, tcp) !== EMPTY)) return;
          const expected: Verdict =
            works === asked && asked !== EMPTY ? 'reachable' : some === EMPTY ? 'unreachable' : 'partial';
          seen[answer.value.verdict] += 1;
          expect([from, to, port, answer.value.verdict]).toEqual([from, to, port, expected]);
        },
      ),
      RUNS,
    );
    expect(seen.reachable, JSON.stringify(seen)).toBeGreaterThan(5);
    expect(seen.partial, JSON.stringify(seen)).toBeGreaterThan(5);
  });
});
