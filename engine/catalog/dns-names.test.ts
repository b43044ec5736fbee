import { describe, expect, it } from 'vitest';
import { at, machine, MINUTE, place, play, timeline } from '../testing/timeline';
import type { Resource } from './descriptors';
import { designLive } from './design-live';
import { getKind } from './lookup';
import { dnsNameFacts } from './dns-names';
import type { Instance } from './instance/kind';

function factsOf(resources: readonly Resource[]) {
  const document = timeline(resources);
  const instance = getKind(document, 'i-1', 'instance');
  if (!instance) throw new Error('There is no instance.');
  return dnsNameFacts(document, instance, designLive(document)['i-1']);
}

const withOptions = (privateDnsNameOptions: Instance['privateDnsNameOptions'], region?: string) =>
  factsOf([...place(region), ...machine(1, privateDnsNameOptions ? { set: { privateDnsNameOptions } } : {})]);

/** The subnet and interface of `i-1` with IPv6 alone. */
const ipv6Only = (resources: readonly Resource[]): readonly Resource[] =>
  resources.map((resource) => {
    if (resource.kind === 'subnet') {
      const { cidrBlock: _cidrBlock, ...rest } = resource;
      return { ...rest, ipv6CidrBlock: '2001:db8:0:1::/64' };
    }
    if (resource.kind === 'network-interface') {
      const { privateIpAddress: _address, ...rest } = resource;
      return { ...rest, ipv6Addresses: ['2001:db8:0:1::5'] };
    }
    return resource;
  });

describe('the names of an instance', () => {
  it('are by default an IP name with its record, and a public name that means another address inside', () => {
    const [name, publicName, ...more] = withOptions(undefined);
    expect(name).toEqual({
      label: 'Name',
      value: 'ip-10-0-1-11.ec2.internal',
      note: 'host name; A 10.0.1.11 inside the VPC',
    });
    expect(publicName?.value).toMatch(/^ec2-54-[\d-]+\.compute-1\.amazonaws\.com$/);
    expect(publicName?.note).toMatch(/^54\.[\d.]+ from outside, 10\.0\.1\.11 from inside the VPC$/);
    expect(more).toEqual([]);
  });

  it('have no record for the resource name unless it is asked for; the IP name keeps its own', () => {
    expect(withOptions({ hostnameType: 'resource-name' }, 'us-west-2').slice(0, 2)).toEqual([
      {
        label: 'IP name',
        value: 'ip-10-0-1-11.us-west-2.compute.internal',
        note: 'A 10.0.1.11 inside the VPC',
      },
      {
        label: 'Name',
        value: 'i-1.us-west-2.compute.internal',
        note: 'host name; no record: enableResourceNameDnsARecord is off',
      },
    ]);
    expect(withOptions({ enableResourceNameDnsARecord: true })[1]).toMatchObject({
      label: 'Resource name',
      value: 'i-1.ec2.internal',
      note: 'A 10.0.1.11 inside the VPC',
    });
  });

  it('are resource names alone in a subnet with IPv6 alone', () => {
    expect(factsOf(ipv6Only([...place(), ...machine(1)]))).toEqual([
      { label: 'Name', value: 'i-1.ec2.internal', note: 'host name; AAAA 2001:db8:0:1::5 inside the VPC' },
    ]);
  });

  it('are live too: the host name of a run is the resource name, and goes with the instance', () => {
    const run = play(
      timeline(
        [...place(), ...machine(1, { set: { privateDnsNameOptions: { hostnameType: 'resource-name' } } })],
        [[10 * MINUTE, 'terminate', 'i-1']],
      ),
    );
    expect(at(run, 5 * MINUTE, 'i-1').privateDnsName).toBe('i-1.ec2.internal');
    expect(at(run, 20 * MINUTE, 'i-1').privateDnsName).toBeNull();
  });

  it('are nobody’s to answer where DNS resolution is off', () => {
    const off = place().map((resource) =>
      resource.kind === 'vpc' ? { ...resource, enableDnsSupport: false } : resource,
    );
    expect(factsOf([...off, ...machine(1)])).toEqual([
      {
        label: 'Name',
        value: 'ip-10-0-1-11.ec2.internal',
        note: 'host name; not answered: DNS resolution is off in the VPC',
      },
    ]);
  });
});
