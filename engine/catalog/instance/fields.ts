/** Properties of a instance: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const instanceFields: readonly Field[] = [
  {
    key: 'instanceType',
    label: 'Type',
    type: 'instance-type',
    help: 'EC2 lets it change while the instance is stopped.',
  },
  { key: 'imageId', label: 'Image', type: 'text', maxLength: 64, optional: true },
  {
    key: 'platform',
    label: 'Platform',
    type: 'choice',
    optional: true,
    choices: [
      { value: 'linux', label: 'Linux' },
      { value: 'windows', label: 'Windows' },
    ],
  },
  {
    key: 'associatePublicIpAddress',
    label: 'Public IPv4 at launch',
    type: 'boolean',
    optional: true,
    help: 'Not set: as the subnet says.',
  },
  {
    key: 'placementGroup',
    label: 'Placement group',
    type: 'reference',
    to: ['placement-group'],
    relation: 'member-of',
    optional: true,
  },
  { key: 'partitionNumber', label: 'Partition', type: 'integer', min: 1, max: 7, optional: true },
  {
    key: 'tenancy',
    label: 'Tenancy',
    type: 'choice',
    optional: true,
    choices: [
      { value: 'default', label: 'Shared hardware' },
      { value: 'dedicated', label: 'Dedicated instance' },
      { value: 'host', label: 'Dedicated host' },
    ],
  },
  {
    key: 'instanceMarketOptions',
    label: 'Spot',
    type: 'object',
    optional: true,
    fields: [
      {
        key: 'marketType',
        label: 'Market',
        type: 'choice',
        fixed: true,
        choices: [{ value: 'spot', label: 'Spot' }],
      },
      {
        key: 'spotInstanceType',
        label: 'Request',
        type: 'choice',
        choices: [
          { value: 'one-time', label: 'One-time' },
          { value: 'persistent', label: 'Persistent' },
        ],
      },
      {
        key: 'instanceInterruptionBehavior',
        label: 'When taken back',
        type: 'choice',
        choices: [
          { value: 'terminate', label: 'Terminate' },
          { value: 'stop', label: 'Stop' },
          { value: 'hibernate', label: 'Hibernate' },
        ],
      },
    ],
  },
  {
    key: 'instanceInitiatedShutdownBehavior',
    label: 'On shutdown from inside',
    type: 'choice',
    optional: true,
    choices: [
      { value: 'stop', label: 'Stop' },
      { value: 'terminate', label: 'Terminate' },
    ],
  },
  { key: 'disableApiTermination', label: 'Termination protection', type: 'boolean', optional: true },
  { key: 'disableApiStop', label: 'Stop protection', type: 'boolean', optional: true },
  {
    key: 'policyRouting',
    label: 'Policy routing in the guest',
    type: 'boolean',
    optional: true,
    help: 'On: a reply leaves by the interface its request came in by, as Amazon Linux sets it up.',
  },
  {
    key: 'rootDeviceType',
    label: 'Root device',
    type: 'choice',
    optional: true,
    fixed: true,
    choices: [
      { value: 'ebs', label: 'EBS volume' },
      { value: 'instance-store', label: 'Instance store' },
    ],
  },
  {
    key: 'packetForwarding',
    label: 'Forwards packets of others',
    type: 'choice',
    optional: true,
    help: 'Not set: as a NAT instance towards the internet, else as a router.',
    choices: [
      { value: 'nat', label: 'As a NAT instance' },
      { value: 'route', label: 'As a router' },
      { value: 'off', label: 'No: forwarding is off in the guest' },
    ],
  },
  {
    key: 'services',
    label: 'Services that listen',
    type: 'list',
    maxItems: 64,
    optional: true,
    help: 'Not set: not known, and nothing is refused for it.',
    of: {
      key: 'service',
      label: 'Service',
      type: 'object',
      fields: [
        {
          key: 'protocol',
          label: 'Protocol',
          type: 'choice',
          choices: [
            { value: 'tcp', label: 'tcp' },
            { value: 'udp', label: 'udp' },
          ],
        },
        { key: 'port', label: 'Port', type: 'integer', min: 0, max: 65535 },
        { key: 'name', label: 'Name', type: 'text', maxLength: 64, optional: true },
      ],
    },
  },
];
