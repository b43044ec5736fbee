import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../catalog/descriptors';
import { allOf, sorted } from '../../catalog/lookup';
import { fit } from '../../drawing/fit';
import { lanesOf } from '../../drawing/place';
import { makeScenario, parseScenario } from '../../persistence/scenario-file';
import { arbitraryScenario } from '../../testing/arbitrary-scenario';
import { outsideParent, overlappingSiblings } from '../../testing/drawing';
import { changed, edit } from '../../testing/editing';
import { emptyScenario, networkOf } from '../../testing/network';
import { problemsOf } from '../../validation/problems';
import { propose } from '../propose';
import { clip } from './clip';
import { makeClippingText } from './clipping';
import { readClipping } from './read-clipping';

/** With gateways, a balancer, an endpoint, a peering, an Elastic IP: something of everything that can be drawn. */
const rich = (): Scenario => {
  const start = networkOf({
    vpcs: 2,
    zones: 2,
    tiers: ['public', 'app'],
    instancesPerSubnet: 2,
    secondInterfaces: true,
    instanceType: 'm5.large',
  });
  let document = start;
  for (const [kind, into] of [
    ['nat-gateway', 'subnet-1'],
    ['load-balancer', 'vpc-1'],
    ['vpc-endpoint', 'vpc-1'],
    ['vpc-endpoint', 'subnet-2'],
    ['volume', 'i-1'],
    ['volume', 'vpc-1/az-1'],
    ['elastic-ip', 'i-2'],
    ['placement-group', 'i-3'],
    ['security-group', 'i-1'],
    ['network-interface', 'subnet-3'],
    ['route-table', 'subnet-3'],
  ] as const)
    document = edit(document, { type: 'create', kind, into }).document;
  return edit(document, { type: 'associate', id: 'vpc-1', with: 'vpc-2' }).document;
};

const start = rich();
const keys = [...Object.keys(start.resources), ...lanesOf(start)].sort();

const errorsOf = (document: Scenario): readonly string[] =>
  problemsOf(document)
    // Where a NAT gateway stands is for the user to say, as with a new one: without a route it says so itself.
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'NAT-001')
    .map(({ rule, subjects }) => `${rule} ${subjects.join(' ')}`);

/** Every address of a subnet, every public address, every block of a VPC: with who has it. */
function claims(document: Scenario): readonly string[] {
  return sorted(document).flatMap((resource) => {
    switch (resource.kind) {
      case 'network-interface':
        return [
          ...(resource.privateIpAddress === undefined ? [] : [resource.privateIpAddress]),
          ...(resource.secondaryPrivateIpAddresses ?? []),
          ...(resource.ipv6Addresses ?? []),
        ].map((address) => `${resource.subnetId} ${address}`);
      case 'nat-gateway':
        return [`${resource.subnetId} ${resource.privateIpAddress}`];
      case 'elastic-ip':
        return [resource.publicIp];
      case 'subnet':
        return [`${resource.vpcId} ${resource.cidrBlock ?? ''}`];
      case 'vpc':
        return [resource.cidrBlock];
      default:
        return [];
    }
  });
}

const selection = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 6 });
const into = fc.option(fc.constantFrom(...keys, 'canvas'), { nil: undefined });

describe('copy and paste of anything anywhere', () => {
  it('gives nothing twice, makes no new error, draws without overlaps and is one undo', () => {
    const before = errorsOf(start);
    let done = 0;
    fc.assert(
      fc.property(selection, into, fc.boolean(), fc.boolean(), (chosen, place, keeping, elsewhere) => {
        const clipping = clip(start, chosen);
        if (!clipping) return;
        const text = makeClippingText(clipping);
        const target = elsewhere ? emptyScenario() : start;
        const proposal = propose(target, {
          type: 'paste',
          text,
          keeping,
          ...(place === undefined || elsewhere ? {} : { into: place }),
        });
        const set = proposal.accepted ? proposal.changeSet : proposal.offer;
        if (!set) return;
        done += 1;
        const after = changed(target, set);
        const held = claims(after);
        expect(new Set(held).size).toBe(held.length);
        if (!elsewhere) expect(errorsOf(after)).toEqual(before);
        else expect(errorsOf(after)).toEqual([]);
        const names = allOf(after, 'security-group').map(
          ({ vpcId, groupName }) => `${vpcId} ${groupName.toLowerCase()}`,
        );
        expect(new Set(names).size).toBe(names.length);
        const drawing = fit(after);
        expect(overlappingSiblings(drawing)).toEqual([]);
        expect(outsideParent(drawing)).toEqual([]);
        const opened = parseScenario(makeScenario(after));
        expect(opened.ok ? null : opened.error).toBeNull();
      }),
      { seed: 11, numRuns: 120 },
    );
    expect(done).toBeGreaterThan(90);
  });

  it('is one undo and leaves what can be saved, however odd the document is', () => {
    let done = 0;
    fc.assert(
      fc.property(
        arbitraryScenario(2),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (document, first, second, keeping) => {
          const ids = Object.keys(document.resources);
          const pick = (number: number): string => ids[number % ids.length] ?? '';
          const clipping = clip(document, [pick(first), pick(second)]);
          if (!clipping) return;
          const read = readClipping(makeClippingText(clipping));
          expect(read.ok ? null : read.error).toBeNull();
          const proposal = propose(document, { type: 'paste', text: makeClippingText(clipping), keeping });
          if (!proposal.accepted) return;
          done += 1;
          const opened = parseScenario(makeScenario(changed(document, proposal.changeSet)));
          expect(opened.ok ? null : opened.error).toBeNull();
        },
      ),
      { seed: 12, numRuns: 40 },
    );
    expect(done).toBeGreaterThan(10);
  });

  it('never throws on text that was tampered with', () => {
    const text = makeClippingText(clip(start, ['vpc-1', 'eip-1']) ?? ({} as never));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(60), fc.string({ maxLength: 8 }), (at, cut, noise) => {
        const broken = text.slice(0, at) + noise + text.slice(at + cut);
        const proposal = propose(start, { type: 'paste', text: broken, keeping: true });
        if (!proposal.accepted) expect(proposal.message.length).toBeGreaterThan(10);
        else changed(start, proposal.changeSet);
      }),
      { seed: 13, numRuns: 100 },
    );
  });
});
