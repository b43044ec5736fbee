/** What is wrong with a document: every rule on everything, the worst first. */
import type { Scenario, ScenarioDiagnostic } from '../catalog/descriptors';
import { SEVERITIES } from '../model/diagnostic';
import { RULES } from './rules';

/** @returns problems by severity, then in the order of the rules. A pure function of the document. */
export function problemsOf(document: Scenario): readonly ScenarioDiagnostic[] {
  const problems = RULES.flatMap(({ id, severity, source, check }) =>
    check(document).map((found): ScenarioDiagnostic => ({ rule: id, severity, source, ...found })),
  );
  return problems.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
