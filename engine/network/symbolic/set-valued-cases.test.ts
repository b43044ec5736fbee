/** Questions whose answer is a set of packets: S1 to S6; S7 and S8 are about rules alone and stand in ruleset.test.ts. */
import { describe, expect, it } from 'vitest';
import { compileNetwork, parseEndpoint, type Endpoint } from '../../catalog/network-roles';
import type { Scenario } from '../../catalog/descriptors';
import { parseAddress, parseCidr, type Address, type Cidr } from '../../model/ip/address';
import {
  acl,
  allowAll,
  group,
  grouping,
  including,
  machine,
  openRule,
  routing,
  setting,
  topology,
  viaNat,
  type Difference,
} from '../../testing/base-topology';
import { NOT_PUBLIC } from '../packet';
import { allPairs } from './all-pairs';
import { boxesOf, contains } from './boxes';
import { ADDRESS, Diagrams, EMPTY, PORT, PROTOCOL, SOURCE_PORT, type Diagram } from './diagram';
import { exposureOf } from './exposure';
import { flowsBetween, forwardBetween } from './flows';
import { createGround } from './ground';

const TCP = 6;

function analysisOf(document: Scenario) {
  const network = compileNetwork({ document, at: 'design', live: {} });
  const store = new Diagrams();
  const ground = createGround(network, 4, store);
  const end = (text: string, role: 'from' | 'to'): Endpoint => {
    const parsed = parseEndpoint(network, text, role);
    return parsed.ok ? parsed.value : expect.fail(parsed.error.message);
  };
  return {
    network,
    store,
    ground,
    flows: (from: string, to: string) => flowsBetween(ground, end(from, 'from'), end(to, 'to')),
    arrivals: (from: string, to: string) => forwardBetween(ground, end(from, 'from'), end(to, 'to')),
  };
}

const ip = (text: string): Address => parseAddress(text) ?? expect.fail(text);
const cidr = (text: string): Cidr => parseCidr(text) ?? expect.fail(text);
const between = (first: string, last: string) => [ip(first), ip(last)];

const webRules = (...rules: Parameters<typeof group>[1]): Difference =>
  grouping('eni-i', group('sg-i', rules, []));

/** The set without the client's ports, which are all that a client on the internet may take. */
const ofAnyClient = (store: Diagrams, set: Diagram): Diagram => {
  const clients = store.interval(SOURCE_PORT, 1024, 65535);
  const asked = store.forget(set, SOURCE_PORT);
  expect(store.intersect(asked, clients)).toBe(set);
  return asked;
};

describe('sets of packets', () => {
  it('S1 two blocks in a group, and an ACL that denies a part of one', () => {
    const { flows, store } = analysisOf(
      topology(
        webRules(
          { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '203.0.113.0/24' },
          { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '198.51.100.0/25' },
        ),
        including(
          acl(
            'acl-p',
            [
              [90, 'deny', '-1', '198.51.100.64/26'],
              [100, 'allow', '-1', '0.0.0.0/0'],
            ],
            allowAll,
          ),
        ),
        setting('pub', { networkAclId: 'acl-p' }),
      ),
    );
    // The address of the instance itself is nobody else's.
    expect(boxesOf(ofAnyClient(store, flows('internet', 'i').set))).toEqual([
      {
        addresses: [between('198.51.100.0', '198.51.100.63'), between('203.0.113.0', '203.0.113.255')],
        protocols: [[TCP, TCP]],
        ports: [[22, 22]],
        sourcePorts: null,
      },
    ]);
  });

  it('S2 an ACL that denies ports in the middle of what a group opens', () => {
    const { flows, store } = analysisOf(
      topology(
        webRules({ ipProtocol: 'tcp', fromPort: 0, toPort: 1023, cidrIp: '0.0.0.0/0' }),
        including(
          acl(
            'acl-p',
            [
              [100, 'deny', 'tcp', '0.0.0.0/0', [137, 139]],
              [110, 'allow', '-1', '0.0.0.0/0'],
            ],
            allowAll,
          ),
        ),
        setting('pub', { networkAclId: 'acl-p' }),
      ),
    );
    const set = ofAnyClient(store, flows('internet', 'i').set);
    expect(boxesOf(store.at(set, ADDRESS, ip('198.51.100.7')))).toEqual([
      {
        addresses: null,
        protocols: [[TCP, TCP]],
        ports: [
          [0, 136],
          [140, 1023],
        ],
        sourcePorts: null,
      },
    ]);
  });

  it('S3 a blackhole route takes its addresses out of what is reached', () => {
    const { ground, store } = analysisOf(
      topology(
        routing('rtb-pub', { destinationCidrBlock: '198.51.100.0/24', networkInterfaceId: 'eni-gone' }),
      ),
    );
    const found = exposureOf(ground).find(({ group: { representative } }) => representative.id === 'eni-i');
    const reached = found?.outbound.set ?? EMPTY;
    const addresses = [PROTOCOL, PORT, SOURCE_PORT].reduce(
      (set: Diagram, level) => store.forget(set, level as typeof PORT),
      reached,
    );
    const expected = store.complement(ground.filters.blocks([...NOT_PUBLIC, cidr('198.51.100.0/24')]));
    expect(addresses).toBe(expected);
  });

  it('S4 answers that pass for a part of the client ports only', () => {
    const { flows, store } = analysisOf(
      topology(
        including(acl('acl-p', allowAll, [[100, 'allow', 'tcp', '0.0.0.0/0', [32768, 60999]]])),
        setting('pub', { networkAclId: 'acl-p' }),
      ),
    );
    const { set, partialBecauseOfClientPorts } = flows('internet', 'i');
    const ofTcp = store.at(store.at(set, ADDRESS, ip('198.51.100.7')), PROTOCOL, TCP);
    expect(boxesOf(store.at(ofTcp, PORT, 22))).toEqual([
      { addresses: null, protocols: null, ports: null, sourcePorts: [[32768, 60999]] },
    ]);
    const asked = { address: ip('198.51.100.7'), protocol: TCP, port: 22, sourcePort: 0 };
    expect(contains(partialBecauseOfClientPorts, asked)).toBe(true);
    expect(contains(partialBecauseOfClientPorts, { ...asked, protocol: 17 })).toBe(false);
  });

  it('S5 who reaches a port is who carries the group that the rule names', () => {
    const { ground } = analysisOf(
      topology(
        including(
          group('sg-web', [openRule], [openRule]),
          ...machine('web-2', 'pub-b', '10.0.10.12', { groups: ['sg-web', 'sg-open'] }),
        ),
        setting('eni-i', { groupSet: ['sg-web'] }),
        grouping(
          'eni-j',
          group('sg-db', [{ ipProtocol: 'tcp', fromPort: 3306, toPort: 3306, peerGroupId: 'sg-web' }], []),
        ),
      ),
    );
    const { groups, setOf } = allPairs(ground);
    const idOf = (id: string): number =>
      groups.find(({ interfaces }) => interfaces.some((one) => one.id === id))?.id ?? -1;
    const asked = { address: 0, protocol: TCP, port: 3306, sourcePort: 40000 };
    const reaching = groups
      .filter(({ id }) => contains(setOf(id, idOf('eni-j')), asked))
      .flatMap(({ interfaces }) => interfaces.map(({ id }) => id));
    expect(reaching).toEqual(['eni-i', 'eni-web-2']);
  });

  it('S6 behind a NAT gateway every packet has its address and one of its ports', () => {
    const { arrivals } = analysisOf(topology(viaNat));
    const arrived = arrivals('j', 'internet').arrivals;
    expect(arrived.map(({ source, sourcePorts, to }) => ({ source, sourcePorts, to }))).toEqual([
      { source: ip('203.0.113.50'), sourcePorts: [[1024, 65535]], to: 'internet' },
    ]);
  });

  it('a machine without a public address is reached by nobody outside, and everybody without a route by nobody', () => {
    const { ground } = analysisOf(topology());
    const byId = new Map(exposureOf(ground).map((one) => [one.group.representative.id, one]));
    expect(byId.get('eni-i')?.inbound.set).not.toBe(EMPTY);
    expect(['eni-k', 'eni-j', 'eni-m'].map((id) => byId.get(id)?.inbound.set)).toEqual([EMPTY, EMPTY, EMPTY]);
    expect(['eni-k', 'eni-j', 'eni-m'].map((id) => byId.get(id)?.outbound.set)).toEqual([
      EMPTY,
      EMPTY,
      EMPTY,
    ]);
  });

  it('what a machine with the same address in another VPC gets counts for nobody else', () => {
    const { flows, ground } = analysisOf(
      topology(
        setting('vpc-w', { cidrBlock: '10.0.0.0/16' }),
        setting('sub-w', { cidrBlock: '10.0.1.0/24' }),
        setting('eni-m', { privateIpAddress: '10.0.1.10' }),
      ),
    );
    expect(flows('i', 'j').set).not.toBe(EMPTY);
    expect(flows('i', 'm').set).toBe(EMPTY);
    const { groups, setOf } = allPairs(ground);
    const idOf = (id: string): number =>
      groups.find(({ interfaces }) => interfaces.some((one) => one.id === id))?.id ?? -1;
    expect(setOf(idOf('eni-i'), idOf('eni-j'))).not.toBe(EMPTY);
    expect(setOf(idOf('eni-i'), idOf('eni-m'))).toBe(EMPTY);
  });
});
