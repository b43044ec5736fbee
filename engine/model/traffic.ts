/** Sets of packets as people and other programs read them. */
import type { ResourceId } from './resource';

export type PortRange = readonly [number, number];

/** All combinations of one value from each list; an absent list means every value. */
export interface TrafficBox {
  /** Blocks of the end on the internet; absent: every public address, or both ends have addresses of their own. */
  readonly addresses?: readonly string[];
  /** `all`, `tcp`, `udp`, `icmp`, `icmpv6`, or numbers as text: `50`, `2-5`. */
  readonly protocols: readonly string[];
  readonly ports?: readonly PortRange[];
  readonly icmpTypes?: readonly PortRange[];
  readonly icmpCodes?: readonly PortRange[];
  /** Ports of the client, where not every one of its own range works. */
  readonly sourcePorts?: readonly PortRange[];
  /** `tcp 443 and 8000-8100 from 203.0.113.0/24` */
  readonly text: string;
}

export interface Unknown {
  readonly code: string;
  readonly resource: ResourceId;
  readonly message: string;
}

/** What gets from one end to the other and is answered, of one family of addresses. */
export interface FamilyFlows {
  readonly family: 4 | 6;
  readonly works: readonly TrafficBox[];
  /** Works by some of the nodes, targets or ports that something on the way may choose. */
  readonly sometimes: readonly TrafficBox[];
  readonly unknown: readonly (Unknown & { readonly traffic: readonly TrafficBox[] })[];
}

export interface FlowsAnswer {
  readonly from: string;
  readonly to: string;
  /** One for each family both ends speak. */
  readonly families: readonly FamilyFlows[];
  readonly askedOf: 'design' | number;
}

/** Interfaces that fare alike: one row and one column of the matrix. */
export interface ReachGroup {
  readonly id: number;
  /** Instances by their name, else interfaces; the internet. */
  readonly label: string;
  readonly members: readonly ReachMember[];
  /** For people who group the matrix: all members are in it, or `null`. */
  readonly vpcId: ResourceId | null;
  readonly subnetId: ResourceId | null;
  readonly groupIds: readonly ResourceId[];
}

export interface ReachMember {
  /** The interface, `internet`, a load balancer or an endpoint. */
  readonly id: ResourceId;
  /** The instance, if it is one of an instance. */
  readonly instanceId?: ResourceId;
  readonly label: string;
  /** In an exposure: the addresses by which the internet knows it. */
  readonly publicAddresses?: readonly string[];
}

/** Every ordered pair of groups, of one family of addresses; equal sets are one entry of `sets`. */
export interface ReachMatrix {
  readonly family: 4 | 6;
  readonly groups: readonly ReachGroup[];
  /** `cells[from * groups.length + to]` is an index into `sets`; 0 is always "nothing". */
  readonly cells: ArrayLike<number>;
  readonly sets: readonly ReachSet[];
  readonly askedOf: 'design' | number;
}

export interface ReachSet {
  readonly boxes: readonly TrafficBox[];
  /** Works by some of the nodes, targets or ports that something on the way may choose. */
  readonly sometimes?: readonly TrafficBox[];
  readonly text: string;
  /** Everything that can be asked, a part, nothing, or not known. */
  readonly extent: 'all' | 'some' | 'none' | 'unknown';
  readonly unknown: readonly Unknown[];
}

/** What the internet reaches, and what reaches the internet. */
export interface Exposure {
  readonly inbound: readonly ExposureLine[];
  readonly outbound: readonly ExposureLine[];
  readonly askedOf: 'design' | number;
}

export interface ExposureLine {
  readonly family: 4 | 6;
  readonly members: readonly ReachMember[];
  readonly works: readonly TrafficBox[];
  /** Works by some of the nodes, targets or ports that something on the way may choose. */
  readonly sometimes: readonly TrafficBox[];
  readonly unknown: readonly Unknown[];
}

/** By what is a line of an exposure as it is? */
export interface ExposureQuestion {
  readonly side: 'inbound' | 'outbound';
  readonly family: 4 | 6;
  /** Any member of the line: they fare alike. */
  readonly member: ResourceId;
}

/** A gateway, a translation, or a rule that lets it through. */
export interface ExposureReason {
  readonly resource: ResourceId;
  /** The rule of it that decides, as it is named in a trace. */
  readonly rule?: string;
  readonly text: string;
}
