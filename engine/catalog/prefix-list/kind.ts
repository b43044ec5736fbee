import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface PrefixListEntry {
  readonly cidr: string;
  readonly description?: string;
}

/** A named set of blocks that routes and group rules refer to by its id. AWS keeps those of its services. */
export interface PrefixList extends ResourceBase {
  readonly kind: 'prefix-list';
  readonly region: ResourceId;
  /** `com.amazonaws.us-east-1.s3` for one that AWS keeps. */
  readonly prefixListName: string;
  readonly entries: readonly PrefixListEntry[];
}

export const prefixList: KindDescriptor<PrefixList> = {
  kind: 'prefix-list',
  label: 'Prefix list',
  plural: 'Prefix lists',
  idPrefix: 'pl',
  cloudFormationType: 'AWS::EC2::PrefixList',
  category: 'security',
  appearance: 'chip',
  summary: 'A named set of address blocks for routes and group rules.',
  roles: ['filter', 'router'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html',
};
