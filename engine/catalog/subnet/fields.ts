/** Properties of a subnet: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const subnetFields: readonly Field[] = [
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
];
