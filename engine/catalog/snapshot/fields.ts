/** Properties of a snapshot: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const snapshotFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  { key: 'volumeSize', label: 'Size', type: 'integer', min: 1, max: 65536, unit: 'GiB' },
  { key: 'encrypted', label: 'Encrypted', type: 'boolean' },
  {
    key: 'kmsKey',
    label: 'Key',
    type: 'choice',
    optional: true,
    choices: [
      { value: 'aws/ebs', label: 'aws/ebs' },
      { value: 'customer-managed', label: 'Customer managed' },
    ],
    help: 'Not set: aws/ebs, which can’t be shared with other accounts.',
  },
  {
    key: 'sourceVolumeId',
    label: 'Taken from volume',
    type: 'reference',
    to: ['volume'],
    relation: 'member-of',
    optional: true,
  },
  {
    key: 'sourceSnapshotId',
    label: 'Copied from snapshot',
    type: 'reference',
    to: ['snapshot'],
    relation: 'member-of',
    optional: true,
  },
];
