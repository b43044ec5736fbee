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
  /** The whole sentence of the hop. */
  readonly message: string;
}

/** In the order of the walk; the one where the packet stands comes first. */
export function useLitRules(id: ResourceId): readonly LitRule[] {
  const result = usePath((state) => state.result);
  const step = usePath((state) => state.step);
  return useMemo(() => {
    const lit = (result ? ladderOf(result) : []).flatMap(({ hop, direction }, index): LitRule[] => {
      const { decidedBy, verdict } = hop;
      if (decidedBy?.resource !== id || verdict === 'not-reached') return [];
      const did = direction === 'return' ? (`${verdict}Reply` as const) : verdict;
      return [
        {
          rule: decidedBy.rule,
          side: decidedBy.side ?? sideIn(decidedBy.rule),
          verdict,
          current: index === step,
          words: `${words.lit[did]} (${words.step(index + 1)})`,
          message: hop.message,
        },
      ];
    });
    return lit.toSorted((a, b) => Number(b.current) - Number(a.current));
  }, [result, step, id]);
}

/** A group's rules say it themselves: `inbound[2]`, `inbound`. */
function sideIn(rule: string): LitRule['side'] {
  if (rule.startsWith('inbound')) return 'inbound';
  return rule.startsWith('outbound') ? 'outbound' : null;
}
