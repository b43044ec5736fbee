/** Everything that would have to change, in order, each with its fix where one edit fixes it. */
import { Wrench } from 'lucide-react';
import { labelOf, type ScenarioPath } from '../../engine';
import { applyEdit } from '../asking/apply-edit';
import { useDocument } from '../state/hooks';
import { reveal } from '../state/view-store';
import { answerWords as words } from '../strings/en/paths';
import { Button } from '../ui/Button';

type Blocker = ScenarioPath['blockers'][number];

export function Blockers({ blockers }: { readonly blockers: readonly Blocker[] }) {
  return (
    <ol aria-label={words.blockers} className="m-0 flex list-none flex-col gap-1.5 p-0">
      {blockers.map((blocker, index) => (
        <BlockerItem
          key={`${blocker.code} ${blocker.resource} ${blocker.direction} ${blocker.rule ?? ''}`}
          blocker={blocker}
          number={blockers.length > 1 ? index + 1 : null}
        />
      ))}
    </ol>
  );
}

function BlockerItem({ blocker, number }: { readonly blocker: Blocker; readonly number: number | null }) {
  const document = useDocument((state) => state.document);
  const { code, resource, rule, direction, message, source, fix, alternativeFix } = blocker;
  return (
    <li className="bg-bad-soft rounded-lg px-2 py-1.5">
      <div className="flex items-start gap-2">
        <p className="m-0 min-w-0 flex-1 text-sm font-medium">
          {number !== null && <span className="text-soft">{number}. </span>}
          <span lang="en">{message}</span>
        </p>
        {fix && (
          <Button
            look="primary"
            title={fix.label}
            onClick={() => void applyEdit(fix)}
            icon={<Wrench size={14} aria-hidden />}
          >
            {words.fix}
          </Button>
        )}
      </div>
      <p className="text-soft m-0 flex flex-wrap items-center gap-x-2 text-xs">
        <code className="text-bad font-medium break-all">{code}</code>
        {rule !== undefined && isOne(rule) && <span>{words.rule(rule)}</span>}
        {direction === 'return' && <span>{words.onReply}</span>}
        <button
          type="button"
          className="text-accent min-h-6 hover:underline"
          onClick={() => reveal(resource)}
        >
          {words.show(labelOf(document, resource))}
        </button>
        <a className="text-accent hover:underline" href={source} target="_blank" rel="noreferrer">
          {words.aws}
        </a>
      </p>
      {fix && <p className="m-0 text-xs">{words.fixWould(fix.label)}</p>}
      {alternativeFix && (
        <button
          type="button"
          className="text-accent min-h-6 text-left text-xs hover:underline"
          onClick={() => void applyEdit(alternativeFix)}
        >
          {words.orFix(alternativeFix.label)}
        </button>
      )}
    </li>
  );
}

/** A rule that is there; a side that lacks one is named in the sentence. */
const isOne = (rule: string): boolean => /[\d*]/.test(rule);
