import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** One destination, one target. A target that does not exist is a blackhole; local routes are implied by the VPC. */
export interface Route {
  readonly destinationCidrBlock?: string;
  readonly destinationIpv6CidrBlock?: string;
  readonly destinationPrefixListId?: string;
  /** Internet gateway, or gateway endpoint. */
  readonly gatewayId?: ResourceId;
  readonly natGatewayId?: ResourceId;
  readonly networkInterfaceId?: ResourceId;
  readonly instanceId?: ResourceId;
  readonly egressOnlyInternetGatewayId?: ResourceId;
  readonly vpcPeeringConnectionId?: ResourceId;
  /** A target that is not modelled (transit gateway, firewall endpoint …): its AWS id. */
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
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
};
