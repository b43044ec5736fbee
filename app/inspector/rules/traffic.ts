/** Protocol and ports as one short text: `tcp 443`, `tcp 8000-8100`, `icmp 8`, `icmp 3 4`, `all`. Parse and make are inverse. */
import type { Result } from '../../../engine';
import { inspector as text } from '../../strings';
import { rules } from '../../strings/en/rules';

export interface Traffic {
  /** `-1`, `tcp`, `udp`, `icmp`, `icmpv6` or a protocol number as text. */
  readonly protocol: string;
  /** Lowest port, or the ICMP type; absent: all. */
  readonly from?: number;
  /** Highest port, or the ICMP code; absent: all. */
  readonly to?: number;
}

const ALIASES: Readonly<Record<string, string>> = {
  all: '-1',
  any: '-1',
  '*': '-1',
  '6': 'tcp',
  '17': 'udp',
  '1': 'icmp',
  '58': 'icmpv6',
};
const NAMED: Readonly<Record<string, Traffic>> = {
  ssh: { protocol: 'tcp', from: 22, to: 22 },
  http: { protocol: 'tcp', from: 80, to: 80 },
  https: { protocol: 'tcp', from: 443, to: 443 },
  rdp: { protocol: 'tcp', from: 3389, to: 3389 },
  dns: { protocol: 'udp', from: 53, to: 53 },
  mysql: { protocol: 'tcp', from: 3306, to: 3306 },
  postgresql: { protocol: 'tcp', from: 5432, to: 5432 },
  ping: { protocol: 'icmp', from: 8, to: -1 },
};
export const TRAFFIC_SUGGESTIONS = [
  'tcp 443',
  'tcp 80',
  'tcp 22',
  'tcp 5432',
  'udp 53',
  'icmp',
  'all',
] as const;
/** An ACL has to let the answers to clients through too. https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
export const ACL_TRAFFIC_SUGGESTIONS = [...TRAFFIC_SUGGESTIONS, 'tcp 1024-65535'] as const;
const HIGHEST_PORT = 65_535;

/** @returns `invalid` with one sentence. */
export function parseTraffic(input: string): Result<Traffic, string> {
  if (input.trim() === '') return { ok: false, error: text.whatMissing };
  const words = input
    .trim()
    .toLowerCase()
    .split(/[\s:/]+/);
  const [first = '', second] = words;
  const named = Object.hasOwn(NAMED, first) ? NAMED[first] : undefined;
  if (named && second === undefined) return { ok: true, value: named };
  const protocol = Object.hasOwn(ALIASES, first) ? ALIASES[first] : first;
  const isIcmp = protocol === 'icmp' || protocol === 'icmpv6';
  if (protocol === undefined || words.length > (isIcmp ? 3 : 2) || !isProtocol(protocol))
    return { ok: false, error: text.whatWrong(input) };
  if (second === undefined || second === 'all' || second === '*') return { ok: true, value: { protocol } };
  if (isIcmp) {
    const type = numberIn(second, 255);
    const code = words[2] === undefined ? -1 : numberIn(words[2], 255);
    return type === null || code === null
      ? { ok: false, error: rules.icmpWrong(input.trim()) }
      : { ok: true, value: { protocol, from: type, to: code } };
  }
  if (protocol !== 'tcp' && protocol !== 'udp') return { ok: false, error: text.whatWrong(input) };
  const [low = '', high = low] = second.split('-');
  const from = numberIn(low, HIGHEST_PORT);
  const to = numberIn(high, HIGHEST_PORT);
  if (from === null || to === null || from > to) return { ok: false, error: text.portWrong(second) };
  return { ok: true, value: from === 0 && to === HIGHEST_PORT ? { protocol } : { protocol, from, to } };
}

export function makeTraffic({ protocol, from, to }: Traffic): string {
  const name = protocol === '-1' ? 'all' : (ALIASES[protocol] ?? protocol);
  if (name === 'icmp' || name === 'icmpv6')
    return [name, from, to].filter((part) => part !== undefined && part !== -1).join(' ');
  if ((name !== 'tcp' && name !== 'udp') || from === undefined) return name;
  if (from <= 0 && to === HIGHEST_PORT) return name;
  return to === undefined || to === from ? `${name} ${from}` : `${name} ${from}-${to}`;
}

const isProtocol = (word: string): boolean =>
  ['-1', 'tcp', 'udp', 'icmp', 'icmpv6'].includes(word) || numberIn(word, 255) !== null;

function numberIn(word: string, max: number): number | null {
  if (!/^\d{1,5}$/.test(word)) return null;
  const value = Number(word);
  return value <= max ? value : null;
}
