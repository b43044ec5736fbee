/** The packet that walks: its header, its port ranges, its reply. */
import { blockOf, cidr4Has, makeIpv4, parseCidr4, type Cidr4, type Ipv4 } from '../model/ip/ipv4';
import type { Packet } from '../model/path';

/** First and last, both included. */
export type Range = readonly [number, number];

export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;

export interface Header {
  readonly source: Ipv4;
  readonly destination: Ipv4;
  readonly protocol: number;
  /** Several values where one is not known: a client's port. `null` for protocols without ports. */
  readonly sourcePorts: readonly Range[] | null;
  readonly destinationPorts: readonly Range[] | null;
  readonly icmpType: number;
  readonly icmpCode: number;
}

export const hasPorts = (protocol: number): boolean => protocol === TCP || protocol === UDP;

/** Addresses and ports swapped; an echo request (8) becomes an echo reply (0). */
export const replyTo = (header: Header): Header => ({
  source: header.destination,
  destination: header.source,
  protocol: header.protocol,
  sourcePorts: header.destinationPorts,
  destinationPorts: header.sourcePorts,
  icmpType: header.protocol === ICMP && header.icmpType === 8 ? 0 : header.icmpType,
  icmpCode: header.icmpCode,
});

/** The header as the answer shows it. */
export function makePacket(header: Header): Packet {
  const { protocol, sourcePorts, destinationPorts, icmpType, icmpCode } = header;
  const source = makeIpv4(header.source);
  const destination = makeIpv4(header.destination);
  if (sourcePorts && destinationPorts)
    return {
      source,
      destination,
      protocol,
      sourcePorts: hullOf(sourcePorts),
      destinationPorts: hullOf(destinationPorts),
    };
  return protocol === ICMP
    ? { source, destination, protocol, icmpType, icmpCode }
    : { source, destination, protocol };
}

const hullOf = (ranges: readonly Range[]): Range => [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];

/** The parts of `ranges` inside `first`–`last`, and what is left of them. Both ascending. */
export function splitRanges(
  ranges: readonly Range[],
  first: number,
  last: number,
): { readonly inside: readonly Range[]; readonly outside: readonly Range[] } {
  const inside: Range[] = [];
  const outside: Range[] = [];
  for (const [from, to] of ranges) {
    if (to < first || from > last) {
      outside.push([from, to]);
      continue;
    }
    if (from < first) outside.push([from, first - 1]);
    inside.push([Math.max(from, first), Math.min(to, last)]);
    if (to > last) outside.push([last + 1, to]);
  }
  return { inside, outside };
}

/** Ascending, neighbours joined. */
export function joinRanges(ranges: readonly Range[]): readonly Range[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = joined.at(-1);
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

const block = (text: string): Cidr4 => parseCidr4(text) ?? blockOf(0, 32);

/** https://www.rfc-editor.org/rfc/rfc1918 */
const RFC1918 = [block('10.0.0.0/8'), block('172.16.0.0/12'), block('192.168.0.0/16')];
/** https://www.rfc-editor.org/rfc/rfc6598 */
const RFC6598 = block('100.64.0.0/10');
const LINK_LOCAL = block('169.254.0.0/16');
const LOOPBACK = block('127.0.0.0/8');
const MULTICAST = block('224.0.0.0/4');
/** "This network", and class E: https://www.rfc-editor.org/rfc/rfc6890 */
const RESERVED = [block('0.0.0.0/8'), block('240.0.0.0/4')];
/** https://www.rfc-editor.org/rfc/rfc5737: in nobody's prefix list. */
const DOCUMENTATION = [block('192.0.2.0/24'), block('198.51.100.0/24'), block('203.0.113.0/24')];

export const isRfc1918 = (address: Ipv4): boolean => RFC1918.some((range) => cidr4Has(range, address));
export const isRfc6598 = (address: Ipv4): boolean => cidr4Has(RFC6598, address);
export const isLinkLocal = (address: Ipv4): boolean => cidr4Has(LINK_LOCAL, address);
export const isLoopback = (address: Ipv4): boolean => cidr4Has(LOOPBACK, address);
export const isMulticast = (address: Ipv4): boolean => cidr4Has(MULTICAST, address) || address === 0xffffffff;
export const isReserved = (address: Ipv4): boolean => RESERVED.some((range) => cidr4Has(range, address));
export const isDocumentation = (address: Ipv4): boolean =>
  DOCUMENTATION.some((range) => cidr4Has(range, address));

/** Ranges that are nobody's on the internet. */
export const NOT_PUBLIC: readonly Cidr4[] = [
  block('0.0.0.0/8'),
  RFC6598,
  LINK_LOCAL,
  LOOPBACK,
  ...RFC1918,
  block('224.0.0.0/3'),
];

export const isPublic = (address: Ipv4): boolean => !NOT_PUBLIC.some((range) => cidr4Has(range, address));
