import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface NatGateway extends ResourceBase {
  readonly kind: 'nat-gateway';
  readonly subnetId: ResourceId;
  readonly connectivityType: 'public' | 'private';
  readonly privateIpAddress: string;
  /** The Elastic IP of a public one. */
  readonly allocationId?: ResourceId;
}

export const natGateway: KindDescriptor<NatGateway> = {
  kind: 'nat-gateway',
  label: 'NAT gateway',
  plural: 'NAT gateways',
  idPrefix: 'nat',
  cloudFormationType: 'AWS::EC2::NatGateway',
  category: 'gateways',
  appearance: 'card',
  summary: 'Lets private instances open connections outward; nobody can open one inward.',
  roles: ['gateway', 'endpoint', 'address'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
};
