/** The protocols one can ask for, and what else a packet of each must say. */
import type { PathQuery } from '../../engine';

export const PROTOCOLS = ['tcp', 'udp', 'icmp', 'icmpv6', 'other'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** GRE: a number has to stand in the field at first. */
const SOME_OTHER = '47';

/** Echo request, in both families. Source: https://www.iana.org/assignments/icmp-parameters */
const PING = { icmp: 8, icmpv6: 128 } as const;

export function protocolOf({ protocol = 'tcp' }: PathQuery): Protocol {
  return PROTOCOLS.find((known) => known === protocol) ?? 'other';
}

export const hasPorts = (protocol: Protocol): boolean => protocol === 'tcp' || protocol === 'udp';
export const isIcmp = (protocol: Protocol): protocol is 'icmp' | 'icmpv6' =>
  protocol === 'icmp' || protocol === 'icmpv6';

type Packet = Pick<PathQuery, 'protocol' | 'port' | 'sourcePort' | 'icmpType' | 'icmpCode'>;

/** @returns the part of a query that follows from another protocol; a port stays for those that have ports */
export function packetFor(choice: string): Partial<Packet> {
  const protocol = PROTOCOLS.find((known) => known === choice) ?? 'other';
  const noIcmp = { icmpType: undefined, icmpCode: undefined };
  const noPorts = { port: undefined, sourcePort: undefined };
  if (hasPorts(protocol)) return { protocol, ...noIcmp };
  if (isIcmp(protocol)) return { protocol, ...noPorts, icmpType: PING[protocol], icmpCode: 0 };
  return { protocol: SOME_OTHER, ...noPorts, ...noIcmp };
}
