/** Properties of a network acl: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const networkAclFields: readonly Field[] = [
  { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
  { key: 'isDefault', label: 'Default ACL', type: 'boolean', optional: true, fixed: true },
  {
    key: 'entries',
    label: 'Rules',
    type: 'list',
    maxItems: 400,
    of: {
      key: 'entry',
      label: 'Rule',
      type: 'object',
      fields: [
        { key: 'ruleNumber', label: 'Number', type: 'integer', min: 1, max: 32766 },
        { key: 'egress', label: 'Outbound', type: 'boolean' },
        { key: 'protocol', label: 'Protocol', type: 'protocol' },
        {
          key: 'ruleAction',
          label: 'Action',
          type: 'choice',
          choices: [
            { value: 'allow', label: 'Allow' },
            { value: 'deny', label: 'Deny' },
          ],
        },
        { key: 'cidrBlock', label: 'IPv4 CIDR', type: 'ipv4-cidr', optional: true },
        { key: 'ipv6CidrBlock', label: 'IPv6 CIDR', type: 'ipv6-cidr', optional: true },
        {
          key: 'portRange',
          label: 'Ports',
          type: 'object',
          optional: true,
          fields: [
            { key: 'from', label: 'From', type: 'integer', min: 0, max: 65535 },
            { key: 'to', label: 'To', type: 'integer', min: 0, max: 65535 },
          ],
        },
        {
          key: 'icmp',
          label: 'ICMP',
          type: 'object',
          optional: true,
          fields: [
            { key: 'type', label: 'Type', type: 'integer', min: -1, max: 255 },
            { key: 'code', label: 'Code', type: 'integer', min: -1, max: 255 },
          ],
        },
      ],
    },
  },
];
