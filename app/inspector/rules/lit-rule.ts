/** Which rules of a thing decided about the packet now shown, on its way there and back. */
import { useMemo } from 'react';
import { getKind, type ResourceId, type Scenario, type ScenarioPath } from '../../../engine';
import { useDocument, usePath } from '../../state/hooks';
import { ladderOf, type LadderHop } from '../../state/path-store';
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

export function useLitRules(id: ResourceId): readonly LitRule[] {
  const scenario = useDocument((state) => state.document);
  const result = usePath((state) => state.result);
  const step = usePath((state) => state.step);
  return useMemo(() => (result ? litRules(scenario, result, step, id) : []), [scenario, result, step, id]);
}

/** In the order of the walk; those where the packet stands come first. */
export function litRules(
  document: Scenario,
  result: ScenarioPath,
  step: number,
  id: ResourceId,
): readonly LitRule[] {
  const ladder = ladderOf(result);
  return ladder
    .flatMap(({ hop, direction }, index): LitRule[] => {
      const { decidedBy, verdict, message } = hop;
      if (!decidedBy || verdict === 'not-reached') return [];
      if (decidedBy.resource !== id && !refusesToo(document, ladder, index, id)) return [];
      const at = words.step(index + 1);
      const did = words.lit[direction === 'return' ? (`${verdict}Reply` as const) : verdict];
      const lit: LitRule = {
        rule: decidedBy.rule,
        side: decidedBy.side ?? sideIn(decidedBy.rule),
        verdict,
        current: index === step,
        words: `${did} (${at})`,
        message,
      };
      // A client's ports are many: an ACL may let only some of them through, and says both in one sentence.
      const denying = result.blockers.find(
        (blocker) => blocker.resource === id && blocker.message === message,
      );
      return verdict === 'stop' || denying?.rule === undefined
        ? [lit]
        : [lit, { ...lit, rule: denying.rule, verdict: 'stop', words: `${words.lit.stopPart} (${at})` }];
    })
    .toSorted((a, b) => Number(b.current) - Number(a.current));
}

/** Where no group of an interface has a rule, the hop names the first one; all of them refused. */
function refusesToo(
  document: Scenario,
  ladder: readonly LadderHop[],
  index: number,
  groupId: ResourceId,
): boolean {
  const rule = ladder[index]?.hop.decidedBy?.rule;
  if (rule !== 'inbound' && rule !== 'outbound') return false;
  const beside = ladder[rule === 'inbound' ? index + 1 : index - 1]?.hop;
  const eni = getKind(document, beside?.resource, 'network-interface');
  return eni?.groupSet.includes(groupId) ?? false;
}

/** A group's rules say it themselves: `inbound[2]`, `inbound`. */
function sideIn(rule: string): LitRule['side'] {
  if (rule.startsWith('inbound')) return 'inbound';
  return rule.startsWith('outbound') ? 'outbound' : null;
}
