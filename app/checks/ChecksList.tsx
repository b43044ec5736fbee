/** The document's checks at the moment shown: each with its verdict and, where it fails, why. */
import { CircleCheck, CircleX } from 'lucide-react';
import { checkWords as words } from '../strings/en/first-minute';
import { useChecks } from './use-checks';

export default function ChecksList({ className = '' }: { readonly className?: string }) {
  const checks = useChecks();
  if (checks.length === 0) return null;
  return (
    <ul aria-label={words.title} className={`m-0 flex list-none flex-col gap-1 ${className}`}>
      {checks.map((check) => (
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
