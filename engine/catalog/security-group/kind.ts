import type { Field, KindDescriptor } from '../../model/kind';
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

const rule = (peer: string): Field => ({
  key: 'rule',
  label: 'Rule',
  type: 'object',
  fields: [
    { key: 'ipProtocol', label: 'Protocol', type: 'protocol' },
    { key: 'fromPort', label: 'From port', type: 'integer', min: -1, max: 65535, optional: true },
    { key: 'toPort', label: 'To port', type: 'integer', min: -1, max: 65535, optional: true },
    { key: 'cidrIp', label: `${peer} IPv4`, type: 'ipv4-cidr', optional: true },
    { key: 'cidrIpv6', label: `${peer} IPv6`, type: 'ipv6-cidr', optional: true },
    {
      key: 'peerGroupId',
      label: `${peer} group`,
      type: 'reference',
      to: ['security-group'],
      relation: 'routes-to',
      optional: true,
    },
    { key: 'prefixListId', label: 'Prefix list', type: 'text', maxLength: 64, optional: true },
    { key: 'description', label: 'Description', type: 'text', maxLength: 255, optional: true },
  ],
});

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
  fields: [
    { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
    { key: 'groupName', label: 'Group name', type: 'text', maxLength: 255 },
    { key: 'groupDescription', label: 'Description', type: 'text', maxLength: 255, optional: true },
    { key: 'securityGroupIngress', label: 'Inbound rules', type: 'list', maxItems: 1000, of: rule('Source') },
    {
      key: 'securityGroupEgress',
      label: 'Outbound rules',
      type: 'list',
      maxItems: 1000,
      of: rule('Destination'),
    },
  ],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
};
