import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface NatGateway extends ResourceBase {
  readonly kind: 'nat-gateway';
  readonly subnetId: ResourceId;
  readonly connectivityType: 'public' | 'private';
  readonly privateIpAddress: string;
  /** The Elastic IP of a public one. */
  readonly allocationId?: ResourceId;
}

export const natGateway: KindDescriptor<NatGateway> = {
  kind: 'nat-gateway',
  label: 'NAT gateway',
  plural: 'NAT gateways',
  idPrefix: 'nat',
  cloudFormationType: 'AWS::EC2::NatGateway',
  category: 'gateways',
  appearance: 'card',
  summary: 'Lets private instances open connections outward; nobody can open one inward.',
  roles: ['gateway', 'endpoint', 'address'],
  fields: [
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
  ],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
};
