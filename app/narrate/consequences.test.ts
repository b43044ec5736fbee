import { describe, expect, it } from 'vitest';
import { get, type Scenario } from '../../engine';
import { edit } from '../../engine/testing/editing';
import { networkOf } from '../../engine/testing/network';
import { newAddresses, reachChanges, tell, type Consequence } from './consequences';
import { propose } from '../../engine/editing';

const network: Scenario = networkOf({
  vpcs: 1,
  zones: 1,
  tiers: ['public', 'app'],
  instancesPerSubnet: 1,
  instanceType: 'm5.large',
});
const web = Object.values(network.resources).find((resource) => resource.kind === 'instance')!;
const move = { type: 'place', ids: [web.id], into: 'subnet-2' } as const;

const open = (id: string, ...ports: string[]) => new Map([[id, ports]]);
const lost = (name: string): Consequence => ({
  id: name,
  name,
  phrase: 'is no longer reachable from the Internet',
  what: 'lost',
});

describe('what followed from an edit', () => {
  it('is a new address for what was moved', () => {
    const proposal = propose(network, move);
    if (!proposal.accepted) throw new Error(proposal.message);
    const after = edit(network, move).document;
    const [told] = newAddresses(network, after, proposal.changeSet.changes);
    expect(told).toMatchObject({ id: web.id, what: 'address' });
    expect(told?.phrase).toMatch(/^has the new address 10\.0\./);
  });

  it('is what the internet reaches now, or no longer', () => {
    expect(reachChanges(network, network, { before: open(web.id, '443'), after: new Map() })).toMatchObject([
      { id: web.id, what: 'lost' },
    ]);
    const gained = reachChanges(network, network, { before: new Map(), after: open(web.id, '443') });
    expect(gained[0]?.phrase).toBe('is now reachable from the Internet on 443');
    expect(
      reachChanges(network, network, { before: open(web.id, '443'), after: open(web.id, '443') }),
    ).toEqual([]);
  });

  it('is not told of what is gone or was not there', () => {
    expect(get(network, 'i-99')).toBeUndefined();
    expect(reachChanges(network, network, { before: open('i-99', '22'), after: new Map() })).toEqual([]);
  });

  it('is one sentence with what was done where both are about one thing', () => {
    expect(
      tell('Moved web-1 to private-a', [
        { ...lost('web-1'), phrase: 'has the new address 10.0.10.5', what: 'address' },
        lost('web-1'),
      ]),
    ).toBe(
      'Moved web-1 to private-a: it has the new address 10.0.10.5 and is no longer reachable from the Internet',
    );
  });

  it('does not repeat an address that is said already', () => {
    const done = 'Moved web-1 to private-a: it has the new address 10.0.10.5';
    expect(
      tell(done, [
        { ...lost('web-1'), phrase: 'has the new address 10.0.10.5', what: 'address' },
        lost('web-1'),
      ]),
    ).toBe(`${done} and is no longer reachable from the Internet`);
  });

  it('names others in sentences of their own, and counts many', () => {
    expect(tell('Deleted igw-1', [lost('web-1'), lost('web-2')])).toBe(
      'Deleted igw-1. web-1 is no longer reachable from the Internet. web-2 is no longer reachable from the Internet',
    );
    expect(tell('Deleted igw-1', ['a', 'b', 'c'].map(lost))).toBe(
      'Deleted igw-1. 3 things are no longer reachable from the Internet',
    );
    expect(tell('Deleted igw-1', [])).toBe('Deleted igw-1');
  });
});
