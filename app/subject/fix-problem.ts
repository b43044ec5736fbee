import type { ScenarioDiagnostic } from '../../engine';
import { commit } from '../state/document-store';
import { announce } from '../state/view-store';
import { problems as text } from '../strings';
import { asDone } from '../strings/en/done';

/** Applies the fix of a problem: one click, one undo. */
export function fixProblem({ fix }: ScenarioDiagnostic): void {
  if (!fix) return;
  const done = commit(fix);
  if (done.ok) announce(text.fixed(asDone(fix.label)));
  else announce(done.error.message, 'bad');
}
