/** What must not matter to a path does not, and one more allow rule never takes one away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resource, ResourceOf, Scenario } from '../catalog/descriptors';
import { compileNetwork, trace } from '../catalog/network-roles';
import { arbitraryEnds, arbitraryNetwork } from '../testing/arbitrary-network';

const RUNS = { seed: 20251126, numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) };

const query = fc
  .record({
    ends: arbitraryEnds(4),
    protocol: fc.constantFrom('tcp', 'udp'),
    port: fc.constantFrom(22, 80, 443, 3306),
  })
  .map(({ ends: [from, to], protocol, port }) => ({ from, to, protocol, port }));

function pathOf(document: Scenario, asked: Parameters<typeof trace>[1]) {
  const path = trace(compileNetwork({ document, at: 'design', live: {} }), asked);
  return path.ok ? path.value : null;
}

const mapped = (document: Scenario, change: (resource: Resource) => Resource): Scenario => ({
  ...document,
  resources: Object.fromEntries(
    Object.entries(document.resources).map(([id, resource]) => [id, change(resource)]),
  ),
});

const CHANGES: Readonly<Record<string, (document: Scenario) => Scenario>> = {
  'renaming what has no name': (document) =>
    mapped(document, (resource) => ({ ...resource, name: resource.name ?? `the ${resource.id}` })),
  'renumbering entries in the same order': (document) =>
    mapped(document, (resource) =>
      resource.kind === 'network-acl'
        ? {
            ...resource,
            entries: resource.entries.map((entry) => ({ ...entry, ruleNumber: entry.ruleNumber * 3 + 7 })),
          }
        : resource,
    ),
  'the order of rules and of entries in the list': (document) =>
    mapped(document, (resource) => {
      if (resource.kind === 'network-acl') return { ...resource, entries: [...resource.entries].reverse() };
      if (resource.kind !== 'security-group') return resource;
      return {
        ...resource,
        securityGroupIngress: [...resource.securityGroupIngress].reverse(),
        securityGroupEgress: [...resource.securityGroupEgress].reverse(),
      };
    }),
  'the order of resources': (document) => ({
    ...document,
    resources: Object.fromEntries(Object.entries(document.resources).reverse()),
  }),
};

describe('a path in a random network', () => {
  it.each(Object.entries(CHANGES))('does not depend on %s', (_, change) => {
    fc.assert(
      fc.property(arbitraryNetwork, query, (document, asked) => {
        const [before, after] = [pathOf(document, asked), pathOf(change(document), asked)];
        expect(after?.verdict).toBe(before?.verdict);
        expect(after?.blockers.map(({ code, resource }) => `${code} ${resource}`)).toEqual(
          before?.blockers.map(({ code, resource }) => `${code} ${resource}`),
        );
      }),
      RUNS,
    );
  });

  it('is not taken away by one more allow rule of a group', () => {
    const rule = fc.record({
      ipProtocol: fc.constantFrom('-1', 'tcp', 'udp'),
      cidrIp: fc.constantFrom('0.0.0.0/0', '10.0.0.0/16', '198.51.100.0/24'),
    });
    fc.assert(
      fc.property(
        arbitraryNetwork,
        query,
        rule,
        fc.constantFrom('sg-1', 'sg-2', 'sg-open'),
        fc.boolean(),
        (document, asked, added, groupId, inbound) => {
          const before = pathOf(document, asked);
          fc.pre(before?.verdict === 'reachable');
          const opened = mapped(document, (resource) =>
            resource.id === groupId
              ? withRule(resource as ResourceOf<'security-group'>, added, inbound)
              : resource,
          );
          expect(pathOf(opened, asked)?.verdict).toBe('reachable');
        },
      ),
      RUNS,
    );
  });
});

function withRule(
  group: ResourceOf<'security-group'>,
  rule: ResourceOf<'security-group'>['securityGroupIngress'][number],
  inbound: boolean,
): Resource {
  return inbound
    ? { ...group, securityGroupIngress: [...group.securityGroupIngress, rule] }
    : { ...group, securityGroupEgress: [...group.securityGroupEgress, rule] };
}
