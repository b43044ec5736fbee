import { describe, expect, it } from 'vitest';
import { hostDnsName, privateDnsName, publicDnsName, resourceDnsName } from './names';

describe('DNS names', () => {
  it('are shorter in us-east-1 than elsewhere', () => {
    const east = { regionName: 'us-east-1', publicNames: true };
    const west = { regionName: 'us-west-2', publicNames: true };
    expect(privateDnsName('10.24.34.0', east)).toBe('ip-10-24-34-0.ec2.internal');
    expect(privateDnsName('10.24.34.0', west)).toBe('ip-10-24-34-0.us-west-2.compute.internal');
    expect(publicDnsName('203.0.113.25', east)).toBe('ec2-203-0-113-25.compute-1.amazonaws.com');
    expect(publicDnsName('203.0.113.25', west)).toBe('ec2-203-0-113-25.us-west-2.compute.amazonaws.com');
  });

  it('there is no public one without DNS hostnames', () => {
    expect(publicDnsName('203.0.113.25', { regionName: 'us-east-1', publicNames: false })).toBeNull();
  });

  it('come from the instance where the host name is the resource name', () => {
    const rules = { regionName: 'us-west-2', publicNames: true, resourceName: 'i-0123456789abcdef0' };
    expect(resourceDnsName('i-0123456789abcdef0', rules)).toBe(
      'i-0123456789abcdef0.us-west-2.compute.internal',
    );
    expect(hostDnsName('10.24.34.0', rules)).toBe('i-0123456789abcdef0.us-west-2.compute.internal');
    expect(hostDnsName(null, rules)).toBe('i-0123456789abcdef0.us-west-2.compute.internal');
    expect(hostDnsName(null, { regionName: 'us-west-2', publicNames: true })).toBeNull();
  });
});
