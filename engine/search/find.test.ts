import { describe, expect, it } from 'vitest';
import { emptyScenario } from '../persistence/empty';
import { networkOf, withResources } from '../testing/network';
import type { Resource, Scenario } from '../catalog/descriptors';
import { findResources } from './find';

// vpc-1: subnet-1 public, subnet-2 app, one instance in each.
const plain = networkOf({ vpcs: 1, zones: 1, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const patched = (id: string, patch: object): Resource => ({ ...plain.resources[id], ...patch }) as Resource;
const network = withResources(plain, [
  patched('i-1', { name: 'web-1', tags: { env: 'prod', team: 'Shop' } }),
  patched('i-2', { name: 'order web', tags: { env: 'test' } }),
]);

const find = (query: string, scenario: Scenario = network) => findResources(scenario, {}, query);
const ids = (query: string) => find(query).map(({ id }) => id);
const block = (id: string): string => {
  const resource = network.resources[id];
  return resource && 'cidrBlock' in resource ? String(resource.cidrBlock) : '';
};

describe('search', () => {
  it('finds nothing for no words, and nothing in an empty document', () => {
    expect(find('  ')).toEqual([]);
    expect(find('web', emptyScenario())).toEqual([]);
  });

  it('finds by name, the better match first, whatever the case', () => {
    expect(find('WEB').slice(0, 2)).toEqual([
      { id: 'i-1', match: { type: 'name', text: 'web-1' } },
      { id: 'i-2', match: { type: 'name', text: 'order web' } },
    ]);
  });

  it('finds by id, the whole one first', () => {
    const [first] = find('i-2');
    expect(first).toEqual({ id: 'i-2', match: { type: 'id', text: 'i-2' } });
    expect(find('subnet-1')[0]?.id).toBe('subnet-1');
  });

  it('finds the interface that has an address, then the subnet and the VPC around it', () => {
    const eni = Object.values(network.resources).find(
      (resource) => resource.kind === 'network-interface' && resource.attachment?.instanceId === 'i-1',
    );
    const address = eni && 'privateIpAddress' in eni ? String(eni.privateIpAddress) : '';
    expect(find(address).map(({ id, match }) => [id, match.type])).toEqual([
      [eni?.id, 'address'],
      ['subnet-1', 'within'],
      ['vpc-1', 'within'],
    ]);
  });

  it('finds the subnet of an address that nothing has yet', () => {
    const free = block('subnet-2').replace(/\.0\/\d+$/, '.250');
    expect(find(free)).toContainEqual({ id: 'subnet-2', match: { type: 'within', text: block('subnet-2') } });
  });

  it('finds addresses as they are typed', () => {
    expect(ids('10.0.1.')).toContain('subnet-1');
  });

  it('finds a block, what lies in it, and what lies around it', () => {
    expect(find(block('subnet-1'))[0]).toEqual({
      id: 'subnet-1',
      match: { type: 'block', text: block('subnet-1') },
    });
    expect(find(block('subnet-1'))).toContainEqual({
      id: 'vpc-1',
      match: { type: 'within', text: block('vpc-1') },
    });
    const inVpc = find(block('vpc-1'));
    expect(inVpc).toContainEqual({ id: 'subnet-1', match: { type: 'block', text: block('subnet-1') } });
  });

  it('finds the tables and groups that name a block', () => {
    const named = find('0.0.0.0/0').filter(({ match }) => match.type === 'rule');
    expect(new Set(named.map(({ id }) => network.resources[id]?.kind))).toContain('route-table');
  });

  it('finds by tag, key and value or the value alone', () => {
    expect(find('env=prod')).toEqual([{ id: 'i-1', match: { type: 'tag', text: 'env=prod' } }]);
    expect(ids('env=')).toEqual(['i-1', 'i-2']);
    expect(find('shop')).toEqual([{ id: 'i-1', match: { type: 'tag', text: 'team=Shop' } }]);
    expect(ids('name=web-1')).toEqual(['i-1']);
  });

  it('finds every one of a kind', () => {
    expect(ids('subnets')).toEqual(['subnet-1', 'subnet-2']);
  });

  it('asks that all of several words match', () => {
    expect(ids('web env=test')).toEqual(['i-2']);
    expect(ids('web nowhere')).toEqual([]);
  });

  it('does not take what a resource refers to for a word of its own', () => {
    expect(ids('vpc-1').filter((id) => id !== 'vpc-1')).toEqual([]);
  });

  it('finds an address that exists only while the instance runs', () => {
    const live = { 'i-1': { publicIp: '203.0.113.77' } };
    expect(findResources(network, live, '203.0.113.77')).toEqual([
      { id: 'i-1', match: { type: 'address', text: '203.0.113.77' } },
    ]);
  });

  it('takes IPv6 addresses in any spelling', () => {
    const v6 = withResources(network, [patched('subnet-1', { ipv6CidrBlock: '2001:db8:1:1::/64' })]);
    expect(find('2001:0db8:0001:0001::9', v6).map(({ id }) => id)).toEqual(['subnet-1']);
  });
});
