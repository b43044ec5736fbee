/** Properties of a target group: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';
import { LISTENER_PROTOCOLS } from '../listener-protocol';

export const targetGroupFields: readonly Field[] = [
  { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
  {
    key: 'targetType',
    label: 'Target type',
    type: 'choice',
    fixed: true,
    choices: [
      { value: 'instance', label: 'Instances' },
      { value: 'ip', label: 'Addresses' },
      { value: 'lambda', label: 'A Lambda function' },
      { value: 'alb', label: 'An Application Load Balancer' },
    ],
  },
  {
    key: 'protocol',
    label: 'Protocol',
    type: 'choice',
    optional: true,
    choices: LISTENER_PROTOCOLS.map((value) => ({ value, label: value })),
  },
  { key: 'port', label: 'Port', type: 'integer', min: 1, max: 65535, optional: true },
  {
    key: 'targets',
    label: 'Targets',
    type: 'list',
    maxItems: 1000,
    of: {
      key: 'target',
      label: 'Target',
      type: 'object',
      fields: [
        {
          key: 'instanceId',
          label: 'Instance',
          when: { key: 'ipAddress' },
          type: 'reference',
          to: ['instance'],
          relation: 'member-of',
          optional: true,
        },
        {
          key: 'ipAddress',
          label: 'Address',
          when: { key: 'instanceId' },
          type: 'ipv4',
          optional: true,
        },
        { key: 'port', label: 'Port', type: 'integer', min: 1, max: 65535, optional: true },
      ],
    },
  },
  {
    key: 'preserveClientIp',
    label: 'Preserve client addresses',
    type: 'boolean',
    optional: true,
    help: 'Of a Network Load Balancer. Not set: on for instances and for udp, off for addresses with tcp or tls.',
  },
  {
    key: 'crossZone',
    label: 'Cross-zone',
    type: 'boolean',
    optional: true,
    help: 'Not set: as the load balancer says.',
  },
];
