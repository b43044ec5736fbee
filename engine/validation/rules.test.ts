import { describe, expect, it } from 'vitest';
import type { Resource, Scenario } from '../catalog/descriptors';
import { changed, edit, one } from '../testing/editing';
import { networkOf, withResources } from '../testing/network';
import { SERVICE_RULE_CASES, workingServices } from '../testing/service-rule-cases';
import { problemsOf } from './problems';
import { RULES } from './rules';
import { makeRulesPage } from './rules-page';
import rulesPage from '../../docs/rules.md?raw';

// subnet-1 public a, subnet-2 public b, subnet-3 app a, subnet-4 app b; one m5.large each.
const shop = networkOf({
  vpcs: 1,
  zones: 2,
  tiers: ['public', 'app'],
  instancesPerSubnet: 1,
  instanceType: 'm5.large',
});
const twoVpcs = networkOf({ vpcs: 2, zones: 1, tiers: ['public'], instancesPerSubnet: 1 });

type Patch = Readonly<Record<string, unknown>>;
/** The document with properties of one resource replaced; `undefined` takes one away. */
const patched = (document: Scenario, id: string, patch: Patch): Scenario =>
  withResources(document, [{ ...document.resources[id], ...patch } as Resource]);
const shopWith = (id: string, patch: Patch): Scenario => patched(shop, id, patch);

const volume: Resource = {
  id: 'vol-90',
  kind: 'volume',
  availabilityZone: 'az-1',
  size: 20,
  volumeType: 'gp3',
  encrypted: false,
};
const secondInterface = (id: string, subnetId: string, address: string, deviceIndex: number): Resource => ({
  id,
  kind: 'network-interface',
  subnetId,
  privateIpAddress: address,
  groupSet: ['sg-1'],
  sourceDestCheck: true,
  attachment: { instanceId: 'i-1', deviceIndex, deleteOnTermination: false },
});
const group = (strategy: 'cluster' | 'spread' | 'partition', partitionCount?: number): Resource => ({
  id: 'pg-1',
  kind: 'placement-group',
  region: 'region-1',
  groupName: 'orders',
  strategy,
  ...(partitionCount === undefined ? {} : { partitionCount }),
});
const inGroup = (
  document: Scenario,
  strategy: 'cluster' | 'spread' | 'partition',
  members: readonly string[],
) =>
  withResources(document, [
    group(strategy),
    ...members.map((id) => ({ ...one(document, id, 'instance'), placementGroup: 'pg-1' })),
  ]);
const address: Resource = { id: 'eip-1', kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.1' };
const webGroup = (ingress: readonly object[]): Resource =>
  ({
    id: 'sg-90',
    kind: 'security-group',
    vpcId: 'vpc-1',
    groupName: 'web',
    securityGroupIngress: ingress,
    securityGroupEgress: [],
  }) as Resource;
const withNat = edit(shop, { type: 'create', kind: 'nat-gateway', into: 'subnet-1' }).document;
const crowd = networkOf({
  vpcs: 1,
  zones: 1,
  tiers: ['app'],
  instancesPerSubnet: 8,
  instanceType: 'm5.large',
});
const everyGroup = [1, 2, 3, 4, 5].map(
  (number) => ({ ...webGroup([]), id: `sg-9${number}`, groupName: `web-${number}` }) as Resource,
);

interface Case {
  /** A document in which the rule must complain. */
  readonly broken: Scenario;
  /** Where it is marked. */
  readonly subject: string;
  /** No single edit mends it. */
  readonly noFix?: true;
  /** The same mistake touches this many other things. */
  readonly further?: number;
}

const CASES: Readonly<Record<string, Case>> = {
  ...SERVICE_RULE_CASES,
  'VPC-001': { broken: shopWith('vpc-1', { cidrBlock: '10.0.0.0/8' }), subject: 'vpc-1' },
  'VPC-002': {
    broken: shopWith('vpc-1', { secondaryCidrBlocks: ['127.0.0.0/16'] }),
    subject: 'vpc-1',
  },
  'VPC-003': { broken: shopWith('vpc-1', { secondaryCidrBlocks: ['10.0.128.0/20'] }), subject: 'vpc-1' },
  'VPC-004': { broken: shopWith('vpc-1', { secondaryCidrBlocks: ['192.168.0.0/16'] }), subject: 'vpc-1' },
  'VPC-005': {
    broken: withResources(shop, [{ ...one(shop, 'vpc-1', 'vpc'), id: 'vpc-2', cidrBlock: '10.0.0.0/16' }]),
    subject: 'vpc-2',
  },
  'SUBNET-001': { broken: shopWith('subnet-1', { cidrBlock: '10.9.0.0/24' }), subject: 'subnet-1' },
  'SUBNET-002': { broken: shopWith('subnet-2', { cidrBlock: '10.0.1.0/25' }), subject: 'subnet-2' },
  'SUBNET-003': { broken: shopWith('subnet-4', { cidrBlock: '10.0.12.0/29' }), subject: 'subnet-4' },
  'SUBNET-004': {
    broken: withResources(shop, [
      { id: 'region-2', kind: 'region', regionName: 'eu-west-1' },
      { ...one(shop, 'az-2', 'zone'), region: 'region-2', zoneName: 'eu-west-1a' },
    ]),
    subject: 'subnet-2',
    further: 1,
  },
  'ROUTE-001': {
    broken: shopWith('rtb-1', { routes: [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-9' }] }),
    subject: 'rtb-1',
  },
  'ROUTE-002': { broken: shopWith('igw-1', { vpcId: undefined }), subject: 'rtb-public-1' },
  'ROUTE-003': {
    broken: patched(
      edit(twoVpcs, { type: 'create', kind: 'nat-gateway', into: 'subnet-2' }).document,
      'rtb-1',
      {
        routes: [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' }],
      },
    ),
    subject: 'rtb-1',
  },
  'ROUTE-004': {
    broken: shopWith('rtb-public-1', {
      routes: [
        { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
        { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
      ],
    }),
    subject: 'rtb-public-1',
  },
  'PUBLIC-001': { broken: shopWith('i-3', { associatePublicIpAddress: true }), subject: 'i-3' },
  'IGW-001': { broken: shopWith('igw-1', { vpcId: undefined }), subject: 'igw-1' },
  'IGW-002': {
    broken: withResources(shop, [{ ...one(shop, 'igw-1', 'internet-gateway'), id: 'igw-2' }]),
    subject: 'igw-2',
  },
  'NAT-001': {
    broken: edit(shop, { type: 'create', kind: 'nat-gateway', into: 'subnet-3' }).document,
    subject: 'nat-1',
  },
  'NAT-002': {
    broken: patched(edit(shop, { type: 'create', kind: 'nat-gateway', into: 'subnet-3' }).document, 'rtb-1', {
      routes: [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' }],
    }),
    subject: 'nat-1',
  },
  'NAT-003': {
    broken: patched(withNat, 'i-1', { associatePublicIpAddress: false }),
    subject: 'nat-1',
    noFix: true,
  },
  'NAT-004': { broken: patched(withNat, 'nat-1', { allocationId: undefined }), subject: 'nat-1' },
  'NAT-005': { broken: withNat, subject: 'nat-1', noFix: true },
  'EIP-001': { broken: withResources(shop, [address]), subject: 'eip-1' },
  'EIP-002': {
    broken: withResources(shop, [{ ...address, networkInterfaceId: 'eni-1', privateIpAddress: '10.0.1.77' }]),
    subject: 'eip-1',
  },
  'ENI-001': { broken: shopWith('eni-1', { privateIpAddress: '10.0.2.9' }), subject: 'eni-1' },
  'ENI-002': { broken: shopWith('eni-1', { privateIpAddress: '10.0.1.2' }), subject: 'eni-1' },
  'ENI-003': {
    broken: withResources(shop, [secondInterface('eni-90', 'subnet-3', '10.0.11.4', 1)]),
    subject: 'eni-90',
  },
  'ENI-004': { broken: shopWith('eni-1', { privateIpAddress: undefined }), subject: 'eni-1' },
  'ENI-005': { broken: patched(twoVpcs, 'eni-1', { groupSet: ['sg-2'] }), subject: 'eni-1' },
  'ENI-006': { broken: shopWith('eni-1', { groupSet: [] }), subject: 'eni-1' },
  'ENI-007': {
    broken: withResources(shop, [
      ...everyGroup,
      { ...one(shop, 'eni-1', 'network-interface'), groupSet: ['sg-1', ...everyGroup.map(({ id }) => id)] },
    ]),
    subject: 'eni-1',
    noFix: true,
  },
  'ENI-008': {
    broken: withResources(shopWith('i-1', { instanceType: 't3.micro' }), [
      secondInterface('eni-90', 'subnet-3', '10.0.11.90', 1),
      secondInterface('eni-91', 'subnet-3', '10.0.11.91', 2),
    ]),
    subject: 'i-1',
  },
  'ENI-009': {
    broken: withResources(shop, [secondInterface('eni-90', 'subnet-2', '10.0.2.90', 1)]),
    subject: 'eni-90',
  },
  'ENI-010': {
    broken: withResources(shop, [secondInterface('eni-90', 'subnet-1', '10.0.1.90', 1)]),
    subject: 'i-1',
  },
  'SG-001': {
    broken: withResources(shop, [
      webGroup([{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, peerGroupId: 'sg-99' }]),
    ]),
    subject: 'sg-90',
  },
  'SG-002': {
    broken: withResources(shop, [
      webGroup([{ ipProtocol: 'tcp', fromPort: 20, toPort: 25, cidrIp: '0.0.0.0/0' }]),
    ]),
    subject: 'sg-90',
  },
  'SG-003': {
    broken: withResources(shop, [
      webGroup([]),
      { ...webGroup([]), id: 'sg-91', groupName: 'Web' } as Resource,
    ]),
    subject: 'sg-91',
  },
  'ACL-001': {
    broken: shopWith('acl-1', {
      entries: [
        {
          ruleNumber: 100,
          egress: false,
          protocol: '6',
          ruleAction: 'allow',
          cidrBlock: '0.0.0.0/0',
          portRange: { from: 443, to: 443 },
        },
      ],
    }),
    subject: 'acl-1',
  },
  'ACL-002': { broken: shopWith('acl-1', { entries: [] }), subject: 'acl-1' },
  'INSTANCE-001': { broken: shopWith('eni-1', { attachment: undefined }), subject: 'i-1', noFix: true },
  'INSTANCE-002': { broken: shopWith('i-1', { instanceType: 'm9.huge' }), subject: 'i-1', noFix: true },
  'INSTANCE-003': {
    broken: patched(shopWith('az-1', { zoneId: 'use1-az3' }), 'i-1', { instanceType: 't3.micro' }),
    subject: 'i-1',
    noFix: true,
    further: 1,
  },
  'INSTANCE-004': { broken: shopWith('vol-1', { attachment: undefined }), subject: 'i-1' },
  'VOLUME-001': { broken: shopWith('vol-1', { availabilityZone: 'az-2' }), subject: 'vol-1' },
  'VOLUME-002': { broken: shopWith('vol-1', { volumeType: 'st1', size: 500 }), subject: 'vol-1' },
  'VOLUME-003': { broken: withResources(shop, [{ ...volume, volumeType: 'st1' }]), subject: 'vol-90' },
  'VOLUME-004': {
    broken: withResources(shop, [
      { ...volume, attachment: { instanceId: 'i-1', device: '/dev/xvda', deleteOnTermination: false } },
    ]),
    subject: 'vol-90',
  },
  'PLACEMENT-001': {
    broken: inGroup(crowd, 'spread', ['i-1', 'i-2', 'i-3', 'i-4', 'i-5', 'i-6', 'i-7', 'i-8']),
    subject: 'pg-1',
  },
  'PLACEMENT-002': {
    broken: inGroup(shopWith('i-1', { instanceType: 't3.micro' }), 'cluster', ['i-1']),
    subject: 'i-1',
  },
  'PLACEMENT-003': { broken: inGroup(shop, 'cluster', ['i-1', 'i-2', 'i-3']), subject: 'pg-1' },
  'PLACEMENT-004': {
    broken: inGroup(
      shopWith('i-1', {
        instanceMarketOptions: {
          marketType: 'spot',
          spotInstanceType: 'persistent',
          instanceInterruptionBehavior: 'hibernate',
        },
      }),
      'spread',
      ['i-1'],
    ),
    subject: 'i-1',
  },
  'PLACEMENT-005': {
    broken: inGroup(shopWith('i-1', { tenancy: 'dedicated' }), 'spread', ['i-1']),
    subject: 'i-1',
  },
  'PLACEMENT-006': {
    broken: withResources(shop, [
      group('partition', 3),
      { ...one(shop, 'i-1', 'instance'), placementGroup: 'pg-1', partitionNumber: 4 },
    ]),
    subject: 'i-1',
  },
};

describe('every rule', () => {
  it('has a test of its own', () => {
    expect(Object.keys(CASES).sort()).toEqual(RULES.map((rule) => rule.id).sort());
  });

  it('has an id, a sentence and a page of AWS', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.sentence).toMatch(/^[A-Z].*[.]$/);
      expect(rule.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.*\.html$/);
    }
  });

  it('is silent about a network that works', () => {
    expect(problemsOf(shop)).toEqual([]);
    expect(problemsOf(workingServices)).toEqual([]);
  });

  it('stands in docs/rules.md as `npm run rules` writes it', () => {
    expect(rulesPage).toBe(makeRulesPage());
  });
});

for (const rule of RULES) {
  const example = CASES[rule.id];
  if (!example) continue;
  const { broken, subject, noFix, further = 0 } = example;

  describe(rule.id, () => {
    it(`${rule.id} ${rule.sentence}`, () => {
      const [found, ...more] = rule.check(broken);
      expect(found?.subjects[0]).toBe(subject);
      expect(found?.message).toMatch(/[.?]$/);
      expect(problemsOf(broken).some((problem) => problem.rule === rule.id)).toBe(true);
      expect(more).toHaveLength(further);
    });

    it(noFix ? 'offers no fix, because no one edit mends it' : 'offers a fix that mends it', () => {
      const [found] = rule.check(broken);
      if (noFix) {
        expect(found?.fix).toBeUndefined();
        return;
      }
      if (!found?.fix) throw new Error('no fix');
      const mended = changed(broken, found.fix);
      expect(rule.check(mended).filter((other) => other.subjects[0] === subject)).toEqual([]);
      // A fix must not trade one error for another.
      const errors = (document: Scenario): readonly string[] =>
        problemsOf(document).flatMap((problem) => (problem.severity === 'error' ? [problem.rule] : []));
      const before = new Set(errors(broken));
      expect(errors(mended).filter((id) => !before.has(id))).toEqual([]);
    });
  });
}
