/** What a hop rewrote in the packet, as short as a chip. */
import type { Hop } from '../../engine';
import { pathWords as words } from '../strings/en/paths';

type Ports = readonly [number, number] | undefined;

/** @returns `null` where the packet goes on as it came. */
export function translationOf({ packetIn, packetOut }: Hop): string | null {
  if (!packetOut) return null;
  const parts: string[] = [];
  if (packetIn.source !== packetOut.source)
    parts.push(words.becomes(words.from, packetIn.source, packetOut.source));
  if (packetIn.destination !== packetOut.destination)
    parts.push(words.becomes(words.to, packetIn.destination, packetOut.destination));
  const [before, after] = [packetIn.destinationPorts, packetOut.destinationPorts];
  // The client's own port is chosen anew by every translator: only where it is sent to is worth a word.
  if (after && isOne(before) && isOne(after) && before[0] !== after[0])
    parts.push(words.becomes(words.port, String(before[0]), String(after[0])));
  return parts.length > 0 ? parts.join(' · ') : null;
}

const isOne = (ports: Ports): ports is readonly [number, number] => ports?.[0] === ports?.[1] && !!ports;
