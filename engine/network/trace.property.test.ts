import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { Resource, Scenario, ScenarioPath } from '../catalog/descriptors';
import { applyChanges } from '../model/change';
import type { PathQuery } from '../model/path';
import {
  acl,
  allowAll,
  group,
  including,
  machine,
  nic,
  openRule,
  routing,
  setting,
  topology,
  viaNat,
  without,
  type Difference,
} from '../testing/base-topology';

const RUNS = { seed: 20240611, numRuns: 300 };

function ask(document: Scenario, query: PathQuery): ScenarioPath {
  const answer = trace(compileNetwork({ document, at: 'design', live: {} }), query);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const blocks = [
  '0.0.0.0/0',
  '10.0.0.0/16',
  '10.0.0.0/24',
  '10.0.1.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
];
const port = fc.constantFrom(22, 80, 443, 3306, 40000);

const groupRule = fc.oneof(
  fc.record({
    ipProtocol: fc.constantFrom('tcp', 'udp', '-1'),
    fromPort: port,
    toPort: fc.constant(65535),
    cidrIp: fc.constantFrom(...blocks),
  }),
  fc.record({ ipProtocol: fc.constant('-1'), peerGroupId: fc.constantFrom('sg-1', 'sg-2') }),
);
const rules = fc.array(groupRule, { maxLength: 3 });

const aclRows = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 1, max: 12 }).map((number) => number * 10),
    fc.constantFrom('allow' as const, 'deny' as const),
    fc.constantFrom('tcp', '-1', 'udp'),
    fc.constantFrom(...blocks),
    fc
      .tuple(port, fc.constantFrom(443, 45000, 65535))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  ),
  { selector: ([number]) => number, maxLength: 4 },
);
const aclSide = fc.oneof(fc.constant(allowAll), aclRows);

const routes = fc.array(
  fc.constantFrom(
    { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-v' },
    { destinationCidrBlock: '198.51.100.0/24', networkInterfaceId: 'eni-gone' },
    { destinationCidrBlock: '198.51.100.0/25', networkInterfaceId: 'eni-k' },
  ),
  { maxLength: 2 },
);

/** The base network with other rules, entries and routes here and there. */
const network: fc.Arbitrary<Scenario> = fc
  .record({
    inbound: rules,
    outbound: fc.oneof(fc.constant([openRule]), rules),
    others: fc.oneof(fc.constant([openRule]), rules),
    pubIn: aclSide,
    pubOut: aclSide,
    privIn: aclSide,
    privOut: aclSide,
    nat: fc.boolean(),
    publicRoutes: fc.oneof(fc.constant(null), routes),
    checks: fc.boolean(),
    attached: fc.integer({ min: 0, max: 5 }),
    elastic: fc.boolean(),
    secondInterface: fc.boolean(),
  })
  .map((shape) => {
    const differences: Difference[] = [
      including(
        group('sg-1', shape.inbound, shape.outbound),
        group('sg-2', shape.others, [openRule]),
        acl('acl-1', shape.pubIn, shape.pubOut),
        acl('acl-2', shape.privIn, shape.privOut),
      ),
      setting('eni-i', { groupSet: ['sg-1'] }),
      setting('eni-j', { groupSet: ['sg-2', 'sg-1'] }),
      setting('eni-k', { sourceDestCheck: shape.checks }),
      setting('pub', { networkAclId: 'acl-1' }),
      setting('priv', { networkAclId: 'acl-2' }),
    ];
    if (shape.nat) differences.push(viaNat);
    if (shape.publicRoutes) {
      const unique = new Map(shape.publicRoutes.map((route) => [route.destinationCidrBlock, route]));
      differences.push(setting('rtb-pub', { routes: [...unique.values()] }));
    }
    if (shape.attached === 0) differences.push(setting('igw-v', { vpcId: null }));
    if (shape.attached === 1) differences.push(without('igw-v'));
    if (shape.elastic)
      differences.push(
        including({
          id: 'eip-j',
          kind: 'elastic-ip',
          region: 'region-1',
          publicIp: '203.0.113.18',
          networkInterfaceId: 'eni-j',
        }),
      );
    if (shape.secondInterface)
      differences.push(
        including(...machine('d', 'pub', '10.0.0.20'), nic('eni-d1', 'pub', '10.0.0.21', 'd', 1), {
          id: 'eip-d',
          kind: 'elastic-ip',
          region: 'region-1',
          publicIp: '203.0.113.21',
          networkInterfaceId: 'eni-d1',
        }),
        routing('rtb-priv', { destinationCidrBlock: '10.0.0.0/24', networkInterfaceId: 'eni-d' }),
      );
    return topology(...differences);
  });

const ends = [
  'i',
  'j',
  'k',
  'internet',
  'internet-x',
  'internet:198.51.100.200',
  '203.0.113.21',
  '10.0.0.10',
];
const query: fc.Arbitrary<PathQuery> = fc
  .record({
    from: fc.constantFrom(...ends.slice(0, 6)),
    to: fc.constantFrom(...ends),
    protocol: fc.constantFrom('tcp', 'tcp', 'udp', 'icmp', '50'),
    port: fc.option(port, { nil: undefined, freq: 6 }),
  })
  .filter(({ from, to }) => from !== to && !(from.startsWith('internet') && to.startsWith('internet')))
  .map(({ from, to, protocol, port: wanted }) => ({
    from,
    to,
    protocol,
    ...(wanted !== undefined && (protocol === 'tcp' || protocol === 'udp') ? { port: wanted } : {}),
  }));

const RANK = { unreachable: 0, unknown: 0, partial: 1, reachable: 2 } as const;
/** What stands in the way, whichever packet of its class was tried. */
const keyOf = ({ code, resource, direction, message }: ScenarioPath['blockers'][number]): string =>
  `${code} ${resource} ${direction} ${message.replace(/\d+(-\d+)?/g, '#')}`;

describe('properties of a trace', () => {
  it('a new allow rule never takes reachability away', () => {
    fc.assert(
      fc.property(network, query, groupRule, fc.boolean(), (document, asked, rule, inbound) => {
        const key = inbound ? 'securityGroupIngress' : 'securityGroupEgress';
        const before = document.resources['sg-1'];
        if (before?.kind !== 'security-group') throw new Error('no group');
        const after = setting('sg-1', { [key]: [...before[key], rule] })(document);
        expect(RANK[ask(after, asked).verdict]).toBeGreaterThanOrEqual(RANK[ask(document, asked).verdict]);
      }),
      RUNS,
    );
  });

  it('the order of things in the document changes nothing', () => {
    fc.assert(
      fc.property(network, query, (document, asked) => {
        const reversed = Object.fromEntries(Object.entries(document.resources).reverse());
        expect(ask({ ...document, resources: reversed }, asked)).toEqual(ask(document, asked));
      }),
      RUNS,
    );
  });

  it('other ids give the same answer in other words', () => {
    const rename = (id: string): string => `${id}-renamed`;
    fc.assert(
      fc.property(network, query, (document, asked) => {
        const ids = new Set(Object.keys(document.resources));
        const end = (text: string): string => (ids.has(text) ? rename(text) : text);
        const other = ask(renamed(document, rename), { ...asked, from: end(asked.from), to: end(asked.to) });
        const one = ask(document, asked);
        expect([other.verdict, other.code, other.direction, other.blockers.map(({ code }) => code)]).toEqual([
          one.verdict,
          one.code,
          one.direction,
          one.blockers.map(({ code }) => code),
        ]);
      }),
      RUNS,
    );
  });

  it('an offered fix takes its blocker away, and so does the alternative', () => {
    let tried = 0;
    fc.assert(
      fc.property(network, query, (document, asked) => {
        for (const blocker of ask(document, asked).blockers)
          for (const fix of [blocker.fix, blocker.alternativeFix]) {
            if (!fix) continue;
            tried += 1;
            const applied = applyChanges(document, fix.changes);
            if (!applied.ok) throw new Error(applied.error.message);
            const after = ask(applied.value.document, asked);
            const left = after.blockers.filter((other) => keyOf(other) === keyOf(blocker));
            expect({ fix: fix.label, left }).toEqual({ fix: fix.label, left: [] });
          }
      }),
      RUNS,
    );
    expect(tried).toBeGreaterThan(200);
  });

  it('a blocker is never listed beside a path that works', () => {
    fc.assert(
      fc.property(network, query, (document, asked) => {
        const { verdict, blockers, code, direction } = ask(document, asked);
        if (verdict === 'reachable') expect(blockers).toEqual([]);
        if (verdict === 'unreachable') {
          expect(blockers.length).toBeGreaterThan(0);
          expect([code, direction]).toEqual([blockers[0]?.code, blockers[0]?.direction]);
        }
      }),
      RUNS,
    );
  });
});

/** Every id in the document, wherever it stands, gets its new name. */
function renamed(document: Scenario, rename: (id: string) => string): Scenario {
  const ids = new Set(Object.keys(document.resources));
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.has(value) ? rename(value) : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === 'kind' ? part : walk(part)]),
    );
  };
  const entries = Object.values(document.resources).map((resource) => {
    const next = walk(resource) as Resource;
    return [next.id, next] as const;
  });
  return {
    ...document,
    resources: Object.fromEntries(entries),
    observed: Object.fromEntries(Object.entries(document.observed).map(([id, seen]) => [rename(id), seen])),
  };
}
