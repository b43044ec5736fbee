/** The document's checks: each holds, fails with a packet that shows it, or can't be told. */
import type { CheckResult } from '../../model/check';
import type { Check } from '../../model/document';
import type { ScenarioView } from '../../catalog/descriptors';
import type { ScenarioNetwork } from '../../catalog/network-roles';
import { untouched, type Touched } from '../../network/walk';
import { keepResult, recallResult } from './check-memory';
import { CheckGrounds, type CheckGround } from './ground';
import { judgeOnlyThese } from './only-these-reach';
import { judgePath, type Verdict } from './path-check';
import { judgeStaysInVpc } from './stays-in-vpc';

/** @param network compiled from the view, if there is one already */
export function evaluateChecks(view: ScenarioView, network?: ScenarioNetwork): readonly CheckResult[] {
  const { checks } = view.document;
  if (checks.length === 0) return [];
  const grounds = new CheckGrounds(view, network);
  return checks.map((check) => evaluateCheck(check, grounds));
}

function evaluateCheck(check: Check, grounds: CheckGrounds): CheckResult {
  const ground = grounds.for(check);
  // What a check leaves out of account makes another network of its own.
  const isPlain = (check.ignoring ?? []).length === 0;
  const before = isPlain ? recallResult(check, ground.network) : null;
  if (before) return before;
  const touched = untouched();
  const verdict = judge(check, ground, touched);
  const result: CheckResult = {
    id: check.id,
    type: check.type,
    holds: verdict.outcome === 'holds',
    title: check.title ?? titleOf(check),
    ...verdict,
  };
  if (isPlain) keepResult(check, ground.network, result, touched);
  return result;
}

/** @param touched takes up all rules and addresses that the verdict rests on */
function judge(check: Check, ground: CheckGround, touched: Touched): Verdict {
  switch (check.type) {
    case 'can-reach':
    case 'cannot-reach':
      return judgePath(check, ground, touched);
    case 'only-these-reach':
      return noting(ground, touched, () => judgeOnlyThese(check, ground, touched));
    case 'stays-in-vpc':
      return noting(ground, touched, () => judgeStaysInVpc(check, ground, touched));
  }
}

/** Both families of sets note what is asked of their filters meanwhile. */
const noting = <T>({ sets }: CheckGround, touched: Touched, job: () => T): T =>
  sets(4).filters.noting(touched, () => sets(6).filters.noting(touched, job));

/** What the check says, for one that nobody gave a title. */
export function titleOf(check: Check): string {
  switch (check.type) {
    case 'can-reach':
      return `${check.from} reaches ${check.to}${portWords(check)}`;
    case 'cannot-reach':
      return `${check.from} does not reach ${check.to}${portWords(check)}`;
    case 'only-these-reach':
      return `Nobody ${check.from.length === 0 ? '' : `but ${check.from.join(', ')} `}reaches ${check.to}${portWords(check)}`;
    case 'stays-in-vpc':
      return `${check.from} does not leave its VPC`;
  }
}

const portWords = ({ port }: { readonly port?: number }): string => (port === undefined ? '' : `:${port}`);
