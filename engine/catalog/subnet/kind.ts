import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface Subnet extends ResourceBase {
  readonly kind: 'subnet';
  readonly vpcId: ResourceId;
  /** Id of the zone it stands in; can't change on EC2. */
  readonly availabilityZone: ResourceId;
  /** Absent for an IPv6-only subnet. */
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  readonly mapPublicIpOnLaunch: boolean;
  /** Absent: the VPC's main route table. */
  readonly routeTableId?: ResourceId;
  /** Absent: the VPC's default network ACL. */
  readonly networkAclId?: ResourceId;
}

export const subnet: KindDescriptor<Subnet> = {
  kind: 'subnet',
  label: 'Subnet',
  plural: 'Subnets',
  idPrefix: 'subnet',
  cloudFormationType: 'AWS::EC2::Subnet',
  category: 'start',
  appearance: 'box',
  summary: 'A part of a VPC in one Availability Zone. Its route table makes it public or private.',
  roles: ['place'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
};
