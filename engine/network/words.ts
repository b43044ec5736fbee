/** How the analyser says things: protocols, ports, lists. One place, so that hops, blockers and fixes agree. */
import { isIpv6, makeAddress, makeCidr, type Address } from '../model/ip/address';
import { ECHO, ICMP, ICMPV6, TCP, UDP, isIcmp, type Header, type Range } from './packet';
import { ANY, type AclEntryPart, type GroupRulePart, type ServicePart } from './parts';

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  [ICMP]: 'icmp',
  [TCP]: 'tcp',
  [UDP]: 'udp',
  [ICMPV6]: 'icmpv6',
};

export const protocolText = (protocol: number): string =>
  PROTOCOL_NAMES[protocol] ?? (protocol === ANY ? 'all traffic' : `protocol ${protocol}`);

export const rangeText = ([from, to]: Range): string => (from === to ? `${from}` : `${from}-${to}`);

/** `a`, `a and b`, `a, b and c`. */
export function listText(items: readonly string[], most = 8): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** `tcp 443`, `ping`, `icmp type 3 code 4`, `protocol 50`. */
export function trafficText(header: Header): string {
  const { protocol, destinationPorts: ports, icmpType, icmpCode } = header;
  if (isIcmp(protocol)) return icmpText(protocol, icmpType, icmpCode);
  if (!ports) return protocolText(protocol);
  return `${protocolText(protocol)} ${listText(ports.map(rangeText))}`;
}

function icmpText(protocol: number, type: number, code: number): string {
  if (type === ECHO[protocol]?.request) return 'ping';
  if (type === ECHO[protocol]?.reply) return 'the answer to a ping';
  return `${protocolText(protocol)} type ${type} code ${code}`;
}

function ruleTrafficText(rule: Pick<GroupRulePart | AclEntryPart, 'protocol' | 'from' | 'to'>): string {
  const { protocol, from, to } = rule;
  if (isIcmp(protocol)) {
    const name = protocolText(protocol);
    if (from === ANY) return `all ${name}`;
    return to === ANY ? `${name} type ${from}` : `${name} type ${from} code ${to}`;
  }
  if (protocol !== TCP && protocol !== UDP) return protocolText(protocol);
  return from <= 0 && to >= 65535
    ? `all ${protocolText(protocol)}`
    : `${protocolText(protocol)} ${rangeText([from, to])}`;
}

/** `allow tcp 443 from 0.0.0.0/0`. */
export function groupRuleText(rule: GroupRulePart, side: 'inbound' | 'outbound', peerLabel: string): string {
  return `allow ${ruleTrafficText(rule)} ${side === 'inbound' ? 'from' : 'to'} ${peerLabel}`;
}

export function aclEntryText(entry: AclEntryPart, side: 'inbound' | 'outbound'): string {
  const verb = entry.allows ? 'allow' : 'deny';
  return `${verb} ${ruleTrafficText(entry)} ${side === 'inbound' ? 'from' : 'to'} ${makeCidr(entry.block)}`;
}

/** What an interface belongs to. */
export function serviceText(service: ServicePart): string {
  switch (service.type) {
    case 'load-balancer':
    case 'endpoint':
      return service.id;
    case 'lambda':
      return 'a Lambda function';
    case 'other':
      return service.text;
  }
}

/** The fewest blocks that make up a range of addresses. */
export function blocksText(first: Address, last: Address): string[] {
  const bits = isIpv6(first) ? 128 : 32;
  const texts: string[] = [];
  let next = BigInt(first);
  const end = BigInt(last);
  const written = (value: bigint): Address => (bits === 128 ? value : Number(value));
  while (next <= end) {
    let prefix = bits;
    while (prefix > 0) {
      const size = 1n << BigInt(bits - prefix + 1);
      if (next % size !== 0n || next + size - 1n > end) break;
      prefix -= 1;
    }
    texts.push(
      prefix === bits
        ? makeAddress(written(next))
        : makeCidr({ first: written(next), last: written(end), prefix }),
    );
    next += 1n << BigInt(bits - prefix);
  }
  return texts;
}
