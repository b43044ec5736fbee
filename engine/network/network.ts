/** The compiled network: parts linked to each other and indexed, so that a walk never searches. */
import type { Ipv4 } from '../model/ip/ipv4';
import type { ResourceId } from '../model/resource';
import type {
  AclPart,
  GatewayPart,
  GroupPart,
  HostPart,
  InterfacePart,
  NamePart,
  NatPart,
  RoutePart,
  SubnetPart,
  TablePart,
  VpcPart,
  WorldPart,
} from './parts';

export interface Vpc extends VpcPart {
  /** The attached internet gateway; `unknown` where an import shows routes to one that is not in the document. */
  readonly gateway: Gateway | 'unknown' | null;
  /** Who answers to a private address. */
  readonly owners: ReadonlyMap<Ipv4, Interface | Nat>;
  /** Private to public, for all its interfaces and NAT gateways. */
  readonly publicByPrivate: ReadonlyMap<Ipv4, Ipv4>;
  readonly subnets: readonly Subnet[];
  readonly tables: readonly Table[];
  readonly nats: readonly Nat[];
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
  readonly groups: ReadonlyMap<ResourceId, Group>;
  readonly worlds: ReadonlyMap<ResourceId, World>;
  /** Who answers to a public address. */
  readonly publicOwners: ReadonlyMap<Ipv4, PublicOwner>;
  /** Elastic IPs by id. */
  readonly addressesById: ReadonlyMap<ResourceId, Ipv4>;
  readonly idleAddresses: ReadonlyMap<Ipv4, ResourceId>;
  /** Who answers to a private address, in every VPC. */
  readonly privateOwners: ReadonlyMap<Ipv4, readonly (Interface | Nat)[]>;
  readonly names: ReadonlyMap<ResourceId, NamePart>;
  readonly idsByAwsId: ReadonlyMap<string, ResourceId>;
  readonly idsByName: ReadonlyMap<string, readonly ResourceId[]>;
}

export interface PublicOwner {
  readonly owner: Interface | Nat;
  readonly privateAddress: Ipv4;
}
