/** Properties of a route table: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const routeTableFields: readonly Field[] = [
  { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
  { key: 'main', label: 'Main route table', type: 'boolean', optional: true, fixed: true },
  {
    key: 'routes',
    label: 'Routes',
    type: 'list',
    maxItems: 1000,
    of: {
      key: 'route',
      label: 'Route',
      type: 'object',
      fields: [
        { key: 'destinationCidrBlock', label: 'Destination', type: 'ipv4-cidr', optional: true },
        { key: 'destinationIpv6CidrBlock', label: 'IPv6 destination', type: 'ipv6-cidr', optional: true },
        {
          key: 'destinationPrefixListId',
          label: 'Prefix list',
          type: 'text',
          maxLength: 64,
          optional: true,
        },
        {
          key: 'gatewayId',
          label: 'Internet gateway',
          type: 'reference',
          to: ['internet-gateway'],
          relation: 'routes-to',
          optional: true,
        },
        {
          key: 'natGatewayId',
          label: 'NAT gateway',
          type: 'reference',
          to: ['nat-gateway'],
          relation: 'routes-to',
          optional: true,
        },
        {
          key: 'networkInterfaceId',
          label: 'Network interface',
          type: 'reference',
          to: ['network-interface'],
          relation: 'routes-to',
          optional: true,
        },
        {
          key: 'instanceId',
          label: 'Instance',
          type: 'reference',
          to: ['instance'],
          relation: 'routes-to',
          optional: true,
        },
        { key: 'otherTarget', label: 'Other target', type: 'text', maxLength: 128, optional: true },
        { key: 'propagated', label: 'Propagated', type: 'boolean', optional: true, fixed: true },
      ],
    },
  },
  {
    key: 'gatewayId',
    label: 'Edge association',
    type: 'reference',
    to: ['internet-gateway'],
    relation: 'attached-to',
    optional: true,
  },
];
