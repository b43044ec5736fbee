import { describe, expect, it } from 'vitest';
import type { Resource } from '../catalog/descriptors';
import { edit } from '../testing/editing';
import { networkOf, withResources } from '../testing/network';
import { connectionsOf } from './connections';

const shop = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const spare: readonly Resource[] = [
  {
    id: 'vol-90',
    kind: 'volume',
    availabilityZone: 'az-1',
    volumeType: 'gp3',
    size: 8,
    encrypted: false,
  },
  { id: 'eip-90', kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.1' },
];
const network = withResources(shop, spare);
const ids = (from: string) => connectionsOf(network, from).map((connection) => connection.with);

describe('connections', () => {
  it('attach a spare volume to the instances of its zone only', () => {
    const targets = ids('vol-90');
    expect(targets.length).toBeGreaterThan(0);
    const zones = targets.map((id) => {
      const eni = Object.values(network.resources).find(
        (resource) => resource.kind === 'network-interface' && resource.attachment?.instanceId === id,
      );
      const subnet = eni?.kind === 'network-interface' ? network.resources[eni.subnetId] : undefined;
      return subnet?.kind === 'subnet' ? subnet.availabilityZone : '';
    });
    expect(new Set(zones)).toEqual(new Set(['az-1']));
  });

  it('are the same from either side', () => {
    const [target = ''] = ids('eip-90');
    expect(ids(target)).toContain('eip-90');
  });

  it('leave out what is so already and what would be a move', () => {
    const instance = Object.values(network.resources).find((resource) => resource.kind === 'instance')!;
    const kinds = new Set(ids(instance.id).map((id) => network.resources[id]?.kind));
    expect(kinds).not.toContain('subnet');
    // Its own interface and its own volume are attached to it already.
    for (const { with: other, label } of connectionsOf(network, instance.id)) {
      expect(label).not.toMatch(/^Leave/);
      const after = edit(network, { type: 'associate', id: instance.id, with: other });
      expect(after.label).toBe(label);
      expect(after.document).not.toEqual(network);
    }
  });

  it('peer VPCs whose blocks do not overlap', () => {
    const peerings = connectionsOf(network, 'vpc-1').map(({ label }) => label);
    expect(peerings).toContainEqual(expect.stringMatching(/^Peer /));
  });

  it('are none for what is not there', () => {
    expect(connectionsOf(network, 'i-999')).toEqual([]);
  });
});
