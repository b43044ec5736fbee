import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resource, Scenario } from './descriptors';
import { autoAssignedAddress, designAddresses, wantsPublicAddress } from './public-address';

const instance = (number: number, extra: Partial<Record<string, unknown>> = {}): Resource[] => [
  { id: `i-${number}`, kind: 'instance', instanceType: 't3.micro', ...extra },
  {
    id: `eni-${number}`,
    kind: 'network-interface',
    subnetId: 'subnet-1',
    privateIpAddress: `10.0.${Math.floor(number / 250)}.${(number % 250) + 4}`,
    groupSet: [],
    sourceDestCheck: true,
    attachment: { instanceId: `i-${number}`, deviceIndex: 0, deleteOnTermination: true },
  },
];

const scenario = (resources: readonly Resource[], seed = 1): Scenario => ({
  format: 'ec2-playground',
  version: 1,
  seed,
  title: '',
  startsAt: '2026-01-01T00:00:00Z',
  accounts: {},
  resources: Object.fromEntries(
    [
      {
        id: 'subnet-1',
        kind: 'subnet',
        vpcId: 'vpc-1',
        availabilityZone: 'az-1',
        cidrBlock: '10.0.0.0/16',
        mapPublicIpOnLaunch: true,
      } satisfies Resource,
      ...resources,
    ].map((resource) => [resource.id, resource]),
  ),
  observed: {},
  layout: {},
  script: [],
  checks: [],
  slides: [],
  notes: [],
});

describe('auto-assigned public addresses', () => {
  it('are unique in a document of 2,000 interfaces over several assignments', () => {
    const document = scenario(Array.from({ length: 2000 }, (_, number) => instance(number)).flat());
    const seen = new Set<string>();
    for (let number = 0; number < 2000; number += 1)
      for (let assignment = 0; assignment < 3; assignment += 1)
        seen.add(autoAssignedAddress(document, `eni-${number}`, assignment));
    expect(seen.size).toBe(6000);
  });

  it('depend on seed, interface and assignment only', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(500), fc.nat(20), (seed, number, assignment) => {
        const alone = scenario(instance(number), seed);
        const again = scenario([...instance(number)].reverse(), seed);
        const address = autoAssignedAddress(alone, `eni-${number}`, assignment);
        expect(autoAssignedAddress(again, `eni-${number}`, assignment)).toBe(address);
        expect(address).toMatch(/^54\./);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('follow the launch option before the subnet', () => {
    const document = scenario([...instance(1), ...instance(2, { associatePublicIpAddress: false })]);
    expect(wantsPublicAddress(document, 'i-1')).toBe(true);
    expect(wantsPublicAddress(document, 'i-2')).toBe(false);
    expect([...designAddresses(document).keys()]).toEqual(['eni-1']);
  });

  it('are not given beside an Elastic IP', () => {
    const document = scenario([
      ...instance(1),
      {
        id: 'eip-1',
        kind: 'elastic-ip',
        region: 'region-1',
        publicIp: '203.0.113.5',
        networkInterfaceId: 'eni-1',
      },
    ]);
    expect(wantsPublicAddress(document, 'i-1')).toBe(false);
  });

  it('are those an import found, where it found any', () => {
    const document = {
      ...scenario(instance(1)),
      observed: { 'i-1': { awsId: 'i-0abc', publicIps: { '10.0.0.5': '203.0.113.9' } } },
    };
    expect(designAddresses(document).get('eni-1')?.get('10.0.0.5')).toBe('203.0.113.9');
    const without = { ...document, observed: { 'i-1': { awsId: 'i-0abc', state: 'stopped' } } };
    expect(designAddresses(without).size).toBe(0);
  });
});
