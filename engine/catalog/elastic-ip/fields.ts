/** Properties of a elastic ip: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const elasticIpFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  { key: 'publicIp', label: 'Public IPv4', type: 'ipv4', fixed: true },
  {
    key: 'networkInterfaceId',
    label: 'Associated with',
    type: 'reference',
    to: ['network-interface'],
    relation: 'attached-to',
    optional: true,
  },
  { key: 'privateIpAddress', label: 'Private IPv4', type: 'ipv4', optional: true },
];
