/** Protocol names as AWS writes them in rules, and their IANA numbers. */
const NUMBERS: Readonly<Record<string, number>> = { '-1': -1, all: -1, icmp: 1, tcp: 6, udp: 17, icmpv6: 58 };
const NAMES: Readonly<Record<number, string>> = { [-1]: '-1', 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6' };

/** -1 is every protocol; `null` for what is none. */
export function parseProtocol(text: string): number | null {
  const lower = text.toLowerCase();
  if (Object.hasOwn(NUMBERS, lower)) return NUMBERS[lower] ?? null;
  return /^\d{1,3}$/.test(lower) && Number(lower) <= 255 ? Number(lower) : null;
}

export const makeProtocol = (protocol: number): string => NAMES[protocol] ?? `${protocol}`;
