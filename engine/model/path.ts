/** Question and answer of a trace; the command line prints it, the Paths tab draws it. design.md section 4. */
import type { ChangeSet } from './change';
import type { ResourceBase, ResourceId } from './resource';

export interface PathQuery {
  readonly id?: string;
  /** Resource id, AWS id, Name tag, DNS name, address, `internet` or `internet:ADDRESS`. */
  readonly from: string;
  readonly to: string;
  /** `tcp`, `udp`, `icmp` or a protocol number. Default tcp. */
  readonly protocol?: string;
  /** Destination port; absent means every port. */
  readonly port?: number;
  readonly sourcePort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  /** Every machine counts as listening on every port, whatever its services say. Default false. */
  readonly ignoreServices?: boolean;
  /** An address the sender puts into its packets instead of its own. */
  readonly sourceAddress?: string;
}

export const VERDICTS = ['reachable', 'partial', 'unreachable', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];
export type Direction = 'forward' | 'return';

export interface Packet {
  readonly source: string;
  readonly destination: string;
  /** IANA number. */
  readonly protocol: number;
  /** Absent for protocols without ports. A range where the value is not known: a client's port. */
  readonly sourcePorts?: readonly [number, number];
  readonly destinationPorts?: readonly [number, number];
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

export interface RuleReference {
  /** What holds the rule: a security group, ACL, route table, interface … */
  readonly resource: ResourceId;
  /** Its number, destination or place in the list: `100`, `*`, `0.0.0.0/0`, `inbound[2]`. */
  readonly rule: string;
  /** Of a network ACL, whose numbers mean another rule in each direction. */
  readonly side?: 'inbound' | 'outbound';
  /** The rule in words. */
  readonly text: string;
}

export interface Hop {
  readonly resource: ResourceId;
  /** Vocabulary of the network engine: interface, security-group, network-acl, route-table, internet-gateway, nat-gateway, instance, internet. */
  readonly kind: string;
  readonly packetIn: Packet;
  /** Where it differs from packetIn: a translation. */
  readonly packetOut?: Packet;
  readonly decidedBy?: RuleReference;
  readonly verdict: 'pass' | 'stop' | 'not-reached';
  /** One sentence: what happened here and why. */
  readonly message: string;
  /** Fact or documentation page the decision rests on. */
  readonly source: string;
}

export interface Blocker<R extends ResourceBase = ResourceBase> {
  /** AWS Reachability Analyzer's explanation code, or one of ours beginning with `X_`. */
  readonly code: string;
  readonly resource: ResourceId;
  readonly rule?: string;
  readonly direction: Direction;
  readonly message: string;
  /** Documentation page. */
  readonly source: string;
  /** The one edit that opens it, narrow first. */
  readonly fix?: ChangeSet<R>;
  /** A narrower or wider alternative to `fix`. */
  readonly alternativeFix?: ChangeSet<R>;
}

/** What a DNS name was resolved to before the packet set out. */
export interface Resolution {
  readonly name: string;
  /** Empty: none, or not known. */
  readonly addresses: readonly string[];
  /** Where it was asked: a VPC, or `internet`. */
  readonly askedIn: string;
  readonly message: string;
  readonly source: string;
}

export interface PathNote {
  readonly code: string;
  readonly message: string;
}

export interface PathResult<R extends ResourceBase = ResourceBase> {
  readonly id?: string;
  readonly verdict: Verdict;
  /** Where the first blocker stands. */
  readonly direction?: Direction;
  /** The first blocker's code. */
  readonly code?: string;
  /** Where an end was given by a DNS name: what that name stands for, asked from where the packet sets out. */
  readonly resolution?: Resolution;
  readonly blockers: readonly Blocker<R>[];
  readonly forward: { readonly hops: readonly Hop[] };
  readonly return: { readonly hops: readonly Hop[] };
  /** partial: what works, in words. */
  readonly working?: string;
  readonly notes: readonly PathNote[];
  /** What could touch this verdict and is not modelled. */
  readonly notModelled: readonly string[];
  /** Was it asked of the design or of a moment (ms)? */
  readonly askedOf: 'design' | number;
}
