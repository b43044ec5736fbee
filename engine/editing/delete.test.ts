import { describe, expect, it } from 'vitest';
import type { Resource } from '../catalog/descriptors';
import { edit, one, refusal, takeOffer } from '../testing/editing';
import { networkOf, withResources } from '../testing/network';

const remove = (...ids: string[]) => ({ type: 'delete', ids }) as const;
const shop = networkOf({ vpcs: 1, zones: 1, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const disk: Resource = {
  id: 'vol-90',
  kind: 'volume',
  availabilityZone: 'az-1',
  size: 20,
  volumeType: 'gp3',
  encrypted: false,
  attachment: { instanceId: 'i-1', device: '/dev/sdf', deleteOnTermination: false },
};
const eip: Resource = {
  id: 'eip-1',
  kind: 'elastic-ip',
  region: 'region-1',
  publicIp: '198.51.100.1',
  networkInterfaceId: 'eni-1',
};
const full = withResources(shop, [disk, eip]);

describe('deleting', () => {
  it('takes along what stands in a VPC, and says how much', () => {
    const { document, label } = edit(full, remove('vpc-1'));
    expect(Object.keys(document.resources).sort()).toEqual([
      'az-1',
      'eip-1',
      'igw-1',
      'internet-1',
      'region-1',
      'vol-90',
    ]);
    expect(one(document, 'igw-1', 'internet-gateway').vpcId).toBeUndefined();
    expect(label).toBe('Delete vpc-1 and 12 things with it');
  });

  it('treats an instance as termination does: by each flag, and keeps the Elastic IP', () => {
    const { document } = edit(full, remove('i-1'));
    expect(document.resources['vol-1']).toBeUndefined();
    expect(document.resources['eni-1']).toBeUndefined();
    expect(one(document, 'vol-90', 'volume').attachment).toBeUndefined();
    expect(one(document, 'eip-1', 'elastic-ip').networkInterfaceId).toBeUndefined();
  });

  it('leaves routes to what is gone as blackholes', () => {
    const { document } = edit(shop, remove('igw-1'));
    expect(one(document, 'rtb-public-1', 'route-table').routes[0]?.gatewayId).toBe('igw-1');
  });

  it('refuses what lives as long as its VPC', () => {
    expect(refusal(shop, remove('rtb-1')).rule).toBe('DependencyViolation');
    expect(refusal(shop, remove('acl-1')).message).toContain('default network ACL');
    expect(refusal(shop, remove('sg-1')).rule).toBe('CannotDelete');
  });

  it('offers the instance where the primary interface or the root volume is meant', () => {
    expect(takeOffer(shop, remove('eni-1')).resources['i-1']).toBeUndefined();
    expect(takeOffer(shop, remove('vol-1')).resources['i-1']).toBeUndefined();
  });

  it('removes rules that name a deleted group, and never leaves an interface without one', () => {
    const web: Resource = {
      id: 'sg-90',
      kind: 'security-group',
      vpcId: 'vpc-1',
      groupName: 'web',
      securityGroupIngress: [],
      securityGroupEgress: [],
    };
    const document = withResources(shop, [
      web,
      {
        ...one(shop, 'sg-1', 'security-group'),
        securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, peerGroupId: 'sg-90' }],
      },
      { ...one(shop, 'eni-1', 'network-interface'), groupSet: ['sg-90'] },
    ]);
    const after = edit(document, remove('sg-90')).document;
    expect(one(after, 'sg-1', 'security-group').securityGroupIngress).toEqual([]);
    expect(one(after, 'eni-1', 'network-interface').groupSet).toEqual(['sg-1']);
  });

  it('lets subnets fall back to the main table, and takes scripted actions along', () => {
    const scripted = {
      ...shop,
      script: [{ id: 'action-1', at: 1000, type: 'stop', target: 'i-1' } as const],
    };
    const { document } = edit(scripted, remove('rtb-public-1', 'i-1'));
    expect(one(document, 'subnet-1', 'subnet').routeTableId).toBeUndefined();
    expect(document.script).toEqual([]);
  });

  it('deletes a lane with its subnets', () => {
    const { document } = edit(shop, remove('vpc-1/az-1'));
    expect(document.resources['subnet-1']).toBeUndefined();
    expect(document.resources['i-2']).toBeUndefined();
    expect(document.resources['vpc-1']).toBeDefined();
  });

  it('keeps the address of a NAT gateway, and refuses to release it while it is in use', () => {
    const made = edit(shop, { type: 'create', kind: 'nat-gateway', into: 'subnet-1' }).document;
    expect(edit(made, remove('nat-1')).document.resources['eip-1']).toBeDefined();
    expect(refusal(made, remove('eip-1')).rule).toBe('InvalidIPAddress.InUse');
    expect(takeOffer(made, remove('eip-1')).resources['nat-1']).toBeUndefined();
  });
});
