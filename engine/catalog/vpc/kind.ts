import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface Vpc extends ResourceBase {
  readonly kind: 'vpc';
  readonly region: ResourceId;
  /** Primary IPv4 block, /16 to /28; can't change. */
  readonly cidrBlock: string;
  readonly secondaryCidrBlocks?: readonly string[];
  readonly ipv6CidrBlock?: string;
  readonly enableDnsSupport: boolean;
  readonly enableDnsHostnames: boolean;
  readonly instanceTenancy?: 'default' | 'dedicated';
  readonly isDefault?: boolean;
}

export const vpc: KindDescriptor<Vpc> = {
  kind: 'vpc',
  label: 'VPC',
  plural: 'VPCs',
  idPrefix: 'vpc',
  cloudFormationType: 'AWS::EC2::VPC',
  category: 'start',
  appearance: 'box',
  summary:
    'A private network with its own range of addresses. Comes with a main route table, a default ACL and a default group.',
  roles: ['place', 'router'],
  fields: [
    { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
    {
      key: 'cidrBlock',
      label: 'IPv4 CIDR',
      type: 'ipv4-cidr',
      minPrefix: 16,
      maxPrefix: 28,
      help: '/16 to /28. EC2 does not let it change after creation; here you may, while nothing is placed outside it.',
    },
    {
      key: 'secondaryCidrBlocks',
      label: 'Further IPv4 CIDRs',
      type: 'list',
      maxItems: 4,
      optional: true,
      of: { key: 'cidr', label: 'IPv4 CIDR', type: 'ipv4-cidr', minPrefix: 16, maxPrefix: 28 },
    },
    { key: 'ipv6CidrBlock', label: 'IPv6 CIDR', type: 'ipv6-cidr', optional: true },
    { key: 'enableDnsSupport', label: 'DNS resolution', type: 'boolean' },
    { key: 'enableDnsHostnames', label: 'DNS hostnames', type: 'boolean' },
    {
      key: 'instanceTenancy',
      label: 'Tenancy',
      type: 'choice',
      optional: true,
      choices: [
        { value: 'default', label: 'Shared hardware' },
        { value: 'dedicated', label: 'Dedicated' },
      ],
    },
    { key: 'isDefault', label: 'Default VPC', type: 'boolean', optional: true, fixed: true },
  ],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
};
