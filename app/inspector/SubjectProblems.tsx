/** Problems of the thing that is selected, each with its one-click fix. */
import type { ResourceId } from '../../engine';
import { ProblemCard } from '../subject/ProblemCard';
import { useProblemsOf } from '../state/problems-store';

export function SubjectProblems({ id }: { readonly id: ResourceId }) {
  const problems = useProblemsOf(id);
  if (problems.length === 0) return null;
  return (
    <ul className="space-y-1.5 pt-3">
      {problems.map((problem, index) => (
        <li key={`${problem.rule} ${index}`}>
          <ProblemCard problem={problem} />
        </li>
      ))}
    </ul>
  );
}
