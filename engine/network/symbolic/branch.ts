/**
 * A set of packets that fared alike so far: which of the packets that set out are still on their way, and what
 * their header says now. A translation changes the header; which packets it was stays the same.
 */
import type { Address } from '../../model/ip/address';
import type { EgressOnly, Endpoint, Interface, Nat } from '../network';
import type { Range } from '../packet';
import type { Diagram } from './diagram';

/** An address in the header: one that is known, or that of the end outside, which the diagram tells apart. */
export type Where = Address | 'outside';

/** A port in the header: the one that is asked for, the client's own, or any of these whatever the packet set out with. */
export type Ports = 'asked' | 'client' | readonly Range[];

/** What a translation remembers of a connection, so that its answer finds the way back. */
export interface Session {
  readonly holder: Interface | Nat;
  readonly address: Address;
  readonly client: Where;
  readonly clientPorts: Ports;
  /** Of a load balancer, which also chose who gets the packet. */
  readonly balanced: {
    /** What the client had asked for. */
    readonly destination: Where;
    readonly destinationPorts: Ports;
    /** The target that sees the client's own address; `null`: it sees the node's. */
    readonly preservedAt: Interface | null;
  } | null;
}

/** A load balancer may choose any of so many targets. */
export interface Fork {
  readonly targets: number;
}

/** What is not in the document or not modelled, and could change the answer. */
export interface Doubt {
  readonly code: 'UNSUPPORTED_COMPONENT' | 'UNKNOWN_RESOURCE' | 'UNKNOWN_DESTINATION';
  readonly resource: string;
  readonly message: string;
}

export interface Branch {
  readonly leg: 'forward' | 'return';
  /** The packets as they set out. */
  readonly alive: Diagram;
  readonly source: Where;
  readonly destination: Where;
  readonly sourcePorts: Ports;
  readonly destinationPorts: Ports;
  /**
   * Does the packet show which interface sent it? Routers and translations take that away; an interface here is the
   * load balancer's node whose groups stand for the sender's.
   */
  readonly identity: 'kept' | 'lost' | Interface;
  /** The interface the packet set out from, of a load balancer its node; `null`: somebody outside. */
  readonly origin: Interface | null;
  readonly sessions: readonly Session[];
  /** Interfaces whose groups have seen the flow: its replies pass there. */
  readonly tracked: readonly Interface[];
  readonly doubts: readonly Doubt[];
  /** The egress-only gateways the request went out by: they let its answer in. */
  readonly leftBy: readonly EgressOnly[];
  readonly choices: readonly { readonly fork: Fork; readonly index: number }[];
  /** Only a part of the ports that a translation may choose gets its answers. */
  readonly narrowed: boolean;
  readonly steps: number;
}

/**
 * The branch with only those packets. Property by property: walks do it hundreds of thousands of times, and a spread
 * is ten times as slow.
 */
export const withAlive = (branch: Branch, alive: Diagram): Branch =>
  alive === branch.alive ? branch : copyOf(branch, alive, branch.steps);

/** The branch at its next step. */
export const stepOn = (branch: Branch): Branch => copyOf(branch, branch.alive, branch.steps + 1);

const copyOf = (branch: Branch, alive: Diagram, steps: number): Branch => ({
  leg: branch.leg,
  alive,
  source: branch.source,
  destination: branch.destination,
  sourcePorts: branch.sourcePorts,
  destinationPorts: branch.destinationPorts,
  identity: branch.identity,
  origin: branch.origin,
  sessions: branch.sessions,
  tracked: branch.tracked,
  doubts: branch.doubts,
  leftBy: branch.leftBy,
  choices: branch.choices,
  narrowed: branch.narrowed,
  steps,
});

/** Where a branch is taken up next. `crossesEdge`: it comes from outside the subnet, so the subnet's ACL sees it. */
export type Place =
  | { readonly type: 'leave'; readonly interface: Interface }
  | { readonly type: 'leave-subnet'; readonly by: Interface | Nat }
  | { readonly type: 'arrive'; readonly at: Interface | Nat; readonly crossesEdge: boolean }
  | { readonly type: 'through-nat'; readonly nat: Nat; readonly by: Interface | Nat }
  | { readonly type: 'leave-by-gateway'; readonly by: Interface | Nat }
  | {
      readonly type: 'leave-by-egress-only';
      readonly gateway: EgressOnly;
      readonly by: Interface | Nat;
    }
  | { readonly type: 'enter-from-internet' }
  | { readonly type: 'enter-from-endpoint'; readonly endpoint: Endpoint }
  | { readonly type: 'unknown'; readonly doubt: Doubt }
  | { readonly type: 'delivered'; readonly to: Interface | Endpoint | 'internet' | 'service' | 'self' };

export interface Step {
  readonly branch: Branch;
  readonly place: Place;
}

export const goOn = (branch: Branch, place: Place): readonly Step[] => [{ branch, place }];
export const STOPPED: readonly Step[] = [];
