/** The compiled network: parts linked to each other and indexed, so that a walk never searches. */
import type { Address, Cidr } from '../model/ip/address';
import type { ResourceId } from '../model/resource';
import type {
  AclPart,
  EgressOnlyPart,
  EndpointPart,
  GatewayPart,
  GroupPart,
  HostPart,
  InterfacePart,
  ListenerPart,
  LoadBalancerPart,
  NamePart,
  NatPart,
  PeeringPart,
  RoutePart,
  SubnetPart,
  TablePart,
  TargetGroupPart,
  VpcPart,
  WorldPart,
} from './parts';

export interface Vpc extends VpcPart {
  /** The attached internet gateway; `unknown` where an import shows routes to one that is not in the document. */
  readonly gateway: Gateway | 'unknown' | null;
  /** Who answers to a private address. */
  readonly owners: ReadonlyMap<Address, Interface | Nat>;
  /** Blocks delegated to interfaces: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html */
  readonly delegated: readonly { readonly block: Cidr; readonly owner: Interface }[];
  /** Private to public, for all its interfaces and NAT gateways. */
  readonly publicByPrivate: ReadonlyMap<Address, Address>;
  readonly subnets: readonly Subnet[];
  readonly tables: readonly Table[];
  readonly nats: readonly Nat[];
  /** VPCs that an active peering connection joins to this one. */
  readonly peers: readonly Peer[];
}

export interface Peer {
  readonly peering: Peering;
  readonly vpc: Vpc;
  /** References to groups work inside a region only. */
  readonly sameRegion: boolean;
}

export interface Subnet extends SubnetPart {
  readonly vpc: Vpc;
  /** Its own, else the main one; `null` where the document has none. */
  readonly table: Table | null;
  readonly acl: Acl | null;
}

export type Acl = AclPart;

export interface Table extends Omit<TablePart, 'routes'> {
  readonly vpc: Vpc;
  /** Longest prefix first, best kind first; the first that holds an address is the one. Local routes included. */
  readonly routes: readonly Route[];
  /** Routes whose addresses are not known. */
  readonly opaqueRoutes: readonly Route[];
}

export interface Route extends Omit<RoutePart, 'target'> {
  readonly target: Target;
}

export type Target =
  | { readonly type: 'local' }
  | { readonly type: 'gateway'; readonly gateway: Gateway }
  | { readonly type: 'nat'; readonly nat: Nat }
  | { readonly type: 'interface'; readonly interface: Interface }
  | { readonly type: 'egress-only'; readonly gateway: EgressOnly }
  /** `far` is `null` where the VPC on the other side is not in the document. */
  | {
      readonly type: 'peering';
      readonly peering: Peering;
      readonly far: Vpc | null;
      readonly sameRegion: boolean;
    }
  | { readonly type: 'endpoint'; readonly endpoint: Endpoint }
  | {
      readonly type: 'blackhole';
      readonly id: string;
      /** What people call it: its name, else its id. */
      readonly label: string;
      readonly why: string;
      readonly was: string;
    }
  /** In the data AWS gave, but not in the document. */
  | { readonly type: 'missing'; readonly id: string }
  | { readonly type: 'other'; readonly id: string };

export interface Gateway extends GatewayPart {
  readonly vpc: Vpc | null;
  /** Table of an edge association. */
  readonly edgeTable: Table | null;
}

export interface EgressOnly extends EgressOnlyPart {
  readonly vpc: Vpc;
}

export interface Peering extends PeeringPart {
  readonly vpcs: readonly [Vpc | null, Vpc | null];
}

export interface Endpoint extends EndpointPart {
  readonly vpc: Vpc;
  /** Of an interface endpoint, in document order. */
  readonly nodes: readonly Interface[];
}

export interface LoadBalancer extends Omit<LoadBalancerPart, 'listeners'> {
  readonly vpc: Vpc;
  /** Its network interfaces, one in each of its subnets. */
  readonly nodes: readonly Interface[];
  readonly listeners: readonly Listener[];
}

export interface Listener extends ListenerPart {
  readonly groups: readonly TargetGroup[];
}

export interface TargetGroup extends Omit<TargetGroupPart, 'targets'> {
  readonly targets: readonly GroupTarget[];
}

export interface GroupTarget {
  /** How it was registered: the instance or the address. */
  readonly label: string;
  readonly address: Address | null;
  readonly port: number | null;
  /** Who answers there; `null`: nobody in the document. */
  readonly interface: Interface | null;
}

export interface Nat extends NatPart {
  readonly type: 'nat';
  readonly subnet: Subnet;
}

export interface Interface extends InterfacePart {
  readonly type: 'interface';
  readonly subnet: Subnet;
  readonly groups: readonly Group[];
  /** Groups it carries that are not in the document. */
  readonly missingGroupIds: readonly ResourceId[];
  readonly host: Host | null;
}

export type Group = GroupPart;

export interface Host extends HostPart {
  /** By device index. */
  readonly interfaces: readonly Interface[];
}

export type World = WorldPart;

export interface Network {
  readonly at: 'design' | number;
  readonly vpcs: ReadonlyMap<ResourceId, Vpc>;
  readonly interfaces: ReadonlyMap<ResourceId, Interface>;
  readonly hosts: ReadonlyMap<ResourceId, Host>;
  readonly nats: ReadonlyMap<ResourceId, Nat>;
  readonly gateways: ReadonlyMap<ResourceId, Gateway>;
  readonly egressOnly: ReadonlyMap<ResourceId, EgressOnly>;
  readonly peerings: ReadonlyMap<ResourceId, Peering>;
  readonly endpoints: ReadonlyMap<ResourceId, Endpoint>;
  readonly loadBalancers: ReadonlyMap<ResourceId, LoadBalancer>;
  readonly targetGroups: ReadonlyMap<ResourceId, TargetGroup>;
  readonly groups: ReadonlyMap<ResourceId, Group>;
  readonly worlds: ReadonlyMap<ResourceId, World>;
  /** Who answers to a public address; IPv6 addresses are their own. */
  readonly publicOwners: ReadonlyMap<Address, PublicOwner>;
  /** Elastic IPs by id. */
  readonly addressesById: ReadonlyMap<ResourceId, Address>;
  readonly idleAddresses: ReadonlyMap<Address, ResourceId>;
  /** Who answers to a private address, in every VPC. */
  readonly privateOwners: ReadonlyMap<Address, readonly (Interface | Nat)[]>;
  readonly names: ReadonlyMap<ResourceId, NamePart>;
  readonly idsByAwsId: ReadonlyMap<string, ResourceId>;
  readonly idsByName: ReadonlyMap<string, readonly ResourceId[]>;
}

export interface PublicOwner {
  readonly owner: Interface | Nat;
  readonly privateAddress: Address;
}
