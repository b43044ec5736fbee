import { describe, expect, it } from 'vitest';
import type { Resource, ResourceOf } from '../../../engine/catalog/descriptors';
import { networkOf, withResources } from '../../../engine/testing/network';
import { destinationSuggestions, makeDestination, parseDestination } from './destination';
import { targetsFor, withTarget } from './route-targets';

const endpoint = (id: string, vpcEndpointType: 'Gateway' | 'Interface'): Resource => ({
  id,
  kind: 'vpc-endpoint',
  vpcId: 'vpc-1',
  vpcEndpointType,
  serviceName: 'com.amazonaws.us-east-1.s3',
});
const document = withResources(networkOf({ vpcs: 2, zones: 1, tiers: ['public'], instancesPerSubnet: 1 }), [
  { id: 'pcx-1', kind: 'vpc-peering-connection', vpcId: 'vpc-2', peerVpcId: 'vpc-1' },
  { id: 'eigw-1', kind: 'egress-only-internet-gateway', vpcId: 'vpc-1' },
  endpoint('vpce-1', 'Gateway'),
  endpoint('vpce-2', 'Interface'),
  {
    id: 'pl-1',
    kind: 'prefix-list',
    region: 'region-1',
    prefixListName: 'partners',
    name: 'friends',
    entries: [],
  },
]);
const table = document.resources['rtb-1'] as ResourceOf<'route-table'>;
const offered = (route?: Parameters<typeof targetsFor>[2]) =>
  targetsFor(document, table, route).map(([id]) => id);

describe('the target of a route', () => {
  it('is offered where it stands in the VPC or begins at it', () => {
    expect(offered()).toEqual(expect.arrayContaining(['igw-1', 'eigw-1', 'pcx-1', 'vpce-1']));
    expect(offered()).not.toContain('igw-2');
    expect(offered()).not.toContain('vpce-2');
  });

  it('is still offered where the drawing does not hold it, and keeps its property', () => {
    const foreign = { destinationCidrBlock: '192.168.0.0/16', gatewayId: 'vgw-7' };
    expect(offered(foreign)).toContain('vgw-7');
    expect(withTarget(document, foreign, 'vgw-7')).toEqual({ gatewayId: 'vgw-7' });
    expect(withTarget(document, { otherTarget: 'tgw-1' }, 'tgw-1')).toEqual({ otherTarget: 'tgw-1' });
  });

  it('is told by the property of its kind', () => {
    expect(withTarget(document, undefined, 'pcx-1')).toEqual({ vpcPeeringConnectionId: 'pcx-1' });
    expect(withTarget(document, undefined, 'eigw-1')).toEqual({ egressOnlyInternetGatewayId: 'eigw-1' });
    expect(withTarget(document, undefined, 'vpce-1')).toEqual({ gatewayId: 'vpce-1' });
  });
});

describe('the destination of a route', () => {
  it('is read back as it was written', () => {
    for (const route of [
      { destinationCidrBlock: '0.0.0.0/0' },
      { destinationIpv6CidrBlock: '::/0' },
      { destinationPrefixListId: 'pl-1' },
      { destinationPrefixListId: 'pl-63a5400a' },
    ])
      expect(parseDestination(document, makeDestination(document, route))).toEqual(route);
  });

  it('is suggested as the VPC on the other side of a peering', () => {
    expect(destinationSuggestions(document, 'vpc-1')).toEqual(
      expect.arrayContaining(['10.1.0.0/16', 'friends']),
    );
    expect(destinationSuggestions(document, 'vpc-1')).not.toContain('10.0.0.0/16');
  });
});
