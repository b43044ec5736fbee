import { describe, expect, it } from 'vitest';
import type { Scenario } from '../catalog/descriptors';
import { exposureReasons } from './exposure-reasons';
import { exposure, flows, reach } from './questions';
import { compileNetwork } from '../catalog/network-roles';
import {
  group,
  grouping,
  including,
  setting,
  topology,
  acl,
  allowAll,
  viaNat,
} from '../testing/base-topology';

const open = [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }];
const tcp = (cidrIp: string, fromPort: number, toPort = fromPort) => ({
  ipProtocol: 'tcp',
  cidrIp,
  fromPort,
  toPort,
});

function wordsOf(document: Scenario, from: string, to: string): readonly string[] {
  const answer = flows(compileNetwork({ document, at: 'design', live: {} }), from, to);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.families.flatMap(({ works }) => works.map(({ text }) => text));
}

describe('everything that works between two ends', () => {
  it('S1: the addresses of a group without those an ACL denies', () => {
    const document = topology(
      grouping('eni-i', group('sg-1', [tcp('203.0.113.0/24', 22), tcp('198.51.100.0/25', 22)], open)),
      including(
        acl(
          'acl-c',
          [
            [90, 'deny', '-1', '198.51.100.64/26'],
            [100, 'allow', '-1', '0.0.0.0/0'],
          ],
          allowAll,
        ),
      ),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    expect(wordsOf(document, 'internet', 'i')).toEqual(['tcp 22 from 198.51.100.0/26 and 203.0.113.0/24']);
  });

  it('S2: the ports of a group without those an ACL denies', () => {
    const document = topology(
      grouping('eni-i', group('sg-1', [tcp('0.0.0.0/0', 0, 1023)], open)),
      including(
        acl(
          'acl-c',
          [
            [100, 'deny', 'tcp', '0.0.0.0/0', [137, 139]],
            [110, 'allow', '-1', '0.0.0.0/0'],
          ],
          allowAll,
        ),
      ),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    expect(wordsOf(document, 'internet', 'i')).toEqual(['tcp 0-136 and 140-1023']);
  });

  it('is said in one word where everything works, and in none where nothing does', () => {
    expect(wordsOf(topology(), 'i', 'k')).toEqual(['everything']);
    expect(wordsOf(topology(), 'j', 'internet')).toEqual([]);
  });

  it('names the client ports where only some get an answer', () => {
    const document = topology(
      including(acl('acl-c', allowAll, [[100, 'allow', 'tcp', '0.0.0.0/0', [32768, 60999]]])),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    expect(wordsOf(document, 'internet', 'i')).toContain('tcp on every port, client ports 32768-60999');
  });

  it('refuses ends that are not there', () => {
    const answer = flows(compileNetwork({ document: topology(), at: 'design', live: {} }), 'i', 'nobody');
    expect(answer.ok ? null : answer.error.reason).toBe('not-found');
  });
});

describe('everything to everything', () => {
  const networkOf = (document: Scenario) => compileNetwork({ document, at: 'design', live: {} });
  const cellOf = (document: Scenario, from: string, to: string) => {
    const [matrix] = reach(networkOf(document));
    if (!matrix) throw new Error('there is no matrix');
    const [a, b] = [from, to].map((end) =>
      matrix.groups.findIndex(({ members }) =>
        members.some(({ id, instanceId }) => id === end || instanceId === end),
      ),
    );
    return matrix.sets[matrix.cells[(a ?? -1) * matrix.groups.length + (b ?? -1)] ?? -1];
  };

  it('has one group for interfaces that fare alike, and the internet last', () => {
    const [matrix, ...others] = reach(networkOf(topology()));
    expect(matrix?.groups.map(({ label }) => label)).toEqual(['i', 'j', 'k', 'm', 'the internet']);
    expect(matrix?.sets[0]).toEqual({ boxes: [], text: 'nothing', extent: 'none', unknown: [] });
    expect(others).toEqual([]);
  });

  it('agrees with what is said of a single pair', () => {
    const document = topology(
      grouping('eni-j', group('sg-1', [tcp('10.0.0.0/28', 5432)], open)),
      grouping('eni-i', group('sg-2', [tcp('0.0.0.0/0', 443)], open)),
    );
    for (const [from, to] of [
      ['i', 'j'],
      ['j', 'i'],
      ['k', 'i'],
      ['internet', 'i'],
      ['k', 'internet'],
    ] as const)
      expect(cellOf(document, from, to)?.boxes.map(({ text }) => text)).toEqual(wordsOf(document, from, to));
    expect(cellOf(document, 'i', 'j')).toMatchObject({ text: 'tcp 5432', extent: 'some' });
    expect(cellOf(document, 'm', 'i')).toMatchObject({ text: 'nothing', extent: 'none' });
  });

  it('says what works only for some of the ports a NAT gateway may choose, as for a single pair', () => {
    const document = topology(
      viaNat,
      including(
        acl(
          'acl-c',
          [
            [90, 'deny', 'tcp', '0.0.0.0/0', [3389, 3389]],
            [100, 'allow', '-1', '0.0.0.0/0'],
          ],
          allowAll,
        ),
      ),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    const single = flows(networkOf(document), 'j', 'internet');
    const cell = cellOf(document, 'j', 'internet');
    expect(cell?.sometimes?.map(({ text }) => text)).toEqual(['tcp 0-3388 and 3390-65535']);
    expect(single.ok && single.value.families[0]?.sometimes).toEqual(cell?.sometimes);
  });

  it('counts types of ICMP up to 255', () => {
    const document = topology(
      including(
        acl(
          'acl-c',
          [
            [90, 'deny', 'icmp', '0.0.0.0/0'],
            [100, 'allow', '-1', '0.0.0.0/0'],
          ],
          allowAll,
        ),
      ),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    // Messages that nobody answers need no way back.
    expect(cellOf(document, 'i', 'internet')?.text).toContain('icmp type 0-7 and 9-255');
  });
});

describe('exposure', () => {
  it('says what the internet reaches, by which address, gateway and rule', () => {
    const document = topology(grouping('eni-i', group('sg-2', [tcp('198.51.100.0/24', 443)], open)));
    const network = compileNetwork({ document, at: 'design', live: {} });
    const { inbound, outbound } = exposure(network);
    expect(inbound).toHaveLength(1);
    expect(inbound[0]).toMatchObject({
      family: 4,
      members: [{ id: 'eni-i', instanceId: 'i', label: 'i', publicAddresses: ['203.0.113.10'] }],
      works: [{ protocols: ['tcp'], ports: [[443, 443]], addresses: ['198.51.100.0/24'] }],
    });
    const reasons = exposureReasons(network, { side: 'inbound', family: 4, member: 'eni-i' });
    if (!reasons.ok) throw new Error(reasons.error.message);
    expect(reasons.value.map(({ resource }) => resource)).toEqual(expect.arrayContaining(['igw-v', 'sg-2']));
    expect(outbound.map(({ members }) => members[0]?.id)).toEqual(['eni-i']);
  });

  it('gives no reasons for an interface that is not there', () => {
    const network = compileNetwork({ document: topology(), at: 'design', live: {} });
    const reasons = exposureReasons(network, { side: 'inbound', family: 4, member: 'eni-none' });
    expect(reasons.ok).toBe(false);
  });
});
