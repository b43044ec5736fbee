/** Properties of a internet gateway: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const internetGatewayFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  {
    key: 'vpcId',
    label: 'Attached to',
    type: 'reference',
    to: ['vpc'],
    relation: 'attached-to',
    optional: true,
  },
];
