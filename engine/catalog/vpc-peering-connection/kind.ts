import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** In AWS's words; `active` is the one that carries packets. */
export type PeeringStatus = 'active' | 'pending-acceptance' | 'rejected' | 'expired' | 'failed' | 'deleted';

export interface VpcPeeringConnection extends ResourceBase {
  readonly kind: 'vpc-peering-connection';
  /** The VPC that asked. Absent: it is not in the document, as for a peering into a foreign account. */
  readonly vpcId?: ResourceId;
  /** The VPC that was asked. */
  readonly peerVpcId?: ResourceId;
  /** Absent: active. */
  readonly status?: PeeringStatus;
  /** Private DNS names of the other side resolve to private addresses. */
  readonly allowDnsResolutionFromRemoteVpc?: boolean;
}

export const vpcPeeringConnection: KindDescriptor<VpcPeeringConnection> = {
  kind: 'vpc-peering-connection',
  label: 'VPC peering connection',
  plural: 'VPC peering connections',
  idPrefix: 'pcx',
  cloudFormationType: 'AWS::EC2::VPCPeeringConnection',
  category: 'gateways',
  appearance: 'chip',
  summary:
    'Joins two VPCs whose addresses do not overlap. Needs routes on both sides; never leads on to a third.',
  roles: ['gateway'],
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
};
