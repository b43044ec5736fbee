/** Properties of a bucket: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const bucketFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  {
    key: 'bucketName',
    label: 'Bucket name',
    type: 'text',
    maxLength: 63,
    help: 'Lower case letters, digits, dots and hyphens; unique in the world.',
  },
];
