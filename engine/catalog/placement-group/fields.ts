/** Properties of a placement group: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const placementGroupFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  { key: 'groupName', label: 'Group name', type: 'text', maxLength: 255 },
  {
    key: 'strategy',
    label: 'Strategy',
    type: 'choice',
    choices: [
      { value: 'cluster', label: 'Cluster: close together' },
      { value: 'spread', label: 'Spread: a rack each' },
      { value: 'partition', label: 'Partition: sets of racks' },
    ],
  },
  { key: 'partitionCount', label: 'Partitions', type: 'integer', min: 1, max: 7, optional: true },
];
