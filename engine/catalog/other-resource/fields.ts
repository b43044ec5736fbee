/** Properties of what is not modelled: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const otherResourceFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  { key: 'resourceType', label: 'What it is', type: 'text', maxLength: 64, fixed: true },
  {
    key: 'vpcId',
    label: 'Attached to',
    type: 'reference',
    to: ['vpc'],
    relation: 'attached-to',
    optional: true,
    fixed: true,
  },
];
