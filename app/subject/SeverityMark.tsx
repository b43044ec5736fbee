/** Severity as a mark and, for ears, a word. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../engine';
import { problems as text } from '../strings';

const MARKS = {
  error: { Icon: CircleAlert, tone: 'text-bad' },
  warning: { Icon: TriangleAlert, tone: 'text-warn' },
  info: { Icon: Info, tone: 'text-accent' },
} as const;

export function SeverityMark({
  severity,
  words = false,
}: {
  readonly severity: Severity;
  readonly words?: boolean;
}) {
  const { Icon, tone } = MARKS[severity];
  return (
    <span className={`inline-flex flex-none items-center gap-1 text-xs font-semibold ${tone}`}>
      <Icon aria-hidden size={14} />
      <span className={words ? '' : 'sr-only'}>{text.severity[severity]}</span>
    </span>
  );
}
