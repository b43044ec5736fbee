/** Properties of a volume: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';
import { VOLUME_TYPES } from './kind';

export const volumeFields: readonly Field[] = [
  {
    key: 'availabilityZone',
    label: 'Availability Zone',
    type: 'reference',
    to: ['zone'],
    relation: 'in',
    fixed: true,
  },
  { key: 'size', label: 'Size', type: 'integer', min: 1, max: 65536, unit: 'GiB' },
  {
    key: 'volumeType',
    label: 'Type',
    type: 'choice',
    choices: VOLUME_TYPES.map((value) => ({ value, label: value })),
  },
  { key: 'iops', label: 'IOPS', type: 'integer', min: 100, max: 256000, optional: true },
  {
    key: 'throughput',
    label: 'Throughput',
    type: 'integer',
    min: 125,
    max: 2000,
    unit: 'MiB/s',
    optional: true,
  },
  { key: 'encrypted', label: 'Encrypted', type: 'boolean' },
  {
    key: 'snapshotId',
    label: 'Made from snapshot',
    type: 'reference',
    to: ['snapshot'],
    relation: 'member-of',
    optional: true,
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
      { key: 'device', label: 'Device', type: 'text', maxLength: 32 },
      { key: 'root', label: 'Root device', type: 'boolean', optional: true, fixed: true },
      { key: 'deleteOnTermination', label: 'Delete on termination', type: 'boolean' },
    ],
  },
];
