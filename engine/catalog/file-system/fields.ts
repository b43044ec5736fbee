/** Properties of a file system: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const fileSystemFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  {
    key: 'availabilityZoneName',
    label: 'One Zone in',
    type: 'reference',
    to: ['zone'],
    relation: 'uses',
    optional: true,
    help: 'Not set: kept over all zones of the Region.',
  },
  {
    key: 'mountTargets',
    label: 'Mount targets',
    type: 'list',
    maxItems: 6,
    of: {
      key: 'mountTarget',
      label: 'Network interface',
      type: 'reference',
      to: ['network-interface'],
      relation: 'uses',
    },
    help: 'Instances mount it by the interface of their own zone, TCP 2049.',
  },
];
