/** Packets of a set as questions that a trace answers. */
import { makeAddress } from '../../model/ip/address';
import type { PathQuery } from '../../model/path';
import { isIcmp } from '../../network/packet';
import { PORT, PROTOCOL, type Diagram, type PacketPoint } from '../../network/symbolic/diagram';
import type { Ground } from '../../network/symbolic/ground';

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** @returns `null` for a text that is no protocol */
export function protocolNumber(text: string, family: 4 | 6): number | null {
  const word = text.trim().toLowerCase();
  // Each family has an ICMP of its own: a ping is asked of both with one word.
  if (word === 'icmp' && family === 6) return 58;
  const named = Object.hasOwn(NUMBERS, word) ? NUMBERS[word] : undefined;
  if (named !== undefined) return named;
  return /^\d{1,3}$/.test(word) && Number(word) <= 255 ? Number(word) : null;
}

/** All packets of a protocol to a port, or to every port. */
export function trafficSet({ store }: Ground, protocol: number, port: number | undefined): Diagram {
  const own = store.interval(PROTOCOL, protocol, protocol);
  return port === undefined ? own : store.intersect(own, store.interval(PORT, port, port));
}

/** @param from @param to as a question names them; `internet` becomes the address of the packet */
export function questionOf(from: string, to: string, packet: PacketPoint): PathQuery {
  const at = (text: string): string =>
    text === 'internet' ? `internet:${makeAddress(packet.address)}` : text;
  const ends = { from: at(from), to: at(to) };
  const { protocol, port, sourcePort } = packet;
  if (isIcmp(protocol))
    return { ...ends, protocol: protocol === 1 ? 'icmp' : 'icmpv6', icmpType: port, icmpCode: sourcePort };
  if (protocol === 6 || protocol === 17)
    return { ...ends, protocol: protocol === 6 ? 'tcp' : 'udp', port, sourcePort };
  return { ...ends, protocol: `${protocol}` };
}

/** `tcp 443`, `ping`, `protocol 50`: the packet of a question. */
export function packetText({ protocol = 'tcp', port, icmpType }: PathQuery): string {
  if (icmpType !== undefined)
    return icmpType === 8 || icmpType === 128 ? 'ping' : `${protocol} type ${icmpType}`;
  if (/^\d/.test(protocol)) return `protocol ${protocol}`;
  return port === undefined ? protocol : `${protocol} ${port}`;
}
