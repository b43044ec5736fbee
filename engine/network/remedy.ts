/** The one edit that opens what stopped a packet, in the network's own words; the catalogue turns it into changes. */
import type { ResourceId } from '../model/resource';
import type { Side } from './filters';
import type { Range } from './packet';

export type RemedyPeer =
  { readonly type: 'block'; readonly cidr: string } | { readonly type: 'group'; readonly id: ResourceId };

/** What a route is to lead to. */
export type RouteGoal =
  /** The internet gateway of the VPC, which is attached or made where there is none. */
  | { readonly type: 'gateway'; readonly vpcId: ResourceId }
  | { readonly type: 'nat'; readonly id: ResourceId }
  /** A NAT gateway that is made in a public subnet, with an Elastic IP. */
  | { readonly type: 'new-nat'; readonly subnetId: ResourceId }
  /** The egress-only gateway of the VPC, which is made where there is none. */
  | { readonly type: 'egress-only'; readonly vpcId: ResourceId }
  | { readonly type: 'peering'; readonly id: ResourceId };

export type Remedy =
  | {
      readonly type: 'allow-in-group';
      readonly groupId: ResourceId;
      readonly side: Side;
      readonly protocol: number;
      /** tcp and udp. */
      readonly ports: Range | null;
      /** ICMP type and code. */
      readonly icmp: Range | null;
      readonly peer: RemedyPeer;
    }
  | {
      readonly type: 'allow-in-acl';
      readonly aclId: ResourceId;
      readonly side: Side;
      readonly protocol: number;
      readonly ports: Range | null;
      readonly icmp: Range | null;
      readonly cidr: string;
      /** Number of the first entry that denies; `null` where that is the final `*`. */
      readonly before: number | null;
    }
  | {
      readonly type: 'route';
      readonly tableId: ResourceId;
      readonly destination: string;
      /** The table has a route to the destination, whose target is replaced. */
      readonly replaces: boolean;
      readonly to: RouteGoal;
    }
  /** A route that is in the way of a shorter one. */
  | { readonly type: 'remove-route'; readonly tableId: ResourceId; readonly destination: string }
  /** A table of its own for a subnet, as the one it uses but with the default route to the internet gateway. */
  | { readonly type: 'own-public-table'; readonly subnetId: ResourceId; readonly vpcId: ResourceId }
  | { readonly type: 'accept-peering'; readonly peeringId: ResourceId }
  | { readonly type: 'add-peering'; readonly vpcIds: readonly [ResourceId, ResourceId] }
  | { readonly type: 'cross-zone'; readonly balancerId: ResourceId }
  /** A listener like one the balancer has, for another port. */
  | {
      readonly type: 'add-listener';
      readonly balancerId: ResourceId;
      readonly like: number;
      readonly port: number;
    }
  | { readonly type: 'associate-table'; readonly subnetId: ResourceId; readonly tableId: ResourceId }
  | { readonly type: 'attach-gateway'; readonly vpcId: ResourceId; readonly gatewayId: ResourceId | null }
  | { readonly type: 'switch-off-check'; readonly interfaceId: ResourceId }
  | { readonly type: 'policy-routing'; readonly hostId: ResourceId }
  | { readonly type: 'switch-on-forwarding'; readonly hostId: ResourceId }
  | {
      readonly type: 'add-service';
      readonly hostId: ResourceId;
      readonly protocol: 'tcp' | 'udp';
      readonly port: number;
    }
  | { readonly type: 'dns-support'; readonly vpcId: ResourceId }
  | { readonly type: 'elastic-ip'; readonly interfaceId: ResourceId; readonly privateAddress: string };
