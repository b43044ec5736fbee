import { describe, expect, it } from 'vitest';
import { group, grouping, setting, topology } from '../testing/base-topology';
import { inIdsOf } from './counterparts';
import { difference } from './difference/difference';
import type { Scenario } from '../catalog/descriptors';

const open = [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }];

/** The same network as another import numbers it. */
function renumbered(document: Scenario, observed: Scenario['observed'] = {}): Scenario {
  const ids: Readonly<Record<string, string>> = {
    i: 'j',
    j: 'k',
    k: 'i',
    'eni-i': 'eni-1',
    'eni-j': 'eni-2',
  };
  const text = JSON.stringify(document).replaceAll(/"([a-z0-9-]+)"/g, (whole, id: string) =>
    Object.hasOwn(ids, id) ? `"${ids[id]}"` : whole,
  );
  const made = JSON.parse(text) as Scenario;
  return { ...made, observed: { ...made.observed, ...observed } };
}

const seenAs = (ids: Readonly<Record<string, string>>): Scenario['observed'] =>
  Object.fromEntries(Object.entries(ids).map(([id, awsId]) => [id, { awsId }]));

const view = (document: Scenario) => ({ document, at: 'design' as const, live: {} });

function pairsOf(before: Scenario, after: Scenario): readonly string[] {
  const answer = difference(view(before), view(inIdsOf(before, after)));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.pairs.map(
    ({ from, to, type }) => `${from.members.join()} ${to.members.join()} ${type}`,
  );
}

describe('the machines of another document', () => {
  it('are left as they are where ids agree', () => {
    const document = topology();
    expect(inIdsOf(document, document)).toBe(document);
  });

  it('are the same by the id of AWS, whatever number an import gave them', () => {
    const first = {
      ...topology(),
      observed: { ...topology().observed, ...seenAs({ i: 'i-0a', j: 'i-0b', k: 'i-0c' }) },
    };
    const second = renumbered(topology(), seenAs({ j: 'i-0a', k: 'i-0b', i: 'i-0c' }));
    expect(inIdsOf(first, second).resources['eni-i']).toMatchObject({ attachment: { instanceId: 'i' } });
    expect(pairsOf(first, second)).toEqual([]);
  });

  it('are the same by a name that occurs once in each, in another account', () => {
    const named = topology(setting('i', { name: 'web' }), setting('j', { name: 'db' }));
    const first = {
      ...named,
      observed: { ...named.observed, ...seenAs({ i: 'i-0a', j: 'i-0b', k: 'i-0c' }) },
    };
    const changed = topology(
      setting('i', { name: 'web' }),
      setting('j', { name: 'db' }),
      grouping('eni-j', group('sg-1', [], open)),
    );
    const second = renumbered(changed, seenAs({ j: 'i-1a', k: 'i-1b', i: 'i-0c' }));
    expect(pairsOf(first, second)).toEqual(['i j lost', 'k j lost']);
  });

  it('are others where only their number is the same', () => {
    const first = { ...topology(), observed: { ...topology().observed, ...seenAs({ m: 'i-0a' }) } };
    const second = { ...topology(), observed: { ...topology().observed, ...seenAs({ m: 'i-0b' }) } };
    const renamed = inIdsOf(first, second);
    expect(renamed.resources['m']).toBeUndefined();
    expect(renamed.resources['m-other']).toMatchObject({ kind: 'instance', id: 'm-other' });
  });
});
