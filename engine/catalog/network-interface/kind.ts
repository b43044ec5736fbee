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
  /** Delegated blocks, of which the guest may use every address. */
  readonly ipv4Prefixes?: readonly string[];
  readonly ipv6Prefixes?: readonly string[];
  /** The load balancer or endpoint it is a node of, whose groups it carries. */
  readonly managedBy?: ResourceId;
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
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
};
