import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { Scenario, ScenarioPath } from '../catalog/descriptors';
import type { LiveState } from '../model/live';
import type { Hop, PathQuery } from '../model/path';
import {
  acl,
  allowAll,
  group,
  grouping,
  including,
  openRule,
  setting,
  topology,
  viaNat,
  without,
} from '../testing/base-topology';

function ask(document: Scenario, query: PathQuery, live?: LiveState): ScenarioPath {
  const network = compileNetwork({ document, at: live ? 5000 : 'design', live: live ?? {} });
  const answer = trace(network, query);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const outline = (hops: readonly Hop[]): string[] =>
  hops.map(
    ({ kind, resource, verdict }) => `${kind} ${resource}${verdict === 'pass' ? '' : ` (${verdict})`}`,
  );

const onlyPort80 = grouping(
  'eni-i',
  group('sg-web', [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIp: '0.0.0.0/0' }], [openRule]),
);

describe('the hops of a path', () => {
  it('are named in the order the packet meets them, there and back', () => {
    const path = ask(topology(viaNat), { from: 'j', to: 'internet-x', port: 443 });
    expect(outline(path.forward.hops)).toEqual([
      'instance j',
      'interface eni-j',
      'security-group sg-open',
      'network-acl acl-v',
      'route-table rtb-priv',
      'network-acl acl-v',
      'nat-gateway nat-n',
      'network-acl acl-v',
      'route-table rtb-pub',
      'internet-gateway igw-v',
      'internet internet-x',
    ]);
    expect(outline(path.return.hops)).toEqual([
      'internet internet-x',
      'internet-gateway igw-v',
      'network-acl acl-v',
      'nat-gateway nat-n',
      'network-acl acl-v',
      'route-table rtb-pub',
      'network-acl acl-v',
      'security-group sg-open',
      'interface eni-j',
      'instance j',
    ]);
  });

  it('say what was translated, and by which rule they decided', () => {
    const path = ask(topology(), { from: 'internet-x', to: 'i', port: 443 });
    const gateway = path.forward.hops.find(({ kind }) => kind === 'internet-gateway');
    expect(gateway?.packetIn.destination).toBe('203.0.113.10');
    expect(gateway?.packetOut?.destination).toBe('10.0.0.10');
    expect(path.forward.hops.map(({ decidedBy }) => decidedBy).filter((rule) => rule)).toEqual([
      { resource: 'acl-v', rule: '100', side: 'inbound', text: 'allow all traffic from 0.0.0.0/0' },
      { resource: 'sg-open', rule: 'inbound[0]', text: 'allow all traffic from 0.0.0.0/0' },
    ]);
  });

  it('after a stop are still there, as not reached', () => {
    const path = ask(topology(onlyPort80), { from: 'internet-x', to: 'i', port: 443 });
    expect(outline(path.forward.hops)).toEqual([
      'internet internet-x',
      'internet-gateway igw-v',
      'network-acl acl-v',
      'security-group sg-web (stop)',
      'interface eni-i (not-reached)',
      'instance i (not-reached)',
    ]);
    expect(path.return.hops.every(({ verdict }) => verdict === 'not-reached')).toBe(true);
  });
});

describe('the blockers of a path', () => {
  it('are all listed, the first one first, each with the edit that opens it', () => {
    const document = topology(
      onlyPort80,
      including(acl('acl-c', [], [])),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    const { blockers } = ask(document, { from: 'internet:203.0.113.99', to: 'i', port: 443 });
    expect(blockers.map(({ message, fix }) => [message, fix?.label])).toEqual([
      [
        'acl-c does not let tcp 443 from 203.0.113.99 into pub: no rule allows it, so the final * denies.',
        'Add rule 100 to acl-c: allow tcp 443 from 203.0.113.99/32',
      ],
      [
        'sg-web has no inbound rule for tcp 443 from 203.0.113.99.',
        'Allow tcp 443 from 203.0.113.99/32 in sg-web',
      ],
      [
        'acl-c does not let the answer (tcp 1024-65535 to 203.0.113.99) out of pub: no rule allows it, so the final * denies.',
        'Add rule 100 to acl-c: allow tcp 1024-65535 to 203.0.113.99/32',
      ],
    ]);
  });

  it.each([
    ['internet', 'Allow tcp 443 from 0.0.0.0/0 in sg-web', undefined],
    ['internet-x', 'Allow tcp 443 from 0.0.0.0/0 in sg-web', 'Allow tcp 443 from 198.51.100.7/32 in sg-web'],
    [
      'internet:192.0.2.9',
      'Allow tcp 443 from 192.0.2.9/32 in sg-web',
      'Allow tcp 443 from 0.0.0.0/0 in sg-web',
    ],
    ['j', 'Allow tcp 443 from sg-open in sg-web', 'Allow tcp 443 from 10.0.1.10/32 in sg-web'],
  ])('are opened as wide as who asks: from %s', (from, fix, alternative) => {
    const [blocker] = ask(topology(onlyPort80), { from, to: 'i', port: 443 }).blockers;
    expect([blocker?.fix?.label, blocker?.alternativeFix?.label]).toEqual([fix, alternative]);
  });

  it('offer the gateway that is missing, the address that is missing, the route that is missing', () => {
    const fixOf = (document: Scenario, from: string, to: string): string | undefined =>
      ask(document, { from, to, port: 443 }).blockers[0]?.fix?.label;
    expect(fixOf(topology(without('igw-v')), 'internet-x', 'i')).toBe('Add an internet gateway to vpc-v');
    expect(fixOf(topology(), 'k', 'internet-x')).toBe('Give k an Elastic IP');
    expect(fixOf(topology(setting('rtb-pub', { routes: [] })), 'i', 'internet-x')).toBe(
      'Route 0.0.0.0/0 to igw-v in rtb-pub',
    );
    expect(fixOf(topology(viaNat, setting('rtb-priv', { routes: [] })), 'j', 'internet-x')).toBe(
      'Route 0.0.0.0/0 to nat-n in rtb-priv',
    );
  });
});

describe('a moment of a run', () => {
  it('decides by the state and the public address of that moment', () => {
    const running = { state: 'running' as const };
    const asked = { from: 'internet-x', to: 'i', port: 443 };
    const moved = ask(topology(), asked, { i: { ...running, publicIp: '54.200.1.2' } });
    expect([moved.verdict, moved.askedOf, moved.forward.hops[0]?.packetIn.destination]).toEqual([
      'reachable',
      5000,
      '54.200.1.2',
    ]);
    const stopped = ask(topology(), asked, { i: { state: 'stopped', publicIp: null } });
    expect([stopped.verdict, stopped.code, stopped.blockers[0]?.message]).toEqual([
      'unreachable',
      'BAD_STATE',
      "i is stopped, so it can't receive anything.",
    ]);
  });

  it('keeps an Elastic IP through a stop and start', () => {
    const document = topology(
      including({
        id: 'eip-k',
        kind: 'elastic-ip',
        region: 'region-1',
        publicIp: '203.0.113.77',
        networkInterfaceId: 'eni-k',
      }),
      including(acl('acl-v2', allowAll, allowAll)),
    );
    const answer = ask(document, { from: 'internet-x', to: 'k', port: 443 }, { k: { state: 'running' } });
    expect(answer.verdict).toBe('reachable');
  });
});
