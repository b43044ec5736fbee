/** How reachability differs before and after an edit, and between two documents. */
import type { CheckResult } from '../../model/check';
import type { Difference } from '../../model/difference';
import type { PathQuery } from '../../model/path';
import { ok, type Result } from '../../model/result';
import { evaluateChecks } from '../checks/checks';
import type { ScenarioView } from '../../catalog/descriptors';
import { compileNetwork, trace } from '../../catalog/network-roles';
import { Comparison } from './pairs';

export interface DifferenceOptions {
  /** A path whose verdicts are wanted too. */
  readonly query?: PathQuery;
}

/**
 * @returns the pairs of ends between which other traffic works, the checks with another outcome, and both verdicts of
 * the path; a failure where the path makes no sense in the document after.
 */
export function difference(
  before: ScenarioView,
  after: ScenarioView,
  { query }: DifferenceOptions = {},
): Result<Difference> {
  const [was, is] = [compileNetwork(before), compileNetwork(after)];
  const pairs = new Comparison(was).with(is);
  const checks = changedChecks(evaluateChecks(before, was), evaluateChecks(after, is));
  let path: Difference['path'];
  if (query) {
    const now = trace(is, query);
    if (!now.ok) return now;
    const then = trace(was, query);
    path = { query, before: then.ok ? then.value.verdict : 'unknown', after: now.value.verdict };
  }
  return ok({
    pairs,
    checks,
    ...(path ? { path } : {}),
    summary: summaryOf(pairs, checks),
  });
}

function changedChecks(before: readonly CheckResult[], after: readonly CheckResult[]): Difference['checks'] {
  const outcomes = new Map(before.map(({ id, outcome }) => [id, outcome]));
  return after.flatMap((result) => {
    const was = outcomes.get(result.id) ?? null;
    return was === result.outcome ? [] : [{ before: was, after: result }];
  });
}

function summaryOf(pairs: Difference['pairs'], checks: Difference['checks']): string {
  const count = (type: Difference['pairs'][number]['type']): number =>
    pairs.filter((pair) => pair.type === type).length;
  const parts = [
    [count('gained'), 'gained'],
    [count('lost'), 'lost'],
    [count('changed'), 'changed'],
  ] as const;
  const said = parts.flatMap(([number, word]) =>
    number === 0 ? [] : [`${number} ${number === 1 ? 'pair' : 'pairs'} ${word}`],
  );
  const failing = checks.filter(({ after }) => after.outcome === 'fails').length;
  const tail = failing === 0 ? '' : ` ${failing === 1 ? 'One check fails' : `${failing} checks fail`} now.`;
  return `${said.length === 0 ? 'Nothing else works, and nothing stopped working' : said.join(', ')}.${tail}`;
}
