import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** One rule, one peer. Rules only allow, in no order; replies of allowed flows always pass. */
export interface SecurityGroupRule {
  /** `-1`, `tcp`, `udp`, `icmp`, `icmpv6` or a number. */
  readonly ipProtocol: string;
  /** Lowest port, or the ICMP type; absent: all. */
  readonly fromPort?: number;
  /** Highest port, or the ICMP code; absent: all. */
  readonly toPort?: number;
  readonly cidrIp?: string;
  readonly cidrIpv6?: string;
  /** Every interface that carries this group. */
  readonly peerGroupId?: ResourceId;
  readonly prefixListId?: string;
  readonly description?: string;
}

export interface SecurityGroup extends ResourceBase {
  readonly kind: 'security-group';
  readonly vpcId: ResourceId;
  /** Unique in the VPC; `default` is the group every VPC has. */
  readonly groupName: string;
  readonly groupDescription?: string;
  readonly securityGroupIngress: readonly SecurityGroupRule[];
  readonly securityGroupEgress: readonly SecurityGroupRule[];
}

export const securityGroup: KindDescriptor<SecurityGroup> = {
  kind: 'security-group',
  label: 'Security group',
  plural: 'Security groups',
  idPrefix: 'sg',
  cloudFormationType: 'AWS::EC2::SecurityGroup',
  category: 'security',
  appearance: 'chip',
  summary: 'Allow rules on network interfaces. Stateful: what may come in may be answered.',
  roles: ['filter'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
};
