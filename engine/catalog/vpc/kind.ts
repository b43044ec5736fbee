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
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
};
