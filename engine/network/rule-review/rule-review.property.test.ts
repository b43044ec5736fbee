import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress, parseCidr, type Address, type Cidr } from '../../model/ip/address';
import { ANY, type AclEntryPart, type GroupRulePart } from '../parts';
import { Diagrams } from '../symbolic/diagram';
import type { Peers } from '../symbolic/ruleset';
import { reviewAclEntries } from './acl-review';
import { reviewGroupRules } from './group-review';

const RUNS = { seed: 20251125, numRuns: Number(process.env['FUZZ_RUNS'] ?? 400) };

const cidr = (text: string): Cidr => parseCidr(text) ?? expect.fail(text);
const ip = (text: string): Address => parseAddress(text) ?? expect.fail(text);

// Few blocks, protocols and ports, so that rules often cover each other; one packet for every way in which they differ.
const BLOCKS = [
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '10.0.0.0/24',
  '10.0.0.0/25',
  '10.0.0.128/25',
  '10.0.0.4/32',
  '::/0',
  '2001:db8::/64',
  '2001:db8::4/128',
].map(cidr);
const ADDRESSES = [
  '9.9.9.9',
  '200.1.1.1',
  '10.0.0.4',
  '10.0.0.9',
  '10.0.0.77',
  '10.0.0.200',
  '2001:db8::4',
  '2001:db8::9',
  '2a00::1',
].map(ip);
const TRAFFIC = [
  { protocol: ANY, from: 0, to: 65535 },
  { protocol: 6, from: 0, to: 65535 },
  { protocol: 6, from: 22, to: 22 },
  { protocol: 6, from: 0, to: 99 },
  { protocol: 6, from: 100, to: 65535 },
  { protocol: 17, from: 53, to: 53 },
  { protocol: 1, from: ANY, to: ANY },
  { protocol: 1, from: 8, to: ANY },
  { protocol: 1, from: 8, to: 0 },
  { protocol: 58, from: 128, to: ANY },
  { protocol: 50, from: 0, to: 65535 },
];
const HEADERS = [
  ...[0, 22, 53, 99, 100, 65535].flatMap((port) => [6, 17].map((protocol) => ({ protocol, port, code: 0 }))),
  ...[0, 8, 128].flatMap((port) =>
    [1, 58].flatMap((protocol) => [0, 1].map((code) => ({ protocol, port, code }))),
  ),
  { protocol: 50, port: 0, code: 0 },
  { protocol: 99, port: 0, code: 0 },
];
const MEMBERS: Readonly<Record<string, readonly Address[]>> = {
  'sg-one': ['10.0.0.4', '2001:db8::4'].map(ip),
  'sg-two': ['10.0.0.4', '10.0.0.9', '2001:db8::4'].map(ip),
  'sg-empty': [],
};
const LISTS: Readonly<Record<string, readonly Cidr[]>> = {
  'pl-halves': ['10.0.0.0/25', '10.0.0.128/25'].map(cidr),
};
const peers: Peers = {
  membersOf: (id) => MEMBERS[id] ?? null,
  blocksOf: (id) => LISTS[id] ?? null,
};

interface Point {
  readonly address: Address;
  readonly protocol: number;
  readonly port: number;
  readonly code: number;
  /** Does it come straight from the interface that has the address? */
  readonly direct: boolean;
}
const POINTS: readonly Point[] = ADDRESSES.flatMap((address) =>
  HEADERS.flatMap((header) => [true, false].map((direct) => ({ address, ...header, direct }))),
);

const isIn = ({ first, last }: Cidr, address: Address): boolean =>
  typeof first === typeof address && address >= first && address <= last;

function carries(
  rule: { readonly protocol: number; readonly from: number; readonly to: number },
  one: Point,
): boolean {
  if (rule.protocol === ANY) return true;
  if (rule.protocol !== one.protocol) return false;
  if (rule.protocol === 6 || rule.protocol === 17) return one.port >= rule.from && one.port <= rule.to;
  if (rule.protocol === 1 || rule.protocol === 58)
    return (rule.from === ANY || rule.from === one.port) && (rule.to === ANY || rule.to === one.code);
  return true;
}

function allows(rules: readonly GroupRulePart[], side: 'inbound' | 'outbound', one: Point): boolean {
  return rules.some((rule) => {
    if (!carries(rule, one)) return false;
    const { peer } = rule;
    switch (peer.type) {
      case 'block':
        return isIn(peer.block, one.address);
      case 'group':
        return (side === 'outbound' || one.direct) && (MEMBERS[peer.id] ?? []).includes(one.address);
      case 'prefix-list':
        return (LISTS[peer.id] ?? []).some((block) => isIn(block, one.address));
    }
  });
}

const passes = (entries: readonly AclEntryPart[], one: Point): boolean =>
  entries.find((entry) => carries(entry, one) && isIn(entry.block, one.address))?.allows ?? false;

const groupRules: fc.Arbitrary<GroupRulePart[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...TRAFFIC),
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom(...BLOCKS).map((block) => ({ type: 'block' as const, block })),
        },
        {
          weight: 3,
          arbitrary: fc
            .constantFrom('sg-one', 'sg-two', 'sg-empty', 'sg-gone')
            .map((id) => ({ type: 'group' as const, id })),
        },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom('pl-halves', 'pl-gone')
            .map((id) => ({ type: 'prefix-list' as const, id, blocks: LISTS[id] ?? null })),
        },
      ),
    ),
    { maxLength: 6 },
  )
  .map((rows) => rows.map(([traffic, peer], index) => ({ index, ...traffic, peer })));

const aclEntries: fc.Arbitrary<AclEntryPart[]> = fc
  .array(fc.tuple(fc.constantFrom(...TRAFFIC), fc.constantFrom(...BLOCKS), fc.boolean()), { maxLength: 7 })
  .map((rows) =>
    rows.map(([traffic, block, isAllow], index) => ({
      number: (index + 1) * 10,
      allows: isAllow,
      block,
      ...traffic,
    })),
  );

const without = <T>(list: readonly T[], place: number): T[] => list.toSpliced(place, 1);

describe('rules of a group beside each other', () => {
  const sides = fc.constantFrom('inbound' as const, 'outbound' as const);

  it('are marked as needed exactly where something passes by that rule alone', () => {
    fc.assert(
      fc.property(groupRules, sides, (rules, side) => {
        const marks = reviewGroupRules(new Diagrams(), rules, side, peers);
        rules.forEach((_, place) => {
          const rest = without(rules, place);
          const matters = POINTS.some((one) => allows(rules, side, one) !== allows(rest, side, one));
          expect(marks[place]?.type === 'needed', `rule ${place}`).toBe(matters);
        });
      }),
      RUNS,
    );
  });

  it('shadow a rule only together, and none of those that are named can be left out', () => {
    fc.assert(
      fc.property(groupRules, sides, (rules, side) => {
        reviewGroupRules(new Diagrams(), rules, side, peers).forEach((mark, place) => {
          if (mark.type !== 'shadowed') return;
          const own = rules.slice(place, place + 1);
          const named = mark.by.flatMap((other) => rules[other] ?? []);
          const missed = (by: readonly GroupRulePart[]) =>
            POINTS.some((one) => allows(own, side, one) && !allows(by, side, one));
          expect(missed(named)).toBe(false);
          if (own.every(({ peer }) => peer.type === 'block'))
            for (const other of named.keys()) expect(missed(without(named, other))).toBe(true);
        });
      }),
      RUNS,
    );
  });
});

describe('entries of an ACL after each other', () => {
  it('are marked as needed exactly where taking one away changes what passes', () => {
    fc.assert(
      fc.property(aclEntries, (entries) => {
        const marks = reviewAclEntries(new Diagrams(), entries);
        entries.forEach((_, place) => {
          const rest = without(entries, place);
          const matters = POINTS.some((one) => passes(entries, one) !== passes(rest, one));
          expect(marks[place]?.type === 'needed', `entry ${place}`).toBe(matters);
        });
      }),
      RUNS,
    );
  });

  it('are shadowed exactly where no packet ever reaches them, and by those that took these packets', () => {
    fc.assert(
      fc.property(aclEntries, (entries) => {
        reviewAclEntries(new Diagrams(), entries).forEach((mark, place) => {
          const entry = entries[place];
          const own = POINTS.filter((one) => entry && carries(entry, one) && isIn(entry.block, one.address));
          const takers = new Set(
            own.map((one) =>
              entries.findIndex((other) => carries(other, one) && isIn(other.block, one.address)),
            ),
          );
          expect(mark.type === 'shadowed').toBe(!takers.has(place));
          if (mark.type === 'shadowed') expect([...mark.by].sort()).toEqual([...takers].sort());
        });
      }),
      RUNS,
    );
  });

  it('name the later entries that would allow what they deny', () => {
    fc.assert(
      fc.property(aclEntries, (entries) => {
        reviewAclEntries(new Diagrams(), entries).forEach((mark, place) => {
          if (mark.type !== 'needed' || entries[place]?.allows) return;
          const decides = (list: readonly AclEntryPart[], one: Point): number =>
            list.findIndex((entry) => carries(entry, one) && isIn(entry.block, one.address));
          const would = new Set(
            POINTS.flatMap((one) => {
              if (decides(entries, one) !== place) return [];
              const next = decides(entries.slice(place + 1), one) + place + 1;
              return entries[next]?.allows && next > place ? [next] : [];
            }),
          );
          expect(new Set(mark.before)).toEqual(would);
        });
      }),
      RUNS,
    );
  });
});
