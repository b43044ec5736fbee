/** How the analyser says things: protocols, ports, lists. One place, so that hops, blockers and fixes agree. */
import { makeCidr4, makeIpv4, type Cidr4 } from '../model/ip/ipv4';
import { ICMP, TCP, UDP, type Header, type Range } from './packet';
import { ANY, type AclEntryPart, type GroupRulePart } from './parts';

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  [ICMP]: 'icmp',
  [TCP]: 'tcp',
  [UDP]: 'udp',
  58: 'icmpv6',
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
  if (protocol === ICMP) return icmpText(icmpType, icmpCode);
  if (!ports) return protocolText(protocol);
  return `${protocolText(protocol)} ${listText(ports.map(rangeText))}`;
}

function icmpText(type: number, code: number): string {
  if (type === 8) return 'ping';
  if (type === 0) return 'the answer to a ping';
  return `icmp type ${type} code ${code}`;
}

function ruleTrafficText(rule: Pick<GroupRulePart | AclEntryPart, 'protocol' | 'from' | 'to'>): string {
  const { protocol, from, to } = rule;
  if (protocol === ICMP) {
    if (from === ANY) return 'all icmp';
    return to === ANY ? `icmp type ${from}` : `icmp type ${from} code ${to}`;
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
  return `${verb} ${ruleTrafficText(entry)} ${side === 'inbound' ? 'from' : 'to'} ${makeCidr4(entry.block)}`;
}

/** The fewest blocks that make up a range of addresses. */
export function blocksText(first: number, last: number): string[] {
  const texts: string[] = [];
  let next = first;
  while (next <= last) {
    let prefix = 32;
    while (prefix > 0) {
      const size = 2 ** (33 - prefix);
      if (next % size !== 0 || next + size - 1 > last) break;
      prefix -= 1;
    }
    texts.push(prefix === 32 ? makeIpv4(next) : makeCidr4({ first: next, last, prefix } satisfies Cidr4));
    next += 2 ** (32 - prefix);
  }
  return texts;
}
