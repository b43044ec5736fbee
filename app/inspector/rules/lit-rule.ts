/** Which rule of a thing decided about the packet where it stands now. */
import { useMemo } from 'react';
import type { ResourceId } from '../../../engine';
import { usePath } from '../../state/hooks';
import { ladderOf } from '../../state/path-store';

export interface LitRule {
  readonly rule: string;
  readonly verdict: 'pass' | 'stop';
}

export function useLitRule(id: ResourceId): LitRule | null {
  const result = usePath((state) => state.result);
  const step = usePath((state) => state.step);
  return useMemo(() => {
    const hop = result ? ladderOf(result)[step]?.hop : undefined;
    if (!hop || hop.decidedBy?.resource !== id || hop.verdict === 'not-reached') return null;
    return { rule: hop.decidedBy.rule, verdict: hop.verdict };
  }, [result, step, id]);
}
