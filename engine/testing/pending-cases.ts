/** Numbered path cases that wait for parts of the network that are not modelled yet, and why. */
export interface PendingCases {
  /** First and last number, both included. */
  readonly cases: readonly [number, number];
  readonly reason: string;
}

export const PENDING_CASES: readonly PendingCases[] = [
  { cases: [64, 80], reason: 'transit gateways' },
  { cases: [81, 87], reason: 'virtual private gateways and VPN connections' },
  { cases: [110, 112], reason: 'edge route tables of a gateway' },
  { cases: [113, 115], reason: 'Network Firewall endpoints' },
  { cases: [125, 127], reason: 'VPC Block Public Access' },
  { cases: [138, 139], reason: 'transit gateways and firewall endpoints' },
];
