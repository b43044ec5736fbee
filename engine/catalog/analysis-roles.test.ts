import { describe, expect, it } from 'vitest';
import type { Scenario } from './descriptors';
import { flows } from './analysis-roles';
import { compileNetwork } from './network-roles';
import { group, grouping, including, setting, topology, acl, allowAll } from '../testing/base-topology';

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
