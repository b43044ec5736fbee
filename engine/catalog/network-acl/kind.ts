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
  fields: [
    { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
    { key: 'isDefault', label: 'Default ACL', type: 'boolean', optional: true, fixed: true },
    {
      key: 'entries',
      label: 'Rules',
      type: 'list',
      maxItems: 400,
      of: {
        key: 'entry',
        label: 'Rule',
        type: 'object',
        fields: [
          { key: 'ruleNumber', label: 'Number', type: 'integer', min: 1, max: 32766 },
          { key: 'egress', label: 'Outbound', type: 'boolean' },
          { key: 'protocol', label: 'Protocol', type: 'protocol' },
          {
            key: 'ruleAction',
            label: 'Action',
            type: 'choice',
            choices: [
              { value: 'allow', label: 'Allow' },
              { value: 'deny', label: 'Deny' },
            ],
          },
          { key: 'cidrBlock', label: 'IPv4 CIDR', type: 'ipv4-cidr', optional: true },
          { key: 'ipv6CidrBlock', label: 'IPv6 CIDR', type: 'ipv6-cidr', optional: true },
          {
            key: 'portRange',
            label: 'Ports',
            type: 'object',
            optional: true,
            fields: [
              { key: 'from', label: 'From', type: 'integer', min: 0, max: 65535 },
              { key: 'to', label: 'To', type: 'integer', min: 0, max: 65535 },
            ],
          },
          {
            key: 'icmp',
            label: 'ICMP',
            type: 'object',
            optional: true,
            fields: [
              { key: 'type', label: 'Type', type: 'integer', min: -1, max: 255 },
              { key: 'code', label: 'Code', type: 'integer', min: -1, max: 255 },
            ],
          },
        ],
      },
    },
  ],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
};
