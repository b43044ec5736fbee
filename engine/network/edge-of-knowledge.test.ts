import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { Scenario } from '../catalog/descriptors';
import type { PathQuery } from '../model/path';
import {
  X,
  group,
  grouping,
  including,
  openRule,
  routing,
  setting,
  topology,
  viaNat,
} from '../testing/base-topology';

function ask(document: Scenario, query: PathQuery) {
  const answer = trace(compileNetwork({ document, at: 'design', live: {} }), query);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
const https = { protocol: 'tcp', port: 443 };
const verdictOf = (document: Scenario, query: PathQuery) => {
  const { verdict, code } = ask(document, query);
  return code === undefined ? verdict : `${verdict} ${code}`;
};
/** A peering connection that an import saw as not available. */
const deadPeering = (document: Scenario): Scenario => ({
  ...document,
  observed: { ...document.observed, 'rtb-priv': { routeStates: { '10.1.0.0/16': 'blackhole' } } },
});
const toPeering = { destinationCidrBlock: '10.1.0.0/16', otherTarget: 'pcx-1' };

describe('addresses that nobody on the internet has', () => {
  it.each(['0.0.0.0', '240.0.0.1'])('are reached by nobody: %s', (to) => {
    expect(verdictOf(topology(), { from: 'i', to, ...https })).toBe('unreachable NO_POSSIBLE_DESTINATION');
  });

  it.each(['0.0.0.0', '127.0.0.1', '169.254.1.1', '224.0.0.1', '250.0.0.1'])(
    'send nothing through an internet gateway: %s',
    (source) => {
      expect(verdictOf(topology(), { from: `internet:${source}`, to: 'i', ...https })).toBe(
        'unreachable NO_PATH',
      );
    },
  );
});

describe('two VPCs', () => {
  it('are not called disconnected where a NAT gateway leads to what may join them', () => {
    const document = topology(viaNat, routing('rtb-pub', toPeering));
    expect(verdictOf(document, { from: 'j', to: 'm', ...https })).toBe('unknown UNKNOWN_RESOURCE');
  });

  it('are called disconnected where the NAT gateway only leads to the internet', () => {
    expect(verdictOf(topology(viaNat), { from: 'j', to: 'm', ...https })).toBe(
      'unreachable DISCONNECTED_VPCS',
    );
  });

  it('are not called disconnected where a peering connection lacks a route only', () => {
    const document = topology(
      including({ id: 'pcx-1', kind: 'vpc-peering-connection', vpcId: 'vpc-v', peerVpcId: 'vpc-w' }),
    );
    expect(verdictOf(document, { from: 'j', to: 'm', ...https })).toBe('unreachable NO_ROUTE_TO_DESTINATION');
  });

  it('are told apart by a blackhole where the connection is not available', () => {
    const document = topology(routing('rtb-priv', toPeering), deadPeering);
    expect(verdictOf(document, { from: 'j', to: 'm', ...https })).toBe('unreachable BAD_STATE_ROUTE');
  });
});

describe('what an import left out', () => {
  it('is told from what is not modelled: a route to a gateway of a kind that is', () => {
    const document = topology(
      setting('rtb-pub', { routes: [{ destinationCidrBlock: '0.0.0.0/0', otherTarget: 'igw-0abc' }] }),
    );
    const answer = ask(document, { from: 'i', to: X, ...https });
    expect([answer.code, answer.notModelled]).toEqual([
      'UNKNOWN_RESOURCE',
      [expect.stringContaining('igw-0abc, which is not in this document')],
    ]);
  });

  it('is told from a prefix list: the rules of a group', () => {
    const unknown = [{ ipProtocol: '-1', prefixListId: 'rules-not-in-the-input' }];
    const document = topology(grouping('eni-i', group('sg-x', unknown, unknown)));
    const answer = ask(document, { from: 'i', to: 'k', ...https });
    expect([answer.code, answer.notModelled]).toEqual([
      'UNKNOWN_RESOURCE',
      ['The rules of the security group sg-x are not in this document.'],
    ]);
  });
});

describe('a group with rules for IPv6 only', () => {
  it('refuses IPv4, but not for having no rules', () => {
    const document = topology(
      grouping(
        'eni-i',
        group('sg-six', [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv6: '::/0' }], [openRule]),
      ),
    );
    expect(verdictOf(document, { from: X, to: 'i', ...https })).toBe('unreachable ENI_SG_RULES_MISMATCH');
  });
});

describe('a blackhole', () => {
  it('names what it was by its name', () => {
    const document = topology(
      including({ id: 'igw-v', kind: 'internet-gateway', region: 'region-1', name: 'front door' }),
    );
    const stop = ask(document, { from: 'i', to: X, ...https }).forward.hops.find(
      ({ verdict }) => verdict === 'stop',
    );
    expect(stop?.decidedBy?.text).toBe('0.0.0.0/0 → front door (blackhole)');
  });
});

describe('Block Public Access, whose exclusions are not held', () => {
  const blocking =
    (blockPublicAccess: 'block-bidirectional' | 'block-ingress') =>
    (document: Scenario): Scenario => ({
      ...document,
      observed: { ...document.observed, 'vpc-v': { blockPublicAccess } },
    });

  it.each(['block-bidirectional', 'block-ingress'] as const)(
    'leaves it open whether an interface reaches the internet or is reached: %s',
    (mode) => {
      const document = topology(blocking(mode));
      expect(verdictOf(document, { from: 'i', to: X, ...https })).toBe('unknown UNSUPPORTED_COMPONENT');
      expect(verdictOf(document, { from: X, to: 'i', ...https })).toBe('unknown UNSUPPORTED_COMPONENT');
      expect(verdictOf(document, { from: 'i', to: 'j', ...https })).toBe('reachable');
    },
  );

  it('lets NAT gateways out where only inbound is blocked', () => {
    const query = { from: 'j', to: X, ...https };
    expect(verdictOf(topology(viaNat, blocking('block-ingress')), query)).toBe('reachable');
    expect(verdictOf(topology(viaNat, blocking('block-bidirectional')), query)).toBe(
      'unknown UNSUPPORTED_COMPONENT',
    );
  });
});
