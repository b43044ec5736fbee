import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNetwork } from '../../catalog/network-roles';
import type { Resource, ResourceOf, Scenario } from '../../catalog/descriptors';
import { withResources } from '../../testing/network';
import { arbitraryNetwork } from '../../testing/arbitrary-network';
import type { Interface } from '../network';
import { allPairs } from './all-pairs';
import { addressOf } from './classes-of-interfaces';
import { Diagrams, EMPTY, type Diagram } from './diagram';
import { flowsBetween } from './flows';
import { createGround } from './ground';

const RUNS = { seed: 20240611, numRuns: Number(process.env['FUZZ_RUNS'] ?? 120) };

const end = (one: Interface) => ({ type: 'interface', interface: one, address: null }) as const;

/** A twin for some machines, so that there are classes of more than one. */
function withTwins(document: Scenario): Scenario {
  const twins = ['i', 'j', 'k', 'm'].flatMap((id): Resource[] => {
    const machine = document.resources[id] as ResourceOf<'instance'>;
    const nic = document.resources[`eni-${id}`] as ResourceOf<'network-interface'>;
    const address = `${nic.privateIpAddress}2`;
    const attachment = { instanceId: `${id}-twin`, deviceIndex: 0, deleteOnTermination: true };
    const { ipv6Addresses = [], ...rest } = nic;
    return [
      { ...machine, id: `${id}-twin` },
      {
        ...rest,
        id: `eni-${id}-twin`,
        privateIpAddress: address,
        ipv6Addresses: ipv6Addresses.map((one) => `${one}2`),
        attachment,
      },
    ];
  });
  return withResources(document, twins);
}

describe('all pairs', () => {
  it.each([4, 6] as const)('are what following the packets of every pair finds (IPv%i)', (family) => {
    const seen = { pairs: 0, full: 0, shared: 0, unknown: 0 };
    fc.assert(
      fc.property(arbitraryNetwork.map(withTwins), fc.nat(), (document, seed) => {
        const network = compileNetwork({ document, at: 'design', live: {} });
        const ground = createGround(network, family, new Diagrams());
        const { groups, setOf, isUnknown } = allPairs(ground);
        const classOf = new Map(groups.flatMap(({ id, interfaces }) => interfaces.map((one) => [one, id])));
        const all = [...classOf.keys()];
        expect(all.length).toBe(
          [...network.interfaces.values()].filter((one) => addressOf(one, family) !== undefined).length,
        );
        seen.shared += groups.filter(({ interfaces }) => interfaces.length > 1).length;
        all.forEach((from, i) => {
          all.forEach((to, j) => {
            // A part of the pairs of every network: following packets takes its time.
            if (from === to || (i * 31 + j * 17 + seed) % 3 !== 0) return;
            const [a, b] = [classOf.get(from) ?? -1, classOf.get(to) ?? -1];
            const flows = flowsBetween(ground, end(from), end(to));
            const found: Diagram = setOf(a, b);
            seen.pairs += 1;
            if (found !== EMPTY) seen.full += 1;
            if (flows.unknown.length > 0) seen.unknown += 1;
            if (found !== flows.set) expect.fail(`${from.id} to ${to.id}`);
            if (isUnknown(a, b) !== flows.unknown.length > 0) expect.fail(`${from.id} to ${to.id}: unknown`);
          });
        });
      }),
      RUNS,
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(RUNS.numRuns / 10);
  });
});
