/** The document's checks at the moment shown: each with its verdict and, where it fails, why and by which packet. */
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { CheckResult } from '../../engine';
import { askFor } from '../asking/ask-path';
import { useLastEdit } from '../asking/last-edit';
import { setView } from '../state/view-store';
import { checkWords as words } from '../strings/en/checks';
import { useChecks } from './use-checks';

// What only the dock's list needs is not part of a first visit.
const ChangedLine = lazy(() => import('../asking/ChangedLine'));
const RemoveCheck = lazy(() => import('./RemoveCheck'));

const LOOKS = {
  holds: { icon: CircleCheck, tone: 'text-good' },
  fails: { icon: CircleX, tone: 'text-bad' },
  unknown: { icon: CircleHelp, tone: 'text-warn' },
} as const;

interface ChecksListProps {
  readonly className?: string;
  /** Checks can be removed here. */
  readonly editable?: boolean;
}

export default function ChecksList({ className = '', editable = false }: ChecksListProps) {
  const checks = useChecks();
  const edit = useLastEdit();
  if (checks.length === 0) return null;
  return (
    <div className={className}>
      {editable && edit && (
        <Suspense fallback={null}>
          <ChangedLine key={edit.revision} edit={edit} />
        </Suspense>
      )}
      <ul aria-label={words.title} className="m-0 flex list-none flex-col gap-1 p-0">
        {checks.map((check) => (
          <Item key={check.id} check={check} editable={editable} />
        ))}
      </ul>
    </div>
  );
}

function Item({ check, editable }: { readonly check: CheckResult; readonly editable: boolean }) {
  const { outcome, title, message, counterExample } = check;
  const { icon: Icon, tone } = LOOKS[outcome];
  return (
    <li className="flex items-start gap-1.5 text-sm">
      <Icon size={16} aria-label={words.outcomes[outcome]} className={`${tone} mt-0.5 flex-none`} />
      <span className="min-w-0 flex-1">
        <b className="font-medium">{title}</b>
        {outcome !== 'holds' && <span className="text-soft"> {message}</span>}{' '}
        {outcome !== 'holds' && counterExample && (
          <button
            type="button"
            className="text-accent min-h-6 text-xs hover:underline"
            aria-label={words.show(title)}
            onClick={() => {
              setView({ dockTab: 'paths', dockOpen: true });
              void askFor(counterExample);
            }}
          >
            {words.showShort}
          </button>
        )}
      </span>
      {editable && (
        <Suspense fallback={null}>
          <RemoveCheck id={check.id} title={title} />
        </Suspense>
      )}
    </li>
  );
}
