/**
 * A bound on the work that one text can cause. What a reader looks at, it pays for; when the budget is spent the
 * rest is shown as not simulated. Hostile text thus costs no more than a long honest one.
 */
export interface Budget {
  /** Characters looked at, or made by expanding variables. */
  spent: number;
  readonly limit: number;
}

/** A text of 16 KB is looked at a few times over; variables may make it sixteen times as long. */
export const createBudget = (limit = 16 * 16_384): Budget => ({ spent: 0, limit });

/** @returns false when there is nothing left */
export function spend(budget: Budget, characters: number): boolean {
  budget.spent += characters;
  return budget.spent <= budget.limit;
}
