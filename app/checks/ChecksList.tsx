/** The document's checks at the moment shown: each with its verdict and, where it fails, why and by which packet. */
import { CircleCheck, CircleHelp, CircleX, Trash2 } from 'lucide-react';
import type { CheckResult } from '../../engine';
import { ChangedLine } from '../asking/ChangedLine';
import { askFor } from '../asking/ask-path';
import { dropCheck } from '../asking/new-check';
import { commit, documentStore } from '../state/document-store';
import { announce, setView } from '../state/view-store';
import { checkWords as words, keepWords } from '../strings/en/checks';
import { Button } from '../ui/Button';
import { useChecks } from './use-checks';

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
  if (checks.length === 0) return null;
  return (
    <div className={className}>
      {editable && <ChangedLine />}
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
        <Button
          look="quiet"
          aria-label={words.remove(title)}
          title={words.remove(title)}
          onClick={() => remove(check)}
          icon={<Trash2 size={13} aria-hidden />}
        />
      )}
    </li>
  );
}

function remove({ id }: CheckResult): void {
  const { checks } = documentStore.getState().document;
  const check = checks.find((one) => one.id === id);
  if (!check) return;
  const done = commit(dropCheck(checks, check));
  announce(done.ok ? keepWords.dropped(check.title ?? id) : done.error.message, done.ok ? 'info' : 'bad');
}
