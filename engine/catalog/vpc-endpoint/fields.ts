/** Properties of a VPC endpoint: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const vpcEndpointFields: readonly Field[] = [
  { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
  {
    key: 'vpcEndpointType',
    label: 'Type',
    type: 'choice',
    fixed: true,
    choices: [
      { value: 'Gateway', label: 'Gateway: a route for a prefix list' },
      { value: 'Interface', label: 'Interface: an address in a subnet' },
      { value: 'GatewayLoadBalancer', label: 'Gateway Load Balancer' },
    ],
  },
  { key: 'serviceName', label: 'Service', type: 'text', maxLength: 255 },
  {
    key: 'securityGroupIds',
    label: 'Security groups',
    when: { key: 'vpcEndpointType', is: 'Interface' },
    type: 'list',
    maxItems: 16,
    optional: true,
    of: {
      key: 'group',
      label: 'Security group',
      type: 'reference',
      to: ['security-group'],
      relation: 'member-of',
    },
  },
  {
    key: 'privateDnsEnabled',
    label: 'Private DNS names',
    when: { key: 'vpcEndpointType', is: 'Interface' },
    type: 'boolean',
    optional: true,
  },
  { key: 'policyDocument', label: 'Policy', type: 'text', maxLength: 20480, multiline: true, optional: true },
];
