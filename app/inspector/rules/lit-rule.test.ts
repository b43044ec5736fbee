import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../../../engine/catalog/network-roles';
import type { Resource, ResourceOf, Scenario, ScenarioPath } from '../../../engine/catalog/descriptors';
import type { PathQuery } from '../../../engine/model/path';
import { networkOf, withResources } from '../../../engine/testing/network';
import { ladderOf } from '../../state/path-store';
import { litRules } from './lit-rule';

type Entry = ResourceOf<'network-acl'>['entries'][number];

const base = networkOf({ vpcs: 1, zones: 1, tiers: ['public', 'private'], instancesPerSubnet: 1 });
const enis = Object.values(base.resources).flatMap((one) => (one.kind === 'network-interface' ? [one] : []));
const [first, second] = enis;
const group = (id: string, ports: readonly number[]): Resource => ({
  id,
  kind: 'security-group',
  vpcId: 'vpc-1',
  groupName: id.slice(3),
  securityGroupIngress: ports.map((port) => ({
    ipProtocol: 'tcp',
    fromPort: port,
    toPort: port,
    cidrIp: '0.0.0.0/0',
  })),
  securityGroupEgress: [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
});
const acl = (entries: readonly Omit<Entry, 'cidrBlock'>[]): Resource => ({
  id: 'acl-1',
  kind: 'network-acl',
  vpcId: 'vpc-1',
  isDefault: true,
  entries: entries.map((entry) => ({ ...entry, cidrBlock: '0.0.0.0/0' })),
});
const both = (ruleNumber: number, protocol: string, ruleAction: Entry['ruleAction'] = 'allow') =>
  [false, true].map((egress) => ({ ruleNumber, egress, protocol, ruleAction }));

const drawing = (
  resources: readonly Resource[],
  groups: readonly string[] = ['sg-one', 'sg-two'],
): Scenario =>
  withResources(base, [
    group('sg-one', [22]),
    group('sg-two', [80, 443]),
    acl(both(100, '-1')),
    ...enis.map((eni) => ({ ...eni, groupSet: groups })),
    ...resources,
  ]);

function ask(document: Scenario, query: Partial<PathQuery> = {}): ScenarioPath {
  const asked = { from: first?.id ?? '', to: second?.id ?? '', protocol: 'tcp', port: 443, ...query };
  const answer = trace(compileNetwork({ document, at: 'design', live: {} }), asked);
  return answer.ok ? answer.value : expect.fail(answer.error.message);
}
const litOf = (document: Scenario, id: string, query?: Partial<PathQuery>, step = -1) =>
  litRules(document, ask(document, query), step, id).map(
    ({ side, rule, verdict }) => `${side ?? ''} ${rule} ${verdict}`,
  );

describe('the rules that decided about a packet', () => {
  it('are those of the group that allowed it, and that its answer needs none', () => {
    expect(litOf(drawing([]), 'sg-two')).toEqual(['inbound inbound[1] pass']);
    expect(litOf(drawing([], ['sg-two']), 'sg-two')).toEqual([
      'outbound outbound[0] pass',
      'inbound inbound[1] pass',
      ' tracked pass',
      ' tracked pass',
    ]);
  });

  it('are none where no group has one: then the end of all of them is lit', () => {
    const refused = { port: 5432 };
    expect(litOf(drawing([]), 'sg-one', refused)).toContain('inbound inbound stop');
    expect(litOf(drawing([]), 'sg-two', refused)).toEqual(['inbound inbound stop']);
    expect(litOf(drawing([group('sg-other', [])]), 'sg-other', refused)).toEqual([]);
  });

  it('of an ACL are told apart by direction, there and back', () => {
    expect(litOf(drawing([]), 'acl-1')).toEqual([
      'outbound 100 pass',
      'inbound 100 pass',
      'outbound 100 pass',
      'inbound 100 pass',
    ]);
    expect(litOf(drawing([acl(both(100, 'udp'))]), 'acl-1')).toEqual([
      'outbound * stop',
      'inbound * stop',
      'outbound * stop',
      'inbound * stop',
    ]);
  });

  it('of an ACL that lets only a part of the answers through are both of them', () => {
    const document = drawing([
      acl(
        both(100, 'tcp').map((entry) =>
          entry.egress ? { ...entry, portRange: { from: 0, to: 40000 } } : entry,
        ),
      ),
    ]);
    expect(litOf(document, 'acl-1')).toEqual(
      expect.arrayContaining(['outbound 100 pass', 'outbound * stop']),
    );
  });

  it('begin with the one where the packet stands', () => {
    const document = drawing([]);
    const step = ladderOf(ask(document)).findIndex(
      ({ hop }) => hop.kind === 'network-acl' && hop.decidedBy?.side === 'inbound',
    );
    expect(litOf(document, 'acl-1', {}, step)[0]).toBe('inbound 100 pass');
  });
});
