/**
 * The network vocabulary: what each kind of resource tells the analyser about itself. Plain data, linked by id;
 * `compile.ts` turns the parts of a document into one network that can be walked.
 */
import type { BlockPublicAccessMode } from '../model/document';
import type { Address, Cidr } from '../model/ip/address';
import type { ResourceId } from '../model/resource';

interface Part {
  readonly id: ResourceId;
  /** What people call it: its name, else its id. */
  readonly label: string;
}

export interface VpcPart extends Part {
  /** Of both families; the primary IPv4 block first. */
  readonly blocks: readonly Cidr[];
  readonly regionId: ResourceId;
  readonly dnsSupport: boolean;
  readonly dnsHostnames: boolean;
  /** Mode of Block Public Access; `null`: off. */
  readonly blockPublicAccess: BlockPublicAccessMode | null;
}

export interface SubnetPart extends Part {
  readonly vpcId: ResourceId;
  readonly zoneId: ResourceId;
  /** At most one of each family. */
  readonly blocks: readonly Cidr[];
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
  | { readonly type: 'egress-only'; readonly id: ResourceId }
  | { readonly type: 'peering'; readonly id: ResourceId }
  | { readonly type: 'endpoint'; readonly id: ResourceId }
  /** A target that can't be modelled yet. */
  | { readonly type: 'other'; readonly id: string };

export interface RoutePart {
  /** As written in the table. */
  readonly destination: string;
  /** `null` where the addresses are not known: a prefix list that is not in the document. */
  readonly block: Cidr | null;
  /** The prefix list that the block is an entry of. */
  readonly listId: string | null;
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
  /** Of both families, one for each entry of a prefix list; local routes are implied. */
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
    | { readonly type: 'block'; readonly block: Cidr }
    | { readonly type: 'group'; readonly id: ResourceId }
    /** `blocks` is `null` for a list that is not in the document. */
    | { readonly type: 'prefix-list'; readonly id: string; readonly blocks: readonly Cidr[] | null };
}

export interface GroupPart extends Part {
  readonly vpcId: ResourceId;
  readonly inbound: readonly GroupRulePart[];
  readonly outbound: readonly GroupRulePart[];
}

export interface AclEntryPart {
  readonly number: number;
  readonly allows: boolean;
  readonly protocol: number;
  readonly from: number;
  readonly to: number;
  readonly block: Cidr;
}

export interface AclPart extends Part {
  readonly vpcId: ResourceId;
  readonly isDefault: boolean;
  /** Ascending by number, of both families. The final `*` deny is implied. */
  readonly inbound: readonly AclEntryPart[];
  readonly outbound: readonly AclEntryPart[];
}

export interface GatewayPart extends Part {
  /** `null`: not attached. */
  readonly vpcId: ResourceId | null;
}

/** Lets IPv6 out and nothing in. */
export interface EgressOnlyPart extends Part {
  readonly vpcId: ResourceId;
}

export interface PeeringPart extends Part {
  /** Requester and accepter; `null` for one that is not in the document. */
  readonly vpcIds: readonly [ResourceId | null, ResourceId | null];
  /** Public names of the other side stand for its private addresses. */
  readonly resolvesNames: boolean;
  /** In AWS's words; `active` is the one that works. */
  readonly state: string;
}

export interface EndpointPart extends Part {
  readonly vpcId: ResourceId;
  readonly type: 'Gateway' | 'Interface' | 'GatewayLoadBalancer';
  readonly serviceName: string;
  /** In AWS's words; `available` is the one that works. */
  readonly state: string;
  readonly awsId: string | null;
  /** The service's public name stands for the endpoint inside its VPC. */
  readonly privateDns: boolean;
  /** It has a policy of its own, which is not evaluated. */
  readonly restricted: boolean;
}

export interface LoadBalancerPart extends Part {
  readonly vpcId: ResourceId;
  readonly type: 'application' | 'network';
  readonly internetFacing: boolean;
  /** Lower case; `null`: none is known. */
  readonly dnsName: string | null;
  readonly crossZone: boolean;
  readonly listeners: readonly ListenerPart[];
  /** In AWS's words; `active` is the one that works. */
  readonly state: string;
}

export interface ListenerPart {
  /** HTTP, HTTPS, TCP, TLS, UDP or TCP_UDP. */
  readonly protocol: string;
  /** IANA numbers it takes: tcp, udp or both. */
  readonly protocols: readonly number[];
  readonly port: number;
  readonly targetGroupIds: readonly ResourceId[];
}

export interface TargetGroupPart extends Part {
  readonly vpcId: ResourceId;
  readonly targetType: 'instance' | 'ip' | 'lambda' | 'alb';
  /** IANA numbers it takes; empty where it is not known or does not apply. */
  readonly protocols: readonly number[];
  readonly port: number | null;
  readonly targets: readonly TargetPartOfGroup[];
  /** `null`: not set, so that the kind of targets and the protocol decide. */
  readonly preserveClientIp: boolean | null;
  /** `null`: as the load balancer says. */
  readonly crossZone: boolean | null;
}

export interface TargetPartOfGroup {
  readonly instanceId: ResourceId | null;
  readonly address: Address | null;
  readonly port: number | null;
}

export interface NatPart extends Part {
  readonly subnetId: ResourceId;
  readonly address: Address;
  readonly isPublic: boolean;
  readonly publicAddress: Address | null;
  /** In AWS's words; `available` is the one that works. */
  readonly state: string;
}

export interface InterfacePart extends Part {
  readonly subnetId: ResourceId;
  /** Of both families; the primary IPv4 address first. */
  readonly addresses: readonly Address[];
  readonly groupIds: readonly ResourceId[];
  readonly checked: boolean;
  readonly attachment: { readonly hostId: ResourceId; readonly deviceIndex: number } | null;
  /** What owns it, if it is not an ordinary interface of an instance. */
  readonly service: ServicePart | null;
  /** Delegated blocks: the guest uses their addresses too. */
  readonly prefixes: readonly Cidr[];
  readonly publicAddresses: readonly PublicAddressPart[];
}

export type ServicePart =
  | { readonly type: 'load-balancer'; readonly id: ResourceId }
  | { readonly type: 'endpoint'; readonly id: ResourceId }
  /** Opens connections and takes none in; never has a public address. */
  | { readonly type: 'lambda' }
  /** Packets to it can't be followed: in words. */
  | { readonly type: 'other'; readonly text: string };

export interface PublicAddressPart {
  readonly privateAddress: Address;
  readonly publicAddress: Address;
}

export interface HostPart extends Part {
  /** In AWS's words; `running` is the one that works. */
  readonly state: string;
  readonly policyRouting: boolean;
  /** Ports its own connections start from. */
  readonly clientPorts: readonly [number, number];
  /** What it does with packets that are not for itself; `null`: not said. */
  readonly forwarding: 'nat' | 'route' | 'off' | null;
  /** What listens; `null`: not known. */
  readonly services: readonly { readonly protocol: number; readonly port: number }[] | null;
}

/** The Internet as a thing on the canvas. */
export interface WorldPart extends Part {
  readonly clientAddress: Address;
}

export interface NetworkParts {
  readonly vpcs: readonly VpcPart[];
  readonly subnets: readonly SubnetPart[];
  readonly tables: readonly TablePart[];
  readonly groups: readonly GroupPart[];
  readonly acls: readonly AclPart[];
  readonly gateways: readonly GatewayPart[];
  readonly nats: readonly NatPart[];
  readonly egressOnly: readonly EgressOnlyPart[];
  readonly peerings: readonly PeeringPart[];
  readonly endpoints: readonly EndpointPart[];
  readonly loadBalancers: readonly LoadBalancerPart[];
  readonly targetGroups: readonly TargetGroupPart[];
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
  readonly address: Address;
  /** Associated with nothing. */
  readonly idle: boolean;
}

export interface NamePart {
  readonly id: ResourceId;
  readonly kind: string;
  readonly name: string | null;
  readonly awsId: string | null;
}
