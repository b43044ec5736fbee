/** The document's checks at the moment shown: each with its verdict and, where it fails, why. */
import { CircleCheck, CircleX } from 'lucide-react';
import { useAnswer } from '../engine-client/use-answer';
import { useDocument, useRun } from '../state/hooks';
import { checkWords as words } from '../strings/en/first-minute';

export default function ChecksList({ className = '' }: { readonly className?: string }) {
  const count = useDocument((state) => state.document.checks.length);
  // Answers change with the state of things, not with every tick of the clock.
  const live = useRun((state) => state.live);
  const moment = useRun((state) => state.moment);
  const changes = useRun((state) =>
    state.outline && moment !== 'design' ? state.outline.traceHash : 'design',
  );
  const stateKey =
    moment === 'design'
      ? 'design'
      : Object.values(live)
          .map((fields) => fields.state ?? '')
          .join();
  const { value } = useAnswer(
    count > 0 ? (engine) => engine.checks(moment) : null,
    `checks ${changes} ${stateKey}`,
  );
  if (count === 0) return null;
  return (
    <ul aria-label={words.title} className={`m-0 flex list-none flex-col gap-1 ${className}`}>
      {(value ?? []).map((check) => (
        <li key={check.id} className="flex items-start gap-1.5 text-sm">
          {check.holds ? (
            <CircleCheck size={16} aria-label={words.holds} className="text-good mt-0.5 flex-none" />
          ) : (
            <CircleX size={16} aria-label={words.fails} className="text-bad mt-0.5 flex-none" />
          )}
          <span>
            <b className="font-medium">{check.title}</b>
            {!check.holds && <span className="text-soft"> {check.message}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
