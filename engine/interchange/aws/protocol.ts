/** A protocol as AWS writes it: `-1`, `tcp`, `udp`, `icmp`, `icmpv6` or an IANA number as text. Kept as given. */
import { integer, text, type Foreign } from './values';

const WORDS = ['tcp', 'udp', 'icmp', 'icmpv6'];

export function protocolOf(from: Foreign, key: string): string | undefined {
  const word = text(from, key)?.toLowerCase();
  if (word === 'all' || word === '-1') return '-1';
  if (word !== undefined && WORDS.includes(word)) return word;
  const number = integer(from, key);
  return number !== undefined && number >= -1 && number <= 255 ? String(number) : undefined;
}
