import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../model/change';
import type { Check } from '../../model/document';
import type { PathQuery } from '../../model/path';
import type { CloseWay } from '../../model/repair';
import {
  X,
  acl,
  group,
  grouping,
  including,
  machine,
  setting,
  topology,
  type Difference,
} from '../../testing/base-topology';
import type { Resource, Scenario } from '../../catalog/descriptors';
import { compileNetwork, trace } from '../../catalog/network-roles';
import { close } from './close';

const view = (document: Scenario) => ({ document, at: 'design' as const, live: {} });

function waysOf(query: PathQuery, ...differences: readonly Difference[]): readonly CloseWay<Resource>[] {
  const document = topology(...differences);
  const found = close(view(document), query);
  if (!found.ok) throw new Error(found.error.message);
  if ('none' in found.value) throw new Error(found.value.none);
  const { others, ...best } = found.value;
  for (const way of [best, ...others]) {
    const applied = applyChanges(document, way.changeSet.changes);
    if (!applied.ok) throw new Error(applied.error.message);
    const path = trace(compileNetwork(view(applied.value.document)), query);
    expect(path.ok && path.value.verdict).toBe('unreachable');
  }
  return [best, ...others];
}

const labelsOf = (ways: readonly CloseWay<Resource>[]) =>
  ways.map(({ edits, alsoStopsCount }) => [edits.map(({ label }) => label).join(' + '), alsoStopsCount]);

const withChecks =
  (...checks: readonly Check[]): Difference =>
  (document) => ({ ...document, checks });

const ownGroup = (...inbound: Parameters<typeof group>[1]): Difference =>
  grouping('eni-j', group('sg-j', inbound, []));

describe('close', () => {
  it('narrows the rule that let the packet in, so that its other ports stay open', () => {
    const [best] = waysOf(
      { from: 'k', to: 'j', port: 5432 },
      ownGroup({ ipProtocol: 'tcp', fromPort: 5000, toPort: 6000, peerGroupId: 'sg-k' }),
      grouping('eni-k', group('sg-k', [], [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }])),
    );
    expect(best?.summary).toBe('One edit stops it. Nothing else stops.');
    expect(best?.edits[0]?.lines.map(({ before, after }) => [before, after])).toEqual([
      ['inbound: allow tcp 5000-6000 from sg-k', null],
      [null, 'inbound: allow tcp 5000-5431 from sg-k'],
      [null, 'inbound: allow tcp 5433-6000 from sg-k'],
    ]);
  });

  it('takes one address out of a block and leaves the others in', () => {
    const [best] = waysOf(
      { from: 'k', to: 'j', port: 443 },
      ownGroup({ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '10.0.0.8/29' }),
    );
    expect(best?.alsoStopsCount).toBe(0);
    expect(best?.edits[0]?.lines.flatMap(({ after }) => after ?? [])).toEqual([
      'inbound: allow tcp 443 from 10.0.0.12/30',
      'inbound: allow tcp 443 from 10.0.0.8/31',
      'inbound: allow tcp 443 from 10.0.0.10/32',
    ]);
  });

  it('cuts every rule that lets the packet in where several do', () => {
    const [best] = waysOf(
      { from: 'k', to: 'j', port: 443 },
      ownGroup(
        { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '10.0.0.11/32' },
        { ipProtocol: 'tcp', fromPort: 443, toPort: 443, peerGroupId: 'sg-open' },
      ),
      // Nobody else carries the group but i, whose traffic goes on by an ACL of its own.
      setting('acl-v', { entries: [] }),
      setting('priv', { networkAclId: 'acl-p' }),
      setting('pub', { networkAclId: 'acl-p' }),
      including(acl('acl-p', [[1, 'allow', '-1', '0.0.0.0/0']], [[1, 'allow', '-1', '0.0.0.0/0']])),
    ).filter(({ edits }) => edits.length > 1);
    expect(best?.edits.map(({ label }) => label)).toEqual([
      'Remove the rule "tcp 443 from 10.0.0.11/32" of sg-j',
      'Remove the rule "tcp 443 from sg-open" of sg-j',
    ]);
    expect(best?.alsoStopsCount).toBe(1);
    expect(best?.alsoStops[0]).toContain('i → j: tcp 443');
  });

  it('orders the ways by what else they stop', () => {
    const ways = waysOf({ from: `internet:${X}`, to: 'i', port: 443 });
    const counts = ways.map(({ alsoStopsCount }) => alsoStopsCount);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(labelsOf(ways).map(([label]) => label)).toContain('Remove the route to 0.0.0.0/0 from rtb-pub');
  });

  it('takes the Elastic IP off a machine that needs none', () => {
    const ways = waysOf(
      { from: 'internet', to: 'k', port: 443 },
      including({
        id: 'eip-k',
        kind: 'elastic-ip',
        region: 'region-1',
        publicIp: '203.0.113.60',
        networkInterfaceId: 'eni-k',
      }),
    );
    expect(labelsOf(ways).map(([label]) => label)).toContain('Take the Elastic IP 203.0.113.60 off k');
  });

  it('breaks no check that holds', () => {
    const demanded: Check = {
      id: 'check-1',
      type: 'can-reach',
      from: 'i',
      to: 'j',
      protocol: 'tcp',
      port: 443,
    };
    const differences = [
      ownGroup({ ipProtocol: 'tcp', fromPort: 443, toPort: 443, peerGroupId: 'sg-open' }),
      withChecks(demanded),
    ];
    const ways = waysOf({ from: 'k', to: 'j', port: 443 }, ...differences);
    expect(labelsOf(ways)[0]?.[0]).toBe('Add rule 90 to acl-v: deny tcp 443 from 10.0.0.11/32');
  });

  it('says which check stands in the way where every way breaks one', () => {
    const document = topology(
      withChecks({
        id: 'check-1',
        type: 'can-reach',
        from: 'k',
        to: 'j',
        protocol: 'tcp',
        port: 443,
        title: 'K reaches J',
      }),
    );
    expect(close(view(document), { from: 'k', to: 'j', port: 443 })).toMatchObject({
      ok: true,
      value: { none: 'Every edit that stops it would break what has to hold: K reaches J.' },
    });
  });

  it('has nothing to do where nothing gets through', () => {
    expect(close(view(topology()), { from: 'i', to: 'm', port: 443 })).toMatchObject({
      ok: true,
      value: { none: 'It is stopped already: there is nothing to close.' },
    });
  });

  it('finds a number before the first entry, down to 1', () => {
    const tight: Difference = (document) =>
      setting('priv', { networkAclId: 'acl-t' })(
        including(acl('acl-t', [[1, 'allow', '-1', '0.0.0.0/0']], [[1, 'allow', '-1', '0.0.0.0/0']]))(
          document,
        ),
      );
    const labels = labelsOf(
      waysOf({ from: 'k', to: 'j', port: 443 }, tight, including(...machine('l', 'pub', '10.0.0.12'))),
    );
    expect(labels.every(([label]) => !String(label).includes('acl-t'))).toBe(true);
  });
});
