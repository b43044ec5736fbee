/**
 * The network vocabulary: what each kind of resource tells the analyser about itself. Plain data, linked by id;
 * `compile.ts` turns the parts of a document into one network that can be walked.
 */
import type { BlockPublicAccessMode } from '../model/document';
import type { Cidr4, Ipv4 } from '../model/ip/ipv4';
import type { ResourceId } from '../model/resource';

interface Part {
  readonly id: ResourceId;
  /** What people call it: its name, else its id. */
  readonly label: string;
}

export interface VpcPart extends Part {
  /** Primary block first. */
  readonly blocks: readonly Cidr4[];
  readonly dnsSupport: boolean;
  /** Mode of Block Public Access; `null`: off. */
  readonly blockPublicAccess: BlockPublicAccessMode | null;
}

export interface SubnetPart extends Part {
  readonly vpcId: ResourceId;
  /** `null` for an IPv6-only subnet. */
  readonly block: Cidr4 | null;
  /** `null`: the main table of the VPC. */
  readonly tableId: ResourceId | null;
  /** `null`: the default ACL of the VPC. */
  readonly aclId: ResourceId | null;
}

export type TargetPart =
  | { readonly type: 'gateway'; readonly id: ResourceId }
  | { readonly type: 'nat'; readonly id: ResourceId }
  | { readonly type: 'interface'; readonly id: ResourceId }
  | { readonly type: 'host'; readonly id: ResourceId }
  /** A target that can't be modelled yet. */
  | { readonly type: 'other'; readonly id: string };

export interface RoutePart {
  /** As written in the table. */
  readonly destination: string;
  /** `null` where the addresses are not known: a prefix list without entries. */
  readonly block: Cidr4 | null;
  readonly target: TargetPart;
  readonly propagated: boolean;
  /** What AWS said of it, if it was imported. */
  readonly observed: 'active' | 'blackhole' | null;
}

export interface TablePart extends Part {
  readonly vpcId: ResourceId;
  readonly main: boolean;
  /** The gateway whose inbound traffic it routes. */
  readonly edgeGatewayId: ResourceId | null;
  /** IPv4 only; local routes are implied. */
  readonly routes: readonly RoutePart[];
}

export const ANY = -1;

export interface GroupRulePart {
  /** Place in the list of its direction. */
  readonly index: number;
  /** IANA number or ANY. */
  readonly protocol: number;
  /** Ports for tcp and udp; ICMP type (`from`) and code (`to`), where ANY is any. */
  readonly from: number;
  readonly to: number;
  readonly peer:
    | { readonly type: 'block'; readonly block: Cidr4 }
    | { readonly type: 'group'; readonly id: ResourceId }
    | { readonly type: 'prefix-list'; readonly id: string };
}

export interface GroupPart extends Part {
  readonly vpcId: ResourceId;
  readonly inbound: readonly GroupRulePart[];
  readonly outbound: readonly GroupRulePart[];
  /** It also has rules for IPv6, which no IPv4 packet matches. */
  readonly forIpv6: { readonly inbound: boolean; readonly outbound: boolean };
}

export interface AclEntryPart {
  readonly number: number;
  readonly allows: boolean;
  readonly protocol: number;
  readonly from: number;
  readonly to: number;
  readonly block: Cidr4;
}

export interface AclPart extends Part {
  readonly vpcId: ResourceId;
  readonly isDefault: boolean;
  /** Ascending by number, IPv4 only. The final `*` deny is implied. */
  readonly inbound: readonly AclEntryPart[];
  readonly outbound: readonly AclEntryPart[];
}

export interface GatewayPart extends Part {
  /** `null`: not attached. */
  readonly vpcId: ResourceId | null;
}

export interface NatPart extends Part {
  readonly subnetId: ResourceId;
  readonly address: Ipv4;
  readonly isPublic: boolean;
  readonly publicAddress: Ipv4 | null;
  /** In AWS's words; `available` is the one that works. */
  readonly state: string;
}

export interface InterfacePart extends Part {
  readonly subnetId: ResourceId;
  /** Primary first. */
  readonly addresses: readonly Ipv4[];
  readonly groupIds: readonly ResourceId[];
  readonly checked: boolean;
  readonly attachment: { readonly hostId: ResourceId; readonly deviceIndex: number } | null;
  /** What owns it, if it is not an ordinary interface of an instance: packets to it can't be followed yet. */
  readonly service: string | null;
  readonly publicAddresses: readonly PublicAddressPart[];
}

export interface PublicAddressPart {
  readonly privateAddress: Ipv4;
  readonly publicAddress: Ipv4;
}

export interface HostPart extends Part {
  /** In AWS's words; `running` is the one that works. */
  readonly state: string;
  readonly policyRouting: boolean;
  /** Ports its own connections start from. */
  readonly clientPorts: readonly [number, number];
}

/** The Internet as a thing on the canvas. */
export interface WorldPart extends Part {
  readonly clientAddress: Ipv4;
}

export interface NetworkParts {
  readonly vpcs: readonly VpcPart[];
  readonly subnets: readonly SubnetPart[];
  readonly tables: readonly TablePart[];
  readonly groups: readonly GroupPart[];
  readonly acls: readonly AclPart[];
  readonly gateways: readonly GatewayPart[];
  readonly nats: readonly NatPart[];
  readonly interfaces: readonly InterfacePart[];
  readonly hosts: readonly HostPart[];
  readonly worlds: readonly WorldPart[];
  /** Elastic IPs. */
  readonly addresses: readonly AddressPart[];
  /** Everything with an id, for look-ups by id, AWS id and name. */
  readonly names: readonly NamePart[];
}

export interface AddressPart {
  readonly id: ResourceId;
  readonly address: Ipv4;
  /** Associated with nothing. */
  readonly idle: boolean;
}

export interface NamePart {
  readonly id: ResourceId;
  readonly kind: string;
  readonly name: string | null;
  readonly awsId: string | null;
}
