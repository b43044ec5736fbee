/** Properties of a nat gateway: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const natGatewayFields: readonly Field[] = [
  { key: 'subnetId', label: 'Subnet', type: 'reference', to: ['subnet'], relation: 'in' },
  {
    key: 'connectivityType',
    label: 'Connectivity',
    type: 'choice',
    choices: [
      { value: 'public', label: 'Public: with an Elastic IP' },
      { value: 'private', label: 'Private: no internet' },
    ],
  },
  { key: 'privateIpAddress', label: 'Private IPv4', type: 'ipv4' },
  {
    key: 'allocationId',
    label: 'Elastic IP',
    type: 'reference',
    to: ['elastic-ip'],
    relation: 'attached-to',
    optional: true,
  },
];
