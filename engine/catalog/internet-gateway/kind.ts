import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface InternetGateway extends ResourceBase {
  readonly kind: 'internet-gateway';
  readonly region: ResourceId;
  /** The VPC it is attached to; one gateway per VPC. */
  readonly vpcId?: ResourceId;
}

export const internetGateway: KindDescriptor<InternetGateway> = {
  kind: 'internet-gateway',
  label: 'Internet gateway',
  plural: 'Internet gateways',
  idPrefix: 'igw',
  cloudFormationType: 'AWS::EC2::InternetGateway',
  category: 'gateways',
  appearance: 'border',
  summary: 'The door of a VPC to the internet: swaps private for public IPv4 addresses, one to one.',
  roles: ['gateway'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
};
