/** The packet that walks: its header, its port ranges, its reply. */
import {
  cidrHas,
  isIpv6,
  makeAddress,
  nextAddress,
  parseCidr,
  type Address,
  type Cidr,
} from '../model/ip/address';
import type { Packet } from '../model/path';

/** First and last, both included. */
export type Range = readonly [number, number];

export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const ICMPV6 = 58;

export interface Header {
  readonly source: Address;
  readonly destination: Address;
  readonly protocol: number;
  /** Several values where one is not known: a client's port. `null` for protocols without ports. */
  readonly sourcePorts: readonly Range[] | null;
  readonly destinationPorts: readonly Range[] | null;
  readonly icmpType: number;
  readonly icmpCode: number;
}

export const isIcmp = (protocol: number): boolean => protocol === ICMP || protocol === ICMPV6;

/** An echo request and the answer to it, by protocol. */
export const ECHO: Readonly<Record<number, { readonly request: number; readonly reply: number }>> = {
  [ICMP]: { request: 8, reply: 0 },
  [ICMPV6]: { request: 128, reply: 129 },
};

export const isEchoRequest = ({ protocol, icmpType }: Pick<Header, 'protocol' | 'icmpType'>): boolean =>
  ECHO[protocol]?.request === icmpType;

export const hasPorts = (protocol: number): boolean => protocol === TCP || protocol === UDP;

/** Addresses and ports swapped; an echo request becomes an echo reply. */
export const replyTo = (header: Header): Header => ({
  source: header.destination,
  destination: header.source,
  protocol: header.protocol,
  sourcePorts: header.destinationPorts,
  destinationPorts: header.sourcePorts,
  icmpType: isEchoRequest(header) ? (ECHO[header.protocol]?.reply ?? header.icmpType) : header.icmpType,
  icmpCode: header.icmpCode,
});

/** The header as the answer shows it. */
export function makePacket(header: Header): Packet {
  const { protocol, sourcePorts, destinationPorts, icmpType, icmpCode } = header;
  const source = makeAddress(header.source);
  const destination = makeAddress(header.destination);
  if (sourcePorts && destinationPorts)
    return {
      source,
      destination,
      protocol,
      sourcePorts: hullOf(sourcePorts),
      destinationPorts: hullOf(destinationPorts),
    };
  return isIcmp(protocol)
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
export function joinRanges<T extends Address>(
  ranges: readonly (readonly [T, T])[],
): readonly (readonly [T, T])[] {
  const joined: [T, T][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))) {
    const before = joined.at(-1);
    if (before && from <= nextAddress(before[1])) before[1] = to > before[1] ? to : before[1];
    else joined.push([from, to]);
  }
  return joined;
}

const block = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(`${text} is no block`);
  return parsed;
};

/** https://www.rfc-editor.org/rfc/rfc1918 */
const RFC1918 = [block('10.0.0.0/8'), block('172.16.0.0/12'), block('192.168.0.0/16')];
/** https://www.rfc-editor.org/rfc/rfc6598 */
const RFC6598 = block('100.64.0.0/10');
const LINK_LOCAL = [block('169.254.0.0/16'), block('fe80::/10')];
const LOOPBACK = [block('127.0.0.0/8'), block('::1/128')];
const MULTICAST = [block('224.0.0.0/4'), block('255.255.255.255/32'), block('ff00::/8')];
/** "This network", and class E: https://www.rfc-editor.org/rfc/rfc6890 */
const RESERVED = [block('0.0.0.0/8'), block('240.0.0.0/4')];
/** https://www.rfc-editor.org/rfc/rfc5737: in nobody's prefix list. */
const DOCUMENTATION = [
  block('192.0.2.0/24'),
  block('198.51.100.0/24'),
  block('203.0.113.0/24'),
  block('2001:db8::/32'),
];
/** What is routed on the internet in IPv6: https://www.rfc-editor.org/rfc/rfc4291 section 2.4 */
export const GLOBAL_UNICAST = block('2000::/3');

const isIn =
  (ranges: readonly Cidr[]) =>
  (address: Address): boolean =>
    ranges.some((range) => cidrHas(range, address));

export const isRfc1918 = isIn(RFC1918);
export const isRfc6598 = isIn([RFC6598]);
export const isLinkLocal = isIn(LINK_LOCAL);
export const isLoopback = isIn(LOOPBACK);
export const isMulticast = isIn(MULTICAST);
export const isReserved = (address: Address): boolean =>
  isIpv6(address)
    ? !cidrHas(GLOBAL_UNICAST, address) &&
      !isLinkLocal(address) &&
      !isLoopback(address) &&
      !isMulticast(address)
    : isIn(RESERVED)(address);
export const isDocumentation = isIn(DOCUMENTATION);

/** IPv4 ranges that are nobody's on the internet. */
export const NOT_PUBLIC: readonly Cidr[] = [
  block('0.0.0.0/8'),
  RFC6598,
  block('169.254.0.0/16'),
  block('127.0.0.0/8'),
  ...RFC1918,
  block('224.0.0.0/3'),
];

export const isPublic = (address: Address): boolean =>
  isIpv6(address) ? cidrHas(GLOBAL_UNICAST, address) : !NOT_PUBLIC.some((range) => cidrHas(range, address));
