import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cidr } from '../../model/ip/address';
import { parseCidr4, parseIpv4, type Cidr4 } from '../../model/ip/ipv4';
import { ANY, type AclEntryPart, type GroupRulePart } from '../parts';
import { boxesOf, contains } from './boxes';
import { Diagrams, EMPTY, type PacketPoint } from './diagram';
import { aclRules, groupRules, type Peers } from './ruleset';

const RUNS = { seed: 20240702, numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) };

const cidr = (text: string): Cidr4 => parseCidr4(text) ?? expect.fail(text);
const ip = (text: string): number => parseIpv4(text) ?? expect.fail(text);

const MEMBERS = ['10.0.0.4', '10.0.0.5', '10.0.1.9'].map(ip);
const peers: Peers = {
  membersOf: (id) => (id === 'sg-a' ? MEMBERS : null),
  blocksOf: (id) => (id === 'pl-a' ? [cidr('192.0.2.0/25'), cidr('10.0.1.8/31')] : null),
};

const blocks = ['0.0.0.0/0', '10.0.0.0/16', '10.0.0.0/24', '10.0.0.4/30', '192.0.2.0/24'].map(cidr);
const addresses = [
  '10.0.0.3',
  '10.0.0.4',
  '10.0.0.5',
  '10.0.1.9',
  '10.0.9.9',
  '192.0.2.1',
  '192.0.2.200',
  '8.8.8.8',
];
const traffic = fc.oneof(
  fc.record({
    protocol: fc.constantFrom(6, 17),
    from: fc.constantFrom(0, 22, 80),
    to: fc.constantFrom(22, 90, 65535),
  }),
  fc.record({ protocol: fc.constant(1), from: fc.constantFrom(ANY, 8, 3), to: fc.constantFrom(ANY, 0, 4) }),
  fc.constant({ protocol: ANY, from: 0, to: 65535 }),
  fc.constant({ protocol: 50, from: 0, to: 0 }),
);
const groupRule: fc.Arbitrary<GroupRulePart> = fc
  .tuple(
    traffic,
    fc.oneof(
      fc.constantFrom(...blocks).map((block) => ({ type: 'block' as const, block })),
      fc.constantFrom('sg-a', 'sg-gone').map((id) => ({ type: 'group' as const, id })),
      fc.constantFrom('pl-a', 'pl-gone').map((id) => ({ type: 'prefix-list' as const, id, blocks: null })),
    ),
  )
  .map(([what, peer]) => ({ index: 0, ...what, peer }));
const aclEntries: fc.Arbitrary<AclEntryPart[]> = fc
  .array(fc.tuple(traffic, fc.constantFrom(...blocks), fc.boolean()), { maxLength: 6 })
  .map((rows) =>
    rows.map(([what, block, allows], index) => ({ number: 100 + index, allows, block, ...what })),
  );
const packet: fc.Arbitrary<PacketPoint> = fc
  .tuple(fc.constantFrom(...addresses), fc.constantFrom(6, 17, 1, 50), fc.constantFrom(0, 3, 8, 22, 85, 443))
  .chain(([address, protocol, port]) =>
    fc.constantFrom(0, 4, 40000).map((sourcePort) => ({ address: ip(address), protocol, port, sourcePort })),
  );

const says = (
  rule: { readonly protocol: number; readonly from: number; readonly to: number },
  one: PacketPoint,
): boolean => {
  if (rule.protocol === ANY) return true;
  if (rule.protocol !== one.protocol) return false;
  if (rule.protocol === 1)
    return (rule.from === ANY || rule.from === one.port) && (rule.to === ANY || rule.to === one.sourcePort);
  return rule.protocol === 50 || (one.port >= rule.from && one.port <= rule.to);
};
const isPeer = (rule: GroupRulePart, address: number): boolean | 'unknown' => {
  const { peer } = rule;
  const inside = (list: readonly Cidr[]): boolean =>
    list.some(({ first, last }) => address >= first && address <= last);
  switch (peer.type) {
    case 'block':
      return inside([peer.block]);
    case 'group':
      return peer.id === 'sg-a' ? MEMBERS.includes(address) : 'unknown';
    case 'prefix-list':
      return peer.id === 'pl-a' ? inside([cidr('192.0.2.0/25'), cidr('10.0.1.8/31')]) : 'unknown';
  }
};

describe('sets of rules', () => {
  it('a group lets through what one of its rules matches; an unknown peer makes the rest unknown', () => {
    const store = new Diagrams();
    fc.assert(
      fc.property(fc.array(groupRule, { maxLength: 5 }), packet, (rules, one) => {
        const set = groupRules(store, rules, peers, 4);
        const matching = rules.filter((rule) => says(rule, one));
        const allowed = matching.some((rule) => isPeer(rule, Number(one.address)) === true);
        const unknown = !allowed && matching.some((rule) => isPeer(rule, Number(one.address)) === 'unknown');
        expect([contains(set.allowed, one), contains(set.unknown, one)]).toEqual([allowed, unknown]);
      }),
      RUNS,
    );
  });

  it('what a rule of a group adds is what would be lost without it', () => {
    const store = new Diagrams();
    fc.assert(
      fc.property(fc.array(groupRule, { maxLength: 5 }), (rules) => {
        const set = groupRules(store, rules, peers, 4);
        rules.forEach((_, index) => {
          const others = groupRules(
            store,
            rules.filter((__, at) => at !== index),
            peers,
            4,
          );
          expect(set.rules[index]?.adds).toBe(store.subtract(set.allowed, others.allowed));
        });
      }),
      RUNS,
    );
  });

  it('the first entry of an ACL that matches decides, and the final * denies the rest', () => {
    const store = new Diagrams();
    fc.assert(
      fc.property(aclEntries, packet, (entries, one) => {
        const set = aclRules(store, entries, 4);
        const address = Number(one.address);
        const first = entries.findIndex(
          (entry) => says(entry, one) && address >= entry.block.first && address <= entry.block.last,
        );
        expect(contains(set.allowed, one)).toBe(entries[first]?.allows ?? false);
        expect(contains(set.rest, one)).toBe(first < 0);
        expect(set.entries.findIndex(({ adds }) => contains(adds, one))).toBe(first);
      }),
      RUNS,
    );
  });

  it('S7 two groups: a range that one of them opens for a part of the addresses is left to the other', () => {
    const store = new Diagrams();
    const rule = (from: number, to: number, block: string): GroupRulePart => ({
      index: 0,
      protocol: 6,
      from,
      to,
      peer: { type: 'block', block: cidr(block) },
    });
    const set = groupRules(store, [rule(80, 80, '10.0.0.0/24'), rule(80, 90, '10.0.0.128/25')], peers, 4);
    expect(boxesOf(set.allowed)).toEqual([
      {
        addresses: [[ip('10.0.0.0'), ip('10.0.0.127')]],
        protocols: [[6, 6]],
        ports: [[80, 80]],
        sourcePorts: null,
      },
      {
        addresses: [[ip('10.0.0.128'), ip('10.0.0.255')]],
        protocols: [[6, 6]],
        ports: [[80, 90]],
        sourcePorts: null,
      },
    ]);
    expect(set.rules.map(({ adds }) => adds === EMPTY)).toEqual([false, false]);
  });

  it('S8 an entry that denies what an earlier one allows denies the others only', () => {
    const store = new Diagrams();
    const entry = (
      number: number,
      allows: boolean,
      protocol: number,
      to: number,
      block: string,
    ): AclEntryPart => ({
      number,
      allows,
      protocol,
      from: protocol === ANY || to === 65535 ? 0 : to,
      to,
      block: cidr(block),
    });
    const entries = [
      entry(100, true, 6, 80, '0.0.0.0/0'),
      entry(200, false, 6, 65535, '10.0.0.0/8'),
      entry(300, true, ANY, 65535, '0.0.0.0/0'),
    ];
    const { allowed } = aclRules(store, entries, 4);
    expect(boxesOf(store.at(allowed, 0, ip('10.1.2.3')))).toEqual([
      {
        addresses: null,
        protocols: [
          [0, 5],
          [7, 255],
        ],
        ports: null,
        sourcePorts: null,
      },
      { addresses: null, protocols: [[6, 6]], ports: [[80, 80]], sourcePorts: null },
    ]);
  });
});
