import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** One destination, one target. A target that does not exist is a blackhole; local routes are implied by the VPC. */
export interface Route {
  readonly destinationCidrBlock?: string;
  readonly destinationIpv6CidrBlock?: string;
  readonly destinationPrefixListId?: string;
  readonly gatewayId?: ResourceId;
  readonly natGatewayId?: ResourceId;
  readonly networkInterfaceId?: ResourceId;
  readonly instanceId?: ResourceId;
  /** A target this version can't draw (transit gateway, peering, endpoint …): its AWS id. */
  readonly otherTarget?: string;
  readonly propagated?: boolean;
}

export interface RouteTable extends ResourceBase {
  readonly kind: 'route-table';
  readonly vpcId: ResourceId;
  /** The table of every subnet that names none. */
  readonly main?: boolean;
  readonly routes: readonly Route[];
  /** An edge association: the gateway whose inbound traffic it routes. */
  readonly gatewayId?: ResourceId;
}

export const routeTable: KindDescriptor<RouteTable> = {
  kind: 'route-table',
  label: 'Route table',
  plural: 'Route tables',
  idPrefix: 'rtb',
  cloudFormationType: 'AWS::EC2::RouteTable',
  category: 'gateways',
  appearance: 'chip',
  summary: 'Says where packets go that leave a subnet. The longest matching destination wins.',
  roles: ['router'],
  fields: [
    { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
    { key: 'main', label: 'Main route table', type: 'boolean', optional: true, fixed: true },
    {
      key: 'routes',
      label: 'Routes',
      type: 'list',
      maxItems: 1000,
      of: {
        key: 'route',
        label: 'Route',
        type: 'object',
        fields: [
          { key: 'destinationCidrBlock', label: 'Destination', type: 'ipv4-cidr', optional: true },
          { key: 'destinationIpv6CidrBlock', label: 'IPv6 destination', type: 'ipv6-cidr', optional: true },
          {
            key: 'destinationPrefixListId',
            label: 'Prefix list',
            type: 'text',
            maxLength: 64,
            optional: true,
          },
          {
            key: 'gatewayId',
            label: 'Internet gateway',
            type: 'reference',
            to: ['internet-gateway'],
            relation: 'routes-to',
            optional: true,
          },
          {
            key: 'natGatewayId',
            label: 'NAT gateway',
            type: 'reference',
            to: ['nat-gateway'],
            relation: 'routes-to',
            optional: true,
          },
          {
            key: 'networkInterfaceId',
            label: 'Network interface',
            type: 'reference',
            to: ['network-interface'],
            relation: 'routes-to',
            optional: true,
          },
          {
            key: 'instanceId',
            label: 'Instance',
            type: 'reference',
            to: ['instance'],
            relation: 'routes-to',
            optional: true,
          },
          { key: 'otherTarget', label: 'Other target', type: 'text', maxLength: 128, optional: true },
          { key: 'propagated', label: 'Propagated', type: 'boolean', optional: true, fixed: true },
        ],
      },
    },
    {
      key: 'gatewayId',
      label: 'Edge association',
      type: 'reference',
      to: ['internet-gateway'],
      relation: 'attached-to',
      optional: true,
    },
  ],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
};
