import { describe, expect, it } from 'vitest';
import { networkOf, withResources } from '../../engine/testing/network';
import { sorted } from '../../engine';
import { sentenceOf } from '../subject/sentence';
import { pathTo, rowsOf, treeOf, type OutlineNode } from './tree';

const network = networkOf({
  vpcs: 2,
  zones: 2,
  tiers: ['public', 'private'],
  instancesPerSubnet: 2,
  secondInterfaces: true,
});

const flatten = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);

describe('the outline', () => {
  it('holds every resource once, zones once for each VPC', () => {
    const nodes = flatten(treeOf(network));
    const resources = nodes.filter((node) => node.laneOf === undefined).map((node) => node.id);
    const expected = sorted(network)
      .filter((resource) => resource.kind !== 'zone')
      .map((resource) => resource.id);
    expect([...resources].sort()).toEqual([...expected].sort());
    expect(nodes.filter((node) => node.laneOf !== undefined)).toHaveLength(4);
    expect(new Set(nodes.map((node) => node.place)).size).toBe(nodes.length);
  });

  it('puts gateways, endpoints and balancers first in their VPC, and a peering with the VPC that asked', () => {
    const services = withResources(network, [
      { id: 'eigw-1', kind: 'egress-only-internet-gateway', vpcId: 'vpc-1' },
      { id: 'vpce-1', kind: 'vpc-endpoint', vpcId: 'vpc-1', vpcEndpointType: 'Gateway', serviceName: 's3' },
      { id: 'pcx-1', kind: 'vpc-peering-connection', vpcId: 'vpc-1', peerVpcId: 'vpc-2' },
      { id: 'pcx-2', kind: 'vpc-peering-connection', peerVpcId: 'vpc-2' },
      { id: 'pl-1', kind: 'prefix-list', region: 'region-1', prefixListName: 'office', entries: [] },
    ]);
    const nodes = flatten(treeOf(services));
    const inside = (id: string) =>
      nodes.find((node) => node.id === id)?.children.map((child) => child.id) ?? [];
    expect(inside('vpc-1').slice(0, 4)).toEqual(['igw-1', 'eigw-1', 'vpce-1', 'pcx-1']);
    expect(inside('vpc-2')).toContain('pcx-2');
    expect(inside('region-1')).toContain('pl-1');
  });

  it('does not hide what refers to nothing', () => {
    const lost = withResources(network, [
      {
        id: 'eni-lost',
        kind: 'network-interface',
        subnetId: 'subnet-gone',
        groupSet: [],
        sourceDestCheck: true,
      },
    ]);
    expect(treeOf(lost).map((node) => node.id)).toContain('eni-lost');
  });

  it('leads from the region over VPC and zone to an instance’s interface', () => {
    const path = pathTo(treeOf(network), 'eni-1');
    expect(path[0]).toBe('region-1');
    expect(path[1]).toBe('vpc-1');
    expect(path[2]).toMatch(/^vpc-1\/az-/);
    expect(path.at(-1)).toBe('eni-1');
  });

  it('shows only rows whose boxes are open', () => {
    const tree = treeOf(network);
    expect(rowsOf(tree, () => false)).toHaveLength(tree.length);
    expect(rowsOf(tree, () => true)).toHaveLength(flatten(tree).length);
    const [first] = rowsOf(tree, () => false);
    expect(first).toMatchObject({ level: 1, position: 1, parent: null });
  });

  it('says of an instance what it is, how it is and where', () => {
    const instance = sorted(network).find((resource) => resource.kind === 'instance')!;
    const sentence = sentenceOf(network, instance, {
      live: { state: 'running' },
      problems: 2,
      open: ['443'],
    });
    expect(sentence).toBe(
      'public-1, t3.micro, running, in public-a 10.0.1.0/24, reachable from the Internet on 443, groups default, interface 1, 2 problems',
    );
  });
});
