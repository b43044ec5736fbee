/** Which rules of a thing decided about the packet now shown, on its way there and back. */
import { useMemo } from 'react';
import type { ResourceId } from '../../../engine';
import { usePath } from '../../state/hooks';
import { ladderOf } from '../../state/path-store';
import { rules as words } from '../../strings/en/rules';

export interface LitRule {
  readonly rule: string;
  /** Of an ACL or a group; a route has none. */
  readonly side: 'inbound' | 'outbound' | null;
  readonly verdict: 'pass' | 'stop';
  /** The packet stands here now. */
  readonly current: boolean;
  /** What it did, in words: a colour is never the only sign. */
  readonly words: string;
  /** The packet as it came. */
  readonly packet: string;
}

/** In the order of the walk; the one where the packet stands comes first. */
export function useLitRules(id: ResourceId): readonly LitRule[] {
  const result = usePath((state) => state.result);
  const step = usePath((state) => state.step);
  return useMemo(() => {
    const lit = (result ? ladderOf(result) : []).flatMap(({ hop, direction }, index): LitRule[] => {
      const { decidedBy, verdict, packetIn } = hop;
      if (decidedBy?.resource !== id || verdict === 'not-reached') return [];
      const did = direction === 'return' ? (`${verdict}Reply` as const) : verdict;
      const side = decidedBy.side ?? sideIn(decidedBy.rule);
      return [
        {
          rule: decidedBy.rule,
          side,
          verdict,
          current: index === step,
          words: `${words.lit[did]} (${words.step(index + 1)})`,
          packet: `${portsOf(packetIn)}${side === 'outbound' ? `to ${packetIn.destination}` : `from ${packetIn.source}`}`,
        },
      ];
    });
    return lit.toSorted((a, b) => Number(b.current) - Number(a.current));
  }, [result, step, id]);
}

const NAMES: Readonly<Record<number, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6' };

/** `tcp 443 `; one port only, a client's range says nothing. */
function portsOf(packet: {
  readonly protocol: number;
  readonly destinationPorts?: readonly [number, number];
}): string {
  const name = NAMES[packet.protocol] ?? `protocol ${packet.protocol}`;
  const [first, last] = packet.destinationPorts ?? [];
  if (first === undefined || last === undefined) return `${name} `;
  return `${name} ${first === last ? first : `${first}-${last}`} `;
}

/** A group's rules say it themselves: `inbound[2]`, `inbound`. */
function sideIn(rule: string): LitRule['side'] {
  if (rule.startsWith('inbound')) return 'inbound';
  return rule.startsWith('outbound') ? 'outbound' : null;
}
