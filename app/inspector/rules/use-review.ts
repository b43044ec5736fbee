/** What the engine says of each rule: its words, and whether it is needed. */
import type { ResourceId, ReviewedRule, RulesReview } from '../../../engine';
import { useAnswer } from '../../engine-client/use-answer';

export const useReview = (id: ResourceId): RulesReview | null =>
  useAnswer((engine) => engine.reviewRules(id), `rules of ${id}`).value;

/** The words and the mark of a row, once they are known. */
export function reviewed(
  rules: readonly ReviewedRule[] | undefined,
  rule: string,
): { readonly words?: string; readonly mark?: Mark } {
  const found = rules?.find((one) => one.rule === rule);
  if (!found) return {};
  const { words, state, remark } = found;
  return state === 'needed' || remark === null ? { words } : { words, mark: { state, remark } };
}

export interface Mark {
  readonly state: Exclude<ReviewedRule['state'], 'needed'>;
  readonly remark: string;
}
