/** The one edit that opens what stopped a packet, in the network's own words; the catalogue turns it into changes. */
import type { ResourceId } from '../model/resource';
import type { Side } from './filters';
import type { Range } from './packet';

export type RemedyPeer =
  { readonly type: 'block'; readonly cidr: string } | { readonly type: 'group'; readonly id: ResourceId };

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
  /** A default route to the internet gateway of the VPC, which is attached or made where there is none. */
  | { readonly type: 'route-to-internet'; readonly tableId: ResourceId; readonly vpcId: ResourceId }
  | { readonly type: 'route-to-nat'; readonly tableId: ResourceId; readonly natId: ResourceId }
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
