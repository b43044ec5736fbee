/** Properties of a load balancer: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';
import { LISTENER_PROTOCOLS } from '../listener-protocol';

export const loadBalancerFields: readonly Field[] = [
  { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
  {
    key: 'type',
    label: 'Type',
    type: 'choice',
    choices: [
      { value: 'application', label: 'Application (HTTP, HTTPS)' },
      { value: 'network', label: 'Network (TCP, UDP, TLS)' },
    ],
  },
  {
    key: 'scheme',
    label: 'Scheme',
    type: 'choice',
    choices: [
      { value: 'internet-facing', label: 'Internet-facing' },
      { value: 'internal', label: 'Internal' },
    ],
  },
  {
    key: 'securityGroups',
    label: 'Security groups',
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
    key: 'listeners',
    label: 'Listeners',
    type: 'list',
    maxItems: 50,
    of: {
      key: 'listener',
      label: 'Listener',
      type: 'object',
      fields: [
        {
          key: 'protocol',
          label: 'Protocol',
          type: 'choice',
          choices: LISTENER_PROTOCOLS.map((value) => ({ value, label: value })),
        },
        { key: 'port', label: 'Port', type: 'integer', min: 1, max: 65535 },
        {
          key: 'targetGroupIds',
          label: 'Target groups',
          type: 'list',
          maxItems: 100,
          of: {
            key: 'targetGroup',
            label: 'Target group',
            type: 'reference',
            to: ['target-group'],
            relation: 'member-of',
          },
        },
      ],
    },
  },
  {
    key: 'crossZone',
    label: 'Cross-zone load balancing',
    type: 'boolean',
    optional: true,
    help: 'Not set: on for an Application, off for a Network Load Balancer.',
  },
  { key: 'dnsName', label: 'DNS name', type: 'text', maxLength: 255, optional: true },
];
