import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface EgressOnlyInternetGateway extends ResourceBase {
  readonly kind: 'egress-only-internet-gateway';
  readonly vpcId: ResourceId;
}

export const egressOnlyInternetGateway: KindDescriptor<EgressOnlyInternetGateway> = {
  kind: 'egress-only-internet-gateway',
  label: 'Egress-only internet gateway',
  plural: 'Egress-only internet gateways',
  idPrefix: 'eigw',
  cloudFormationType: 'AWS::EC2::EgressOnlyInternetGateway',
  category: 'gateways',
  appearance: 'border',
  summary: 'Lets IPv6 connections out of a VPC and none in.',
  roles: ['gateway'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html',
};
