/** One problem in the inspector: what is wrong, the AWS page, the fix. */
import { Wrench } from 'lucide-react';
import type { ScenarioDiagnostic } from '../../engine';
import { useDocument } from '../state/hooks';
import { reveal } from '../state/view-store';
import { problems as text } from '../strings';
import { Button } from '../ui/Button';
import { fixProblem } from './fix-problem';
import { nameOfId } from './sentence';
import { SeverityMark } from './SeverityMark';

const GROUNDS = { error: 'bg-bad-soft', warning: 'bg-warn-soft', info: 'bg-accent-soft' } as const;

export function ProblemCard({
  problem,
  linked = false,
}: {
  readonly problem: ScenarioDiagnostic;
  /** Whether it leads to what it is about: not where that is shown already. */
  readonly linked?: boolean;
}) {
  const scenario = useDocument((state) => state.document);
  const [subject] = problem.subjects;
  return (
    <div className={`rounded-md px-2.5 py-2 text-sm ${GROUNDS[problem.severity]}`}>
      <p className="flex items-baseline justify-between gap-2 pb-0.5">
        <SeverityMark severity={problem.severity} words />
        {linked && subject !== undefined && (
          <button
            type="button"
            title={text.show(nameOfId(scenario, subject))}
            className="text-accent min-h-6 min-w-0 flex-1 truncate text-left text-xs hover:underline"
            onClick={() => reveal(subject)}
          >
            {nameOfId(scenario, subject)}
          </button>
        )}
        <a
          href={problem.source}
          target="_blank"
          rel="noreferrer"
          title={text.rule(problem.rule)}
          className="text-xs underline"
        >
          {text.aws}
        </a>
      </p>
      <p lang="en">{problem.message}</p>
      {problem.fix && (
        <Button
          className="mt-1.5 h-auto min-h-7 py-1 text-left whitespace-normal!"
          icon={<Wrench aria-hidden size={13} className="flex-none" />}
          onClick={() => fixProblem(problem)}
        >
          {problem.fix.label}
        </Button>
      )}
    </div>
  );
}
