/** Everything that would have to change, in order, each with its fix where one edit fixes it. */
import { Wrench } from 'lucide-react';
import type { ScenarioChangeSet, ScenarioPath } from '../../engine';
import { labelOf, type Scenario } from '../../engine';
import { commit } from '../state/document-store';
import { announce, reveal } from '../state/view-store';
import { pathWords as words } from '../strings/en/timeline';
import { Button } from '../ui/Button';
import { askAgain, walkToEnd } from '../asking/ask-path';

export function Blockers({
  document,
  result,
}: {
  readonly document: Scenario;
  readonly result: ScenarioPath;
}) {
  const apply = (fix: ScenarioChangeSet) => {
    const done = commit(fix);
    announce(done.ok ? fix.label : done.error.message, done.ok ? 'info' : 'bad');
    if (done.ok) void askAgain().then(walkToEnd);
  };
  return (
    <ol aria-label={words.blockers} className="m-0 flex list-none flex-col gap-1.5 p-0">
      {result.blockers.map((blocker) => (
        <li
          key={`${blocker.code} ${blocker.resource} ${blocker.direction} ${blocker.rule ?? ''}`}
          className="bg-bad-soft rounded-lg px-2 py-1.5"
        >
          <div className="flex items-start gap-2">
            <p className="m-0 min-w-0 flex-1 text-sm font-medium">{blocker.message}</p>
            {blocker.fix && (
              <Button
                look="primary"
                title={blocker.fix.label}
                onClick={() => blocker.fix && apply(blocker.fix)}
                icon={<Wrench size={14} aria-hidden />}
              >
                {words.fix}
              </Button>
            )}
          </div>
          <p className="text-soft m-0 flex flex-wrap items-center gap-x-2 text-xs">
            <code className="text-bad font-medium break-all">{blocker.code}</code>
            <button
              type="button"
              className="text-accent min-h-6 hover:underline"
              onClick={() => reveal(blocker.resource)}
            >
              {words.show(labelOf(document, blocker.resource))}
            </button>
            <a className="text-accent hover:underline" href={blocker.source} target="_blank" rel="noreferrer">
              {words.aws}
            </a>
          </p>
          {blocker.fix && <p className="m-0 text-xs">{words.fixWould(blocker.fix.label)}</p>}
          {blocker.alternativeFix && (
            <button
              type="button"
              className="text-accent min-h-6 text-left text-xs hover:underline"
              onClick={() => blocker.alternativeFix && apply(blocker.alternativeFix)}
            >
              {words.orFix(blocker.alternativeFix.label)}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
