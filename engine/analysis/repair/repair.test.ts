import { describe, expect, it } from 'vitest';
import type { PathQuery } from '../../model/path';
import { applyChanges } from '../../model/change';
import {
  X,
  acl,
  allowAll,
  group,
  grouping,
  including,
  machine,
  nic,
  routing,
  setting,
  topology,
  viaNat,
  without,
  type Difference,
} from '../../testing/base-topology';
import type { Scenario } from '../../catalog/descriptors';
import { compileNetwork, trace } from '../../catalog/network-roles';
import { repair } from './repair';

const view = (document: Scenario) => ({ document, at: 'design' as const, live: {} });

const OUT: PathQuery = { from: 'j', to: X, port: 443 };

function labelsOf(query: PathQuery, ...differences: readonly Difference[]): readonly string[] {
  const document = topology(...differences);
  const found = repair(view(document), query);
  if (!found.ok) throw new Error(found.error.message);
  if ('none' in found.value) return [found.value.none];
  const applied = applyChanges(document, found.value.changeSet.changes);
  if (!applied.ok) throw new Error(applied.error.message);
  const path = trace(compileNetwork(view(applied.value.document)), query);
  expect(path.ok && path.value.verdict).toBe('reachable');
  const undone = applyChanges(applied.value.document, applied.value.inverse);
  expect(undone.ok && undone.value.document).toEqual(document);
  return [`${found.value.minimal}`, ...found.value.edits.map(({ label }) => label)];
}

const peering = (status?: 'pending-acceptance') =>
  including({
    id: 'pcx-1',
    kind: 'vpc-peering-connection',
    vpcId: 'vpc-v',
    peerVpcId: 'vpc-w',
    ...(status ? { status } : {}),
  });

const SIX: Difference = (document) =>
  [
    setting('vpc-v', { ipv6CidrBlock: '2600:1f18::/56' }),
    setting('priv', { ipv6CidrBlock: '2600:1f18:0:1::/64' }),
    setting('eni-j', { ipv6Addresses: ['2600:1f18:0:1::10'] }),
    setting('acl-v', {
      entries: [false, true].flatMap((egress) => [
        { ruleNumber: 100, egress, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' },
        { ruleNumber: 101, egress, protocol: '-1', ruleAction: 'allow', ipv6CidrBlock: '::/0' },
      ]),
    }),
    grouping(
      'eni-j',
      group('sg-six', [{ ipProtocol: '-1', cidrIpv6: '::/0' }], [{ ipProtocol: '-1', cidrIpv6: '::/0' }]),
    ),
  ].reduce((current, change) => change(current), document);

describe('repair', () => {
  it.each<[string, PathQuery, readonly Difference[], readonly string[]]>([
    [
      'a private machine without a way out gets a NAT gateway in a public subnet, and the route to it',
      OUT,
      [],
      ['smallest', 'Add a NAT gateway with an Elastic IP to pub and route 0.0.0.0/0 to it in rtb-priv'],
    ],
    [
      'a NAT gateway that is there is used',
      OUT,
      [viaNat, setting('rtb-priv', { routes: [] })],
      ['smallest', 'Route 0.0.0.0/0 to nat-n in rtb-priv'],
    ],
    [
      'a route to a NAT gateway that is gone leads to the one that is there',
      OUT,
      [
        viaNat,
        setting('rtb-priv', { routes: [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-old' }] }),
      ],
      ['smallest', 'Lead the route to 0.0.0.0/0 to nat-n in rtb-priv'],
    ],
    [
      'a NAT gateway in a private subnet gets a subnet that is public',
      OUT,
      [viaNat, setting('nat-n', { subnetId: 'priv-b', privateIpAddress: '10.0.11.50' })],
      ['smallest', 'Associate priv-b with rtb-pub'],
    ],
    [
      'a gateway that is detached is attached',
      { from: 'i', to: X, port: 443 },
      [setting('igw-v', { vpcId: null })],
      ['smallest', 'Attach igw-v to vpc-v'],
    ],
    [
      'a machine with a public address in a private subnet answers by the gateway, not by NAT',
      { from: `internet:${X}`, to: 'j', port: 443 },
      [
        viaNat,
        including({
          id: 'eip-j',
          kind: 'elastic-ip',
          region: 'region-1',
          publicIp: '203.0.113.60',
          networkInterfaceId: 'eni-j',
        }),
      ],
      ['smallest', 'Associate priv with rtb-pub'],
    ],
    [
      'two VPCs with a peering get routes on both sides',
      { from: 'j', to: 'm', port: 443 },
      [peering()],
      ['smallest', 'Route 10.1.0.0/16 to pcx-1 in rtb-priv', 'Route 10.0.0.0/16 to pcx-1 in rtb-w'],
    ],
    [
      'a peering that waits is accepted',
      { from: 'j', to: 'm', port: 443 },
      [
        peering('pending-acceptance'),
        routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-1' }),
        routing('rtb-w', { destinationCidrBlock: '10.0.0.0/16', vpcPeeringConnectionId: 'pcx-1' }),
      ],
      ['smallest', 'Accept pcx-1'],
    ],
    [
      'two VPCs that nothing joins are peered',
      { from: 'j', to: 'm', port: 443 },
      [],
      [
        'smallest',
        'Peer vpc-v with vpc-w',
        'Route 10.1.0.0/16 to pcx-1 in rtb-priv',
        'Route 10.0.0.0/16 to pcx-1 in rtb-w',
      ],
    ],
    [
      'IPv6 goes out by an egress-only gateway',
      { from: 'j', to: 'internet:2001:4860::1', port: 443 },
      [SIX],
      ['smallest', 'Add an egress-only internet gateway to vpc-v and route ::/0 to it in rtb-priv'],
    ],
    [
      'an answer over IPv6 goes by the gateway the request came in by',
      { from: 'internet:2001:4860::1', to: 'j', port: 443 },
      [
        SIX,
        including({ id: 'eigw-1', kind: 'egress-only-internet-gateway', vpcId: 'vpc-v' }),
        routing('rtb-priv', { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: 'eigw-1' }),
      ],
      ['smallest', 'Lead the route to ::/0 to igw-v in rtb-priv'],
    ],
    [
      'a router that checks and does not forward is told to do both',
      { from: 'k', to: 'j', port: 443 },
      [
        including(...machine('r', 'priv-b', '10.0.11.20')),
        setting('r', { packetForwarding: 'off' }),
        setting('rtb-pub', {
          routes: [
            { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-v' },
            { destinationCidrBlock: '10.0.1.0/24', networkInterfaceId: 'eni-r' },
          ],
        }),
      ],
      ['smallest', 'Switch off the source/destination check of eni-r', 'Switch on forwarding in r'],
    ],
    [
      'a service that does not listen is made to',
      { from: 'k', to: 'j', port: 5432 },
      [setting('j', { services: [{ protocol: 'tcp', port: 22 }] })],
      ['smallest', 'Let j listen on tcp 5432'],
    ],
    [
      'a group, both directions of an ACL and a listener: four edits of which none can be left out',
      { from: 'k', to: 'j', port: 5432 },
      [
        grouping('eni-j', group('sg-j', [], [])),
        including(acl('acl-j', [], [])),
        setting('priv', { networkAclId: 'acl-j' }),
        setting('j', { services: [] }),
      ],
      [
        'irreducible',
        'Add rule 100 to acl-j: allow tcp 5432 from 10.0.0.11/32',
        'Allow tcp 5432 from sg-open in sg-j',
        'Let j listen on tcp 5432',
        'Add rule 100 to acl-j: allow tcp 1024-65535 to 10.0.0.11/32',
      ],
    ],
    [
      'an entry that denies gets one before it, no new one behind it',
      { from: `internet:${X}`, to: 'i', port: 443 },
      [
        including(
          acl(
            'acl-i',
            [
              [50, 'deny', 'tcp', '198.51.100.0/24'],
              [100, 'allow', '-1', '0.0.0.0/0'],
            ],
            allowAll,
          ),
        ),
        setting('pub', { networkAclId: 'acl-i' }),
      ],
      ['smallest', `Add rule 40 to acl-i: allow tcp 443 from ${X}/32`],
    ],
  ])('%s', (_, query, differences, labels) => {
    expect(labelsOf(query, ...differences)).toEqual(labels);
  });

  it('prefers the rule for one client to the one for everybody, and says so', () => {
    const document = topology(grouping('eni-i', group('sg-i', [], [])));
    const found = repair(view(document), { from: 'internet-x', to: 'i', port: 443 });
    if (!found.ok || 'none' in found.value) throw new Error('no repair');
    const [edit] = found.value.edits;
    expect(edit).toMatchObject({ narrow: true, label: `Allow tcp 443 from ${X}/32 in sg-i` });
    expect(edit?.note).toContain('0.0.0.0/0 would open it to everybody');
    expect(edit?.lines).toEqual([
      { resource: 'sg-i', label: 'sg-i', before: null, after: `inbound: allow tcp 443 from ${X}/32` },
    ]);
    expect(found.value.summary).toBe(
      'One edit opens it; none would not do. The rule lets through what was asked for and nothing else.',
    );
  });

  it('opens to everybody where everybody was asked for', () => {
    expect(
      labelsOf({ from: 'internet', to: 'i', port: 443 }, grouping('eni-i', group('sg-i', [], []))),
    ).toEqual(['smallest', 'Allow tcp 443 from 0.0.0.0/0 in sg-i']);
  });

  it('says why a private address on the internet can’t be reached', () => {
    expect(labelsOf({ from: 'i', to: '172.16.0.1', port: 443 })[0]).toContain('private addresses');
  });

  it('says what is left when the edits lead in a circle', () => {
    const labels = labelsOf(
      { from: 'k', to: 'j', port: 443 },
      including(...machine('r', 'pub', '10.0.0.20')),
      routing('rtb-pub', { destinationCidrBlock: '10.0.1.0/24', networkInterfaceId: 'eni-r' }),
    );
    expect(labels[0]).toContain('goes round in a circle');
  });

  it('says that a path that works needs nothing', () => {
    expect(labelsOf({ from: 'k', to: 'j', port: 443 })).toEqual([
      'It works already: there is nothing to repair.',
    ]);
  });

  it('starts a stopped machine as an action, beside the edits', () => {
    const document = topology(grouping('eni-j', group('sg-j', [], [])));
    const live = { j: { state: 'stopped' } };
    const found = repair({ document, at: 60_000, live }, { from: 'k', to: 'j', port: 443 });
    if (!found.ok || 'none' in found.value) throw new Error('no repair');
    expect(found.value.actions).toEqual([{ type: 'start', target: 'j', label: 'Start j' }]);
    expect(found.value.edits.map(({ label }) => label)).toEqual(['Allow tcp 443 from sg-open in sg-j']);
    const open = repair({ document: topology(), at: 60_000, live }, { from: 'k', to: 'j', port: 443 });
    expect(open).toMatchObject({ ok: true, value: { actions: [{ target: 'j' }] } });
    expect(open.ok && 'none' in open.value && open.value.none).toContain('Start j');
  });

  it('has no edit for a machine that is gone', () => {
    const found = repair(
      { document: topology(), at: 60_000, live: { j: { state: 'terminated' } } },
      { from: 'k', to: 'j', port: 443 },
    );
    expect(found.ok && 'none' in found.value && found.value.none).toContain('terminated');
  });

  it('sends policy routing to a guest with two interfaces', () => {
    const labels = labelsOf(
      { from: `internet:${X}`, to: 'eni-second', port: 443 },
      including(nic('eni-second', 'pub-b', '10.0.10.99', 'i', 1), {
        id: 'eip-2',
        kind: 'elastic-ip',
        region: 'region-1',
        publicIp: '203.0.113.61',
        networkInterfaceId: 'eni-second',
      }),
    );
    expect(labels).toEqual(['smallest', 'Set up policy routing in i']);
  });

  it('refuses a question that makes no sense', () => {
    expect(repair(view(topology()), { from: 'nobody', to: 'j' }).ok).toBe(false);
    expect(repair(view(topology(without('j'))), { from: 'k', to: 'j' }).ok).toBe(false);
  });
});
