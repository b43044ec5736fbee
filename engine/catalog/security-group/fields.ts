/** Properties of a security group: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

const rule = (peer: string): Field => ({
  key: 'rule',
  label: 'Rule',
  type: 'object',
  fields: [
    { key: 'ipProtocol', label: 'Protocol', type: 'protocol' },
    { key: 'fromPort', label: 'From port', type: 'integer', min: -1, max: 65535, optional: true },
    { key: 'toPort', label: 'To port', type: 'integer', min: -1, max: 65535, optional: true },
    { key: 'cidrIp', label: `${peer} IPv4`, type: 'ipv4-cidr', optional: true },
    { key: 'cidrIpv6', label: `${peer} IPv6`, type: 'ipv6-cidr', optional: true },
    {
      key: 'peerGroupId',
      label: `${peer} group`,
      type: 'reference',
      to: ['security-group'],
      relation: 'routes-to',
      optional: true,
    },
    { key: 'prefixListId', label: 'Prefix list', type: 'text', maxLength: 64, optional: true },
    { key: 'description', label: 'Description', type: 'text', maxLength: 255, optional: true },
  ],
});

export const securityGroupFields: readonly Field[] = [
  { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
  { key: 'groupName', label: 'Group name', type: 'text', maxLength: 255 },
  { key: 'groupDescription', label: 'Description', type: 'text', maxLength: 255, optional: true },
  { key: 'securityGroupIngress', label: 'Inbound rules', type: 'list', maxItems: 1000, of: rule('Source') },
  {
    key: 'securityGroupEgress',
    label: 'Outbound rules',
    type: 'list',
    maxItems: 1000,
    of: rule('Destination'),
  },
];
