/** The document's checks: each holds, fails with a packet that shows it, or can't be told. */
import type { CheckResult } from '../../model/check';
import type { Check } from '../../model/document';
import type { ScenarioView } from '../../catalog/descriptors';
import type { ScenarioNetwork } from '../../catalog/network-roles';
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

export function evaluateCheck(check: Check, grounds: CheckGrounds): CheckResult {
  const verdict = judge(check, grounds.for(check));
  return {
    id: check.id,
    type: check.type,
    holds: verdict.outcome === 'holds',
    title: check.title ?? titleOf(check),
    ...verdict,
  };
}

function judge(check: Check, ground: CheckGround): Verdict {
  switch (check.type) {
    case 'can-reach':
    case 'cannot-reach':
      return judgePath(check, ground);
    case 'only-these-reach':
      return judgeOnlyThese(check, ground);
    case 'stays-in-vpc':
      return judgeStaysInVpc(check, ground);
  }
}

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
