/** Why a choice was refused, the AWS page, and the one way that works. */
import { outline as text, problems } from '../strings';
import { Button } from '../ui/Button';
import type { RefusedChoice } from './use-intent';

export function RefusedNote({
  refused,
  onTakeOffer,
}: {
  readonly refused: RefusedChoice | null;
  readonly onTakeOffer: () => void;
}) {
  if (!refused) return null;
  const { refusal } = refused;
  return (
    <div role="alert" className="bg-bad-soft mb-3 rounded-md px-3 py-2 text-sm">
      <p className="text-bad font-semibold">{text.refused}</p>
      <p lang="en">{refused.message}</p>
      <p className="flex flex-wrap items-center gap-2 pt-1">
        {refusal?.offer && (
          <Button look="primary" onClick={onTakeOffer}>
            {refusal.offer.label}
          </Button>
        )}
        {refusal && (
          <a className="text-accent underline" href={refusal.source} target="_blank" rel="noreferrer">
            {problems.aws}
          </a>
        )}
      </p>
    </div>
  );
}
