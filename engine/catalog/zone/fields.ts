/** Properties of a zone: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const zoneFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  { key: 'zoneName', label: 'Zone name', type: 'text', maxLength: 32 },
  { key: 'zoneId', label: 'Zone id', type: 'text', maxLength: 32, optional: true },
  {
    key: 'hosts',
    label: 'Hosts',
    type: 'integer',
    min: 0,
    max: 100_000,
    optional: true,
    help: 'Servers of 96 vCPUs that EC2 has free here; when they are full, launches fail for want of capacity. Not set: never full.',
  },
];
