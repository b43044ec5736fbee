/** The verdict in colour, shape and words, and of what it was asked. */
import { CircleAlert, CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { ScenarioPath } from '../../engine';
import { makeClock } from '../playback/clock';
import { useRun } from '../state/hooks';
import { pathWords as words } from '../strings/en/paths';

const LOOKS = {
  reachable: { icon: CircleCheck, tone: 'text-good' },
  partial: { icon: CircleAlert, tone: 'text-warn' },
  unreachable: { icon: CircleX, tone: 'text-bad' },
  unknown: { icon: CircleHelp, tone: 'text-warn' },
} as const;

export function VerdictLine({ result }: { readonly result: ScenarioPath }) {
  const { icon: Icon, tone } = LOOKS[result.verdict];
  const sentence =
    result.verdict === 'unreachable'
      ? result.direction === 'return'
        ? words.stoppedReturn
        : words.stoppedForward
      : words.verdicts[result.verdict];
  // Nothing has happened since it was asked, so the answer holds for the moment shown.
  const moment = useRun((state) => state.moment);
  const asked = moment === 'design' ? words.design : words.atMoment(makeClock(moment));
  return (
    <span
      className={`inline-flex min-w-0 items-center gap-1.5 text-sm font-semibold ${tone}`}
      data-verdict={result.verdict}
      title={`${sentence}; ${asked}`}
    >
      <Icon size={16} aria-hidden className="flex-none" />
      <span className="truncate">{sentence}</span>
      <span className="text-soft hidden flex-1 truncate text-xs font-normal xl:inline">{asked}</span>
    </span>
  );
}
