import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** Drawn in its own subnet, which need not be that of the instance's primary interface. */
export interface NetworkInterface extends ResourceBase {
  readonly kind: 'network-interface';
  readonly subnetId: ResourceId;
  readonly privateIpAddress?: string;
  readonly secondaryPrivateIpAddresses?: readonly string[];
  readonly ipv6Addresses?: readonly string[];
  /** Security groups: their rules add up. */
  readonly groupSet: readonly ResourceId[];
  readonly sourceDestCheck: boolean;
  readonly attachment?: NetworkInterfaceAttachment;
  /** `interface` when absent; service interfaces keep AWS's word. */
  readonly interfaceType?: string;
  readonly description?: string;
}

export interface NetworkInterfaceAttachment {
  readonly instanceId: ResourceId;
  /** 0 is the primary interface: it can't be detached. */
  readonly deviceIndex: number;
  readonly deleteOnTermination: boolean;
}

export const networkInterface: KindDescriptor<NetworkInterface> = {
  kind: 'network-interface',
  label: 'Network interface',
  plural: 'Network interfaces',
  idPrefix: 'eni',
  cloudFormationType: 'AWS::EC2::NetworkInterface',
  category: 'start',
  appearance: 'port',
  summary: 'An ENI: addresses, groups and a MAC that can move from one instance to another.',
  roles: ['endpoint', 'address'],
  fields: [
    { key: 'subnetId', label: 'Subnet', type: 'reference', to: ['subnet'], relation: 'in', fixed: true },
    { key: 'privateIpAddress', label: 'Primary private IPv4', type: 'ipv4', optional: true },
    {
      key: 'secondaryPrivateIpAddresses',
      label: 'Secondary private IPv4',
      type: 'list',
      maxItems: 255,
      optional: true,
      of: { key: 'address', label: 'Address', type: 'ipv4' },
    },
    {
      key: 'ipv6Addresses',
      label: 'IPv6',
      type: 'list',
      maxItems: 255,
      optional: true,
      of: { key: 'address', label: 'Address', type: 'ipv6' },
    },
    {
      key: 'groupSet',
      label: 'Security groups',
      type: 'list',
      maxItems: 16,
      of: {
        key: 'group',
        label: 'Security group',
        type: 'reference',
        to: ['security-group'],
        relation: 'member-of',
      },
    },
    {
      key: 'sourceDestCheck',
      label: 'Source/destination check',
      type: 'boolean',
      help: 'On: drops packets that are neither from nor to an address of this interface. Off for routers and NAT instances.',
    },
    {
      key: 'attachment',
      label: 'Attachment',
      type: 'object',
      optional: true,
      fields: [
        {
          key: 'instanceId',
          label: 'Instance',
          type: 'reference',
          to: ['instance'],
          relation: 'attached-to',
        },
        { key: 'deviceIndex', label: 'Device index', type: 'integer', min: 0, max: 63, fixed: true },
        { key: 'deleteOnTermination', label: 'Delete on termination', type: 'boolean' },
      ],
    },
    { key: 'interfaceType', label: 'Type', type: 'text', maxLength: 64, optional: true, fixed: true },
    { key: 'description', label: 'Description', type: 'text', maxLength: 255, optional: true },
  ],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
};
