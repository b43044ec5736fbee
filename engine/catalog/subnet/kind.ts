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
  fields: [
    { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
    { key: 'availabilityZone', label: 'Availability Zone', type: 'reference', to: ['zone'], relation: 'in' },
    { key: 'cidrBlock', label: 'IPv4 CIDR', type: 'ipv4-cidr', minPrefix: 16, maxPrefix: 28, optional: true },
    { key: 'ipv6CidrBlock', label: 'IPv6 CIDR', type: 'ipv6-cidr', optional: true },
    { key: 'mapPublicIpOnLaunch', label: 'Auto-assign public IPv4', type: 'boolean' },
    {
      key: 'routeTableId',
      label: 'Route table',
      type: 'reference',
      to: ['route-table'],
      relation: 'member-of',
      optional: true,
      help: 'None: the main route table of the VPC.',
    },
    {
      key: 'networkAclId',
      label: 'Network ACL',
      type: 'reference',
      to: ['network-acl'],
      relation: 'member-of',
      optional: true,
      help: 'None: the default network ACL of the VPC.',
    },
  ],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
};
