/** One packet on its way in one direction: where it is, what it met, what stopped it. */
import { makeAddress, type Address } from '../model/ip/address';
import type { Direction, Hop, Packet, PathNote, RuleReference } from '../model/path';
import type { ResourceId } from '../model/resource';
import type { Choices } from './choices';
import type { Identity } from './filters';
import type {
  Acl,
  EgressOnly,
  Endpoint,
  Gateway,
  Group,
  Host,
  Interface,
  Nat,
  Network,
  Subnet,
  Table,
} from './network';
import { ownerOf } from './owners';
import { makePacket, type Header, type Range } from './packet';
import type { Remedy } from './remedy';

/** Where the packet is taken up next. `crossesEdge`: it comes from outside the subnet, so the subnet's ACL sees it. */
export type Next =
  | { readonly type: 'leave'; readonly interface: Interface }
  | { readonly type: 'leave-subnet'; readonly subnet: Subnet; readonly by: Interface | Nat }
  | { readonly type: 'arrive'; readonly interface: Interface; readonly crossesEdge: boolean }
  | { readonly type: 'arrive-nat'; readonly nat: Nat; readonly crossesEdge: boolean }
  | { readonly type: 'through-nat'; readonly nat: Nat; readonly from: Subnet; readonly by: Interface | Nat }
  | { readonly type: 'leave-by-gateway'; readonly gateway: Gateway; readonly by: Interface | Nat }
  | { readonly type: 'enter-from-internet' }
  | { readonly type: 'delivered'; readonly to: Interface | Endpoint | 'internet' | 'service' | 'self' }
  | { readonly type: 'stopped' };

export const STOPPED: Next = { type: 'stopped' };

/** A translation that a reply finds its way back through. */
export interface Session {
  readonly holder: Interface | Nat;
  readonly address: Address;
  readonly client: Address;
  readonly clientPorts: readonly Range[] | null;
  /** Of a load balancer: what the client addressed. */
  readonly asked?: { readonly address: Address; readonly ports: readonly Range[] | null };
  /** Of a load balancer: the target that sees the client's own address. */
  readonly preservedAt?: Interface;
}

export interface FoundBlocker {
  readonly code: string;
  readonly resource: ResourceId;
  readonly rule?: string;
  readonly direction: Direction;
  readonly message: string;
  readonly source: string;
  /** Only some of the packets: part of the client's ports. */
  readonly partial?: boolean;
  /** Tells two blockers of one resource apart: an ACL can stop a packet on its way into one subnet and out of another. */
  readonly place?: string;
  readonly remedy?: Remedy;
  readonly alternative?: Remedy;
}

/** What is not in the document or not modelled, and could change the answer. */
export interface Uncertainty {
  readonly code: 'UNSUPPORTED_COMPONENT' | 'UNKNOWN_RESOURCE' | 'UNKNOWN_DESTINATION';
  readonly resource: ResourceId;
  readonly message: string;
  readonly source: string;
}

/** How the end on the internet was asked for: everybody, the client that is drawn, or one address. */
export type OutsideScope = 'any' | 'client' | 'one';

export interface Scope {
  /** The address that stands for the internet in this walk. */
  readonly outside: Address | null;
  readonly outsideScope: OutsideScope;
  /** No port was given: what is asked is every port. */
  readonly anyPort: boolean;
  /** Machines count as listening, whatever their services say. */
  readonly ignoresServices: boolean;
  readonly choices: Choices;
}

export interface Touched {
  readonly groups: Set<Group>;
  readonly acls: Set<Acl>;
  readonly tables: Set<Table>;
  /** Machines whose listening services were looked at. */
  readonly hosts: Set<Host>;
  /** Ports that something on the way tells from others: listeners of load balancers. */
  readonly ports: Set<number>;
  /** Source and destination of every header: who has them was looked up. */
  readonly addresses: Set<Address>;
}

export const untouched = (): Touched => ({
  groups: new Set(),
  acls: new Set(),
  tables: new Set(),
  hosts: new Set(),
  ports: new Set(),
  addresses: new Set(),
});

export interface Walk {
  readonly network: Network;
  readonly scope: Scope;
  readonly direction: Direction;
  readonly touched: Touched;
  header: Header;
  packet: Packet;
  /** The interface the packet set out from, `null` from the internet. */
  origin: Interface | null;
  identity: Identity;
  readonly sessions: Session[];
  /** Interfaces whose groups have seen the flow: its replies pass there. */
  readonly tracked: Set<Interface>;
  readonly appliances: Set<Interface>;
  /** Egress-only gateways that a connection was opened through: its answers come in by them. */
  readonly openedThrough: Set<EgressOnly>;
  readonly hops: Hop[];
  readonly blockers: FoundBlocker[];
  readonly uncertainties: Uncertainty[];
  readonly notes: PathNote[];
  /** A filter refused the packet, or a reply of a packet that never came; it walks on to find what else would. */
  refused: boolean;
  steps: number;
}

export function createWalk(
  network: Network,
  scope: Scope,
  direction: Direction,
  header: Header,
  origin: Interface | null,
  forward: Walk | null,
): Walk {
  const touched = forward?.touched ?? untouched();
  touched.addresses.add(header.source).add(header.destination);
  return {
    network,
    scope,
    direction,
    touched,
    header,
    packet: makePacket(header),
    origin,
    identity: 'kept',
    sessions: forward?.sessions ?? [],
    tracked: forward?.tracked ?? new Set(),
    appliances: new Set(),
    openedThrough: forward?.openedThrough ?? new Set(),
    hops: [],
    blockers: [],
    uncertainties: [],
    notes: forward?.notes ?? [],
    refused: forward ? forward.refused : false,
    steps: 0,
  };
}

export function translate(walk: Walk, header: Header): Packet {
  walk.header = header;
  walk.packet = makePacket(header);
  walk.touched.addresses.add(header.source).add(header.destination);
  return walk.packet;
}

export interface HopText {
  readonly resource: ResourceId;
  readonly kind: string;
  readonly message: string;
  readonly source: string;
  readonly decidedBy?: RuleReference;
  readonly packetIn?: Packet;
  readonly packetOut?: Packet;
}

// Written out field by field: spreading is the dearest part of a trace.
function makeHop(walk: Walk, hop: HopText, verdict: Hop['verdict']): Hop {
  const { resource, kind, message, source, decidedBy, packetIn = walk.packet, packetOut } = hop;
  if (decidedBy)
    return packetOut
      ? { resource, kind, packetIn, packetOut, decidedBy, verdict, message, source }
      : { resource, kind, packetIn, decidedBy, verdict, message, source };
  return packetOut
    ? { resource, kind, packetIn, packetOut, verdict, message, source }
    : { resource, kind, packetIn, verdict, message, source };
}

/** Adds a hop the packet passes, if it still walks. */
export function pass(walk: Walk, hop: HopText): void {
  if (!walk.refused) walk.hops.push(makeHop(walk, hop, 'pass'));
  else
    walk.hops.push(makeHop(walk, { ...hop, message: `If it got this far: ${hop.message}` }, 'not-reached'));
}

/** A filter says no. The packet walks on, so that everything that would stop it is found. */
export function refuse(
  walk: Walk,
  hop: HopText,
  blocker: Omit<FoundBlocker, 'direction' | 'message' | 'source'>,
): void {
  block(walk, hop, blocker);
}

/** Routing or translation fails: nobody knows where the packet would go from here. */
export function stop(
  walk: Walk,
  hop: HopText,
  blocker: Omit<FoundBlocker, 'direction' | 'message' | 'source'>,
): Next {
  block(walk, hop, blocker);
  return STOPPED;
}

function block(
  walk: Walk,
  hop: HopText,
  blocker: Omit<FoundBlocker, 'direction' | 'message' | 'source'>,
): void {
  walk.hops.push(makeHop(walk, hop, 'stop'));
  walk.blockers.push({ ...blocker, direction: walk.direction, message: hop.message, source: hop.source });
  walk.refused = true;
}

/** The document or the model does not say how this goes on. */
export function doubt(walk: Walk, hop: HopText, code: Uncertainty['code']): Next {
  walk.hops.push(makeHop(walk, hop, 'not-reached'));
  walk.uncertainties.push({ code, resource: hop.resource, message: hop.message, source: hop.source });
  return STOPPED;
}

export function note(walk: Walk, code: string, message: string): void {
  if (!walk.notes.some((known) => known.code === code && known.message === message))
    walk.notes.push({ code, message });
}

/** `10.0.0.10 (web-1)`, `the internet`, `198.51.100.7`. */
export function peerText(walk: Walk, address: Address, at: Subnet): string {
  if (address === walk.scope.outside && walk.scope.outsideScope === 'any') return 'the internet';
  const owner = ownerOf(at.vpc, address);
  if (!owner) return makeAddress(address);
  const name = owner.type === 'nat' ? owner.label : (owner.host?.label ?? owner.label);
  return `${makeAddress(address)} (${name})`;
}
