/** Properties of a prefix list: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const prefixListFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  { key: 'prefixListName', label: 'List name', type: 'text', maxLength: 255 },
  {
    key: 'entries',
    label: 'Entries',
    type: 'list',
    maxItems: 1000,
    of: {
      key: 'entry',
      label: 'Entry',
      type: 'object',
      fields: [
        {
          key: 'cidr',
          label: 'Block',
          type: 'text',
          maxLength: 64,
          help: 'An IPv4 or IPv6 block, like 10.0.0.0/8.',
        },
        { key: 'description', label: 'Description', type: 'text', maxLength: 255, optional: true },
      ],
    },
  },
];
