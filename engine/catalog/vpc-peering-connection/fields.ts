/** Properties of a VPC peering connection: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const vpcPeeringConnectionFields: readonly Field[] = [
  {
    key: 'vpcId',
    label: 'Requester',
    type: 'reference',
    to: ['vpc'],
    relation: 'in',
    optional: true,
  },
  {
    key: 'peerVpcId',
    label: 'Accepter',
    type: 'reference',
    to: ['vpc'],
    relation: 'in',
    optional: true,
  },
  {
    key: 'status',
    label: 'Status',
    type: 'choice',
    optional: true,
    choices: [
      { value: 'active', label: 'Active' },
      { value: 'pending-acceptance', label: 'Pending acceptance' },
      { value: 'rejected', label: 'Rejected' },
      { value: 'expired', label: 'Expired' },
      { value: 'failed', label: 'Failed' },
      { value: 'deleted', label: 'Deleted' },
    ],
  },
  {
    key: 'allowDnsResolutionFromRemoteVpc',
    label: 'Private DNS names',
    help: 'Names of instances of the other side resolve to their private addresses.',
    type: 'boolean',
    optional: true,
  },
];
