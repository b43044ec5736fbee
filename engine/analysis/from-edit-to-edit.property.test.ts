/** What is kept from edit to edit is what would be found anew: verdicts of checks and lines of the exposure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario, ScenarioView } from '../catalog/descriptors';
import { compileNetwork } from '../catalog/network-roles';
import type { CheckResult } from '../model/check';
import type { Check } from '../model/document';
import type { Exposure } from '../model/traffic';
import { Diagrams } from '../network/symbolic/diagram';
import { createGround } from '../network/symbolic/ground';
import { arbitraryEdits } from '../testing/arbitrary-edits';
import { arbitraryEnds, arbitraryNetwork } from '../testing/arbitrary-network';
import { evaluateChecks } from './checks/checks';
import { exposureIn } from './exposure-lines';
import { exposure } from './questions';

const RUNS = { seed: 20261127, numRuns: Number(process.env['FUZZ_RUNS'] ?? 25) };

const pathCheck = fc
  .record({
    ends: arbitraryEnds(4),
    type: fc.constantFrom('can-reach' as const, 'cannot-reach' as const),
    protocol: fc.constantFrom('tcp', 'udp', 'icmp'),
    port: fc.constantFrom(undefined, 22, 80, 443),
  })
  .map(({ ends: [from, to], type, protocol, port }): Check => ({
    id: `${type} ${from} ${to} ${protocol} ${port ?? ''}`,
    type,
    from,
    to,
    protocol,
    ...(port === undefined || protocol === 'icmp' ? {} : { port }),
  }));
const end = fc.constantFrom('i', 'j', 'k', 'd', 'm');
const onlyCheck = fc
  .record({ from: fc.subarray(['i', 'j', 'k', 'sg-1', 'internet']), to: end, port: fc.constantFrom(22, 80) })
  .map(({ from, to, port }): Check => ({
    id: `only ${from.join()} ${to} ${port}`,
    type: 'only-these-reach',
    from,
    to,
    protocol: 'tcp',
    port,
  }));
const staysCheck = end.map((from): Check => ({ id: `stays ${from}`, type: 'stays-in-vpc', from }));
const checks = fc
  .tuple(
    fc.array(pathCheck, { minLength: 6, maxLength: 12 }),
    fc.array(onlyCheck, { minLength: 1, maxLength: 2 }),
    fc.array(staysCheck, { minLength: 1, maxLength: 1 }),
  )
  .map((lists) => lists.flat());

interface Said {
  readonly view: ScenarioView;
  readonly results: readonly CheckResult[];
  readonly exposed: Exposure;
}

/** The same document, of which nothing is known: every object is another one. */
const anew = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function exposureAnew(view: ScenarioView) {
  const network = compileNetwork(view);
  const sides = ([4, 6] as const).map((family) => exposureIn(createGround(network, family, new Diagrams())));
  return {
    inbound: sides.flatMap(({ inbound }) => inbound),
    outbound: sides.flatMap(({ outbound }) => outbound),
    askedOf: network.at,
  };
}

describe('after every edit of a random network', () => {
  it('checks and exposure say what they would say of a document that nobody has seen before', () => {
    let [asked, kept] = [0, 0];
    fc.assert(
      fc.property(
        arbitraryNetwork,
        arbitraryNetwork,
        checks,
        arbitraryEdits,
        fc.boolean(),
        (one, other, list, edits, isBalanced) => {
          let document: Scenario = { ...one, checks: list };
          let before: readonly CheckResult[] = [];
          const said: Said[] = [];
          // Where something hands packets on to machines, less can be kept.
          if (!isBalanced) {
            const { 'tg-1': _first, 'tg-2': _second, ...resources } = document.resources;
            document = { ...document, resources };
          }
          for (const edit of [(same: Scenario) => same, ...edits]) {
            document = edit(document, other);
            const view: ScenarioView = { document, at: 'design', live: {} };
            const network = compileNetwork(view);
            const results = evaluateChecks(view, network);
            asked += results.length;
            kept += results.filter((result) => before.includes(result)).length;
            before = results;
            said.push({ view, results, exposed: exposure(network) });
          }
          // Afterwards: whoever looks at another document in between forgets what is kept of this one.
          for (const { view, results, exposed } of said) {
            const fresh: ScenarioView = { ...view, document: anew(view.document) };
            expect(results).toEqual(evaluateChecks(fresh));
            expect(exposed).toEqual(exposureAnew(fresh));
          }
        },
      ),
      RUNS,
    );
    expect(kept / asked).toBeGreaterThan(0.1);
  });
});
