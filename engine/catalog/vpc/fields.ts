/** Properties of a vpc: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const vpcFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  {
    key: 'cidrBlock',
    label: 'IPv4 CIDR',
    type: 'ipv4-cidr',
    minPrefix: 16,
    maxPrefix: 28,
    help: '/16 to /28. EC2 does not let it change after creation; here you may, while nothing is placed outside it.',
  },
  {
    key: 'secondaryCidrBlocks',
    label: 'Further IPv4 CIDRs',
    type: 'list',
    maxItems: 4,
    optional: true,
    of: { key: 'cidr', label: 'IPv4 CIDR', type: 'ipv4-cidr', minPrefix: 16, maxPrefix: 28 },
  },
  { key: 'ipv6CidrBlock', label: 'IPv6 CIDR', type: 'ipv6-cidr', optional: true },
  { key: 'enableDnsSupport', label: 'DNS resolution', type: 'boolean' },
  { key: 'enableDnsHostnames', label: 'DNS hostnames', type: 'boolean' },
  {
    key: 'instanceTenancy',
    label: 'Tenancy',
    type: 'choice',
    optional: true,
    choices: [
      { value: 'default', label: 'Shared hardware' },
      { value: 'dedicated', label: 'Dedicated' },
    ],
  },
  { key: 'isDefault', label: 'Default VPC', type: 'boolean', optional: true, fixed: true },
];
