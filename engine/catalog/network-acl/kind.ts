import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** Ordered and stateless. The final `*` deny is implied. */
export interface NetworkAclEntry {
  /** 1 to 32766; the lowest that matches decides. */
  readonly ruleNumber: number;
  readonly egress: boolean;
  /** `-1` is every protocol. */
  readonly protocol: string;
  readonly ruleAction: 'allow' | 'deny';
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  /** tcp and udp; absent: every port. */
  readonly portRange?: { readonly from: number; readonly to: number };
  /** icmp; -1 is any. */
  readonly icmp?: { readonly type: number; readonly code: number };
}

export interface NetworkAcl extends ResourceBase {
  readonly kind: 'network-acl';
  readonly vpcId: ResourceId;
  /** The ACL of every subnet that names none. */
  readonly isDefault?: boolean;
  readonly entries: readonly NetworkAclEntry[];
}

export const networkAcl: KindDescriptor<NetworkAcl> = {
  kind: 'network-acl',
  label: 'Network ACL',
  plural: 'Network ACLs',
  idPrefix: 'acl',
  cloudFormationType: 'AWS::EC2::NetworkAcl',
  category: 'security',
  appearance: 'chip',
  summary:
    'Numbered allow and deny rules at the edge of a subnet. Stateless: replies need a rule of their own.',
  roles: ['filter'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
};
