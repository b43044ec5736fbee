import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/**
 * A gateway endpoint is the target of routes for the prefix list of its service; an interface endpoint answers at
 * interfaces of its own (`managedBy` names it). A Gateway Load Balancer endpoint is kept, not modelled.
 */
export interface VpcEndpoint extends ResourceBase {
  readonly kind: 'vpc-endpoint';
  readonly vpcId: ResourceId;
  readonly vpcEndpointType: 'Gateway' | 'Interface' | 'GatewayLoadBalancer';
  /** `com.amazonaws.us-east-1.s3`, or the name of an endpoint service. */
  readonly serviceName: string;
  /** Interface: the groups of its interfaces. */
  readonly securityGroupIds?: readonly ResourceId[];
  /** Interface: the service's public name resolves to the endpoint's private addresses. */
  readonly privateDnsEnabled?: boolean;
  /** JSON text. Absent: full access. */
  readonly policyDocument?: string;
}

export const vpcEndpoint: KindDescriptor<VpcEndpoint> = {
  kind: 'vpc-endpoint',
  label: 'VPC endpoint',
  plural: 'VPC endpoints',
  idPrefix: 'vpce',
  cloudFormationType: 'AWS::EC2::VPCEndpoint',
  category: 'gateways',
  appearance: 'border',
  summary: 'A private way to an AWS service: as a route (S3, DynamoDB) or as an interface in a subnet.',
  roles: ['gateway'],
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html',
};
