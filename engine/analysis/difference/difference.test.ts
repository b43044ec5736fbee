import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../model/change';
import type { PathQuery } from '../../model/path';
import {
  X,
  group,
  grouping,
  including,
  machine,
  routing,
  setting,
  topology,
  viaNat,
  type Difference as Edit,
} from '../../testing/base-topology';
import type { Scenario } from '../../catalog/descriptors';
import { compileNetwork, trace } from '../../catalog/network-roles';
import { difference } from './difference';

const view = (document: Scenario) => ({ document, at: 'design' as const, live: {} });

const verdictOf = (document: Scenario, query: PathQuery) => {
  const path = trace(compileNetwork(view(document)), query);
  return path.ok ? path.value.verdict : null;
};

function differenceOf(before: Scenario, after: Scenario, query?: PathQuery) {
  const found = difference(view(before), view(after), query === undefined ? {} : { query });
  if (!found.ok) throw new Error(found.error.message);
  // Whatever was gained or lost, a trace of the example says so on both sides.
  for (const { example, type } of found.value.pairs) {
    const [was, is] = [verdictOf(before, example), verdictOf(after, example)];
    expect([type, type === 'lost' ? was : is]).toEqual([type, 'reachable']);
    expect(type === 'lost' ? is : was).not.toBe('reachable');
  }
  return found.value;
}

const linesOf = ({ pairs }: ReturnType<typeof differenceOf>) =>
  pairs.map(({ from, to, type, gained, lost }) => [from.label, to.label, type, ...gained, ...lost]);

describe('difference', () => {
  const closed: Edit = grouping('eni-j', group('sg-j', [], []));
  const opened: Edit = grouping(
    'eni-j',
    group('sg-j', [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '10.0.0.11/32' }], []),
  );

  it('says which pair gained what by a rule', () => {
    const found = differenceOf(topology(closed), topology(opened));
    expect(linesOf(found)).toEqual([['k', 'j', 'gained', 'tcp 443']]);
    expect(found.summary).toBe('1 pair gained.');
  });

  it('says the same as lost the other way round', () => {
    expect(linesOf(differenceOf(topology(opened), topology(closed)))).toEqual([
      ['k', 'j', 'lost', 'tcp 443'],
    ]);
  });

  it('calls a rule that moved from one port to another a change', () => {
    const moved: Edit = grouping(
      'eni-j',
      group('sg-j', [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIp: '10.0.0.11/32' }], []),
    );
    expect(linesOf(differenceOf(topology(opened), topology(moved)))).toEqual([
      ['k', 'j', 'changed', 'tcp 80', 'tcp 443'],
    ]);
  });

  it('says what reaches the internet by a new NAT gateway', () => {
    const found = differenceOf(topology(), topology(viaNat));
    expect(found.pairs.map(({ from, to, type }) => [from.label, to.label, type])).toEqual([
      ['j', 'the internet', 'gained'],
    ]);
    expect(found.pairs[0]?.gained.join()).toContain('to every public address');
  });

  it('compares machines that are there on one side only', () => {
    const found = differenceOf(topology(), topology(including(...machine('l', 'priv', '10.0.1.20'))));
    expect(found.pairs.every(({ type }) => type === 'gained')).toBe(true);
    expect(found.pairs.map(({ from, to }) => [from.label, to.label].includes('l'))).not.toContain(false);
  });

  it('names machines that fare alike together', () => {
    const two = including(...machine('l', 'priv', '10.0.1.20'), ...machine('n', 'priv', '10.0.1.21'));
    const found = differenceOf(topology(two), topology(two, viaNat));
    expect(found.pairs.map(({ from }) => [...from.members].sort())).toEqual([['j', 'l', 'n']]);
  });

  it('finds nothing between a document and itself, nor where only names differ', () => {
    const document = topology(viaNat);
    expect(differenceOf(document, topology(viaNat, setting('j', { name: 'database' })))).toMatchObject({
      pairs: [],
      checks: [],
      summary: 'Nothing else works, and nothing stopped working.',
    });
  });

  it('lists the checks that came to something else, and the path that was asked about', () => {
    const query: PathQuery = { from: 'k', to: 'j', protocol: 'tcp', port: 443 };
    const withCheck = (document: Scenario): Scenario => ({
      ...document,
      checks: [{ id: 'check-1', type: 'cannot-reach', from: 'k', to: 'j', protocol: 'tcp', port: 443 }],
    });
    const found = differenceOf(topology(closed, withCheck), topology(opened, withCheck), query);
    expect(found.checks.map(({ before, after }) => [before, after.outcome])).toEqual([['holds', 'fails']]);
    expect(found.path).toMatchObject({ before: 'unreachable', after: 'reachable' });
    expect(found.summary).toBe('1 pair gained. One check fails now.');
  });

  it('is undone by the undo', () => {
    const before = topology(routing('rtb-priv', { destinationCidrBlock: `${X}/32`, gatewayId: 'igw-v' }));
    const applied = applyChanges(before, [{ type: 'update', id: 'rtb-priv', set: { routes: [] } }]);
    if (!applied.ok) throw new Error(applied.error.message);
    const undone = applyChanges(applied.value.document, applied.value.inverse);
    expect(undone.ok && differenceOf(before, undone.value.document).pairs).toEqual([]);
  });
});
