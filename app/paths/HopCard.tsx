/** One hop: what it is, what it did, and by which rule. */
import { Check, CircleDashed, X } from 'lucide-react';
import { get, labelOf, type Hop, type Scenario } from '../../engine';
import { pathWords as words } from '../strings/en/timeline';
import { KindIcon } from '../ui/KindIcon';

interface HopCardProps {
  readonly document: Scenario;
  readonly hop: Hop;
  readonly direction: 'forward' | 'return';
  readonly number: number;
  readonly current: boolean;
  readonly onOpen: () => void;
}

export function HopCard({ document, hop, direction, number, current, onOpen }: HopCardProps) {
  const stopped = hop.verdict === 'stop';
  const unreached = hop.verdict === 'not-reached';
  const holder = hop.decidedBy?.resource ?? hop.resource;
  const kind = get(document, holder)?.kind ?? get(document, hop.resource)?.kind ?? 'internet';
  return (
    <li className="flex-none">
      <button
        type="button"
        onClick={onOpen}
        aria-current={current ? 'step' : undefined}
        title={hop.message}
        className={`flex h-full w-60 items-start gap-2 rounded-lg border-2 p-2 text-left max-[1199px]:py-1 text-sm ${
          stopped ? 'border-bad bg-bad-soft' : current ? 'border-accent bg-raised' : 'border-line bg-raised'
        } ${unreached ? 'border-dashed' : ''}`}
      >
        <span className="text-soft flex-none pt-0.5 text-xs tabular-nums">{number}</span>
        <KindIcon kind={kind} size={18} />
        <span className="min-w-0 flex-1">
          <span className={`block truncate font-semibold ${stopped ? 'text-bad' : ''}`}>
            {labelOf(document, holder)}
            {direction === 'return' && (
              <span className="text-soft ml-1 text-xs font-normal">{words.reply}</span>
            )}
          </span>
          <span className={`line-clamp-4 text-xs ${stopped ? 'text-bad' : 'text-soft'}`}>
            {unreached ? words.notReached : hop.decidedBy ? hop.decidedBy.text : hop.message}
          </span>
        </span>
        <span className="flex-none">
          {stopped ? (
            <X size={16} aria-label="stopped" className="text-bad" />
          ) : unreached ? (
            <CircleDashed size={16} aria-label={words.notReached} className="text-soft" />
          ) : (
            <Check size={16} aria-label="passes" className="text-good" />
          )}
        </span>
      </button>
    </li>
  );
}
