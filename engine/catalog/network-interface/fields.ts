/** Properties of a network interface: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const networkInterfaceFields: readonly Field[] = [
  { key: 'subnetId', label: 'Subnet', type: 'reference', to: ['subnet'], relation: 'in', fixed: true },
  { key: 'privateIpAddress', label: 'Primary private IPv4', type: 'ipv4', optional: true },
  {
    key: 'secondaryPrivateIpAddresses',
    label: 'Secondary private IPv4',
    type: 'list',
    maxItems: 255,
    optional: true,
    of: { key: 'address', label: 'Address', type: 'ipv4' },
  },
  {
    key: 'ipv6Addresses',
    label: 'IPv6',
    type: 'list',
    maxItems: 255,
    optional: true,
    of: { key: 'address', label: 'Address', type: 'ipv6' },
  },
  {
    key: 'groupSet',
    label: 'Security groups',
    type: 'list',
    maxItems: 16,
    of: {
      key: 'group',
      label: 'Security group',
      type: 'reference',
      to: ['security-group'],
      relation: 'member-of',
    },
  },
  {
    key: 'sourceDestCheck',
    label: 'Source/destination check',
    type: 'boolean',
    help: 'On: drops packets that are neither from nor to an address of this interface. Off for routers and NAT instances.',
  },
  {
    key: 'attachment',
    label: 'Attachment',
    type: 'object',
    optional: true,
    fields: [
      {
        key: 'instanceId',
        label: 'Instance',
        type: 'reference',
        to: ['instance'],
        relation: 'attached-to',
      },
      { key: 'deviceIndex', label: 'Device index', type: 'integer', min: 0, max: 63, fixed: true },
      { key: 'deleteOnTermination', label: 'Delete on termination', type: 'boolean' },
    ],
  },
  { key: 'interfaceType', label: 'Type', type: 'text', maxLength: 64, optional: true, fixed: true },
  { key: 'description', label: 'Description', type: 'text', maxLength: 255, optional: true },
];
