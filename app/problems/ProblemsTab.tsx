/** Every problem of the document, worst first: what, where, why, and the fix. */
import { useState } from 'react';
import { ExternalLink, Wrench } from 'lucide-react';
import type { ScenarioDiagnostic, Severity } from '../../engine';
import { nameOfId } from '../subject/sentence';
import { useDocument } from '../state/hooks';
import { useProblems } from '../state/problems-store';
import { reveal } from '../state/view-store';
import { problems as text } from '../strings';
import { Button } from '../ui/Button';
import { fixProblem } from '../subject/fix-problem';
import { SeverityMark } from '../subject/SeverityMark';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
/** More subjects than this are counted, not named. */
const NAMED = 3;

export function ProblemsTab() {
  const problems = useProblems();
  const [filter, setFilter] = useState<Severity | 'all'>('all');
  const shown = filter === 'all' ? problems : problems.filter(({ severity }) => severity === filter);
  if (problems.length === 0) return <p className="text-soft p-4 text-sm">{text.none}</p>;
  return (
    <div className="flex h-full flex-col">
      <div role="group" aria-label={text.filter} className="flex flex-none gap-1 px-3 pt-2 pb-1">
        {(['all', ...SEVERITIES] as const).map((option) => {
          const count =
            option === 'all'
              ? problems.length
              : problems.filter(({ severity }) => severity === option).length;
          if (count === 0) return null;
          return (
            <button
              key={option}
              type="button"
              aria-pressed={filter === option}
              onClick={() => setFilter(option)}
              className={`h-6 rounded-full border px-2.5 text-xs ${
                filter === option ? 'border-accent bg-accent-soft font-semibold' : 'border-line text-soft'
              }`}
            >
              {option === 'all' ? text.all : text.severities[option]} {count}
            </button>
          );
        })}
      </div>
      {shown.length === 0 && <p className="text-soft px-4 py-2 text-sm">{text.noneOfThese}</p>}
      <ul className="divide-line min-h-0 flex-1 divide-y overflow-auto px-3 pb-2">
        {shown.map((problem, index) => (
          <Line key={`${problem.rule} ${problem.subjects.join(' ')} ${index}`} problem={problem} />
        ))}
      </ul>
    </div>
  );
}

export default ProblemsTab;

function Line({ problem }: { readonly problem: ScenarioDiagnostic }) {
  const scenario = useDocument((state) => state.document);
  return (
    <li className="grid grid-cols-[80px_minmax(0,1fr)_auto] items-start gap-x-3 py-1.5">
      <span className="pt-1">
        <SeverityMark severity={problem.severity} words />
      </span>
      <div className="min-w-0 text-sm">
        <p lang="en" className="pt-0.5">
          {problem.message}
        </p>
        <p className="flex flex-wrap items-center gap-x-3">
          {problem.subjects.slice(0, NAMED).map((id) => (
            <button
              key={id}
              type="button"
              title={text.show(nameOfId(scenario, id))}
              className="text-accent min-h-6 text-xs hover:underline"
              onClick={() => reveal(id)}
            >
              {nameOfId(scenario, id)}
            </button>
          ))}
          <a
            href={problem.source}
            target="_blank"
            rel="noreferrer"
            className="text-soft inline-flex min-h-6 items-center gap-1 text-xs hover:underline"
          >
            {problem.rule} · {text.aws}
            <ExternalLink aria-hidden size={11} />
          </a>
        </p>
      </div>
      {problem.fix ? (
        <Button
          icon={<Wrench aria-hidden size={13} />}
          title={text.fixThis(problem.fix.label)}
          aria-label={text.fixThis(problem.fix.label)}
          onClick={() => fixProblem(problem)}
        >
          {text.fix}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}
