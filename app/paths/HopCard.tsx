/** One hop on one line: what it is, what decided there, and whether the packet went on. */
import { Check, CircleDashed, X } from 'lucide-react';
import type { CSSProperties, KeyboardEvent, Ref } from 'react';
import { get, labelOf, type Hop, type Scenario } from '../../engine';
import { hopWords as words } from '../strings/en/paths';
import { KindIcon } from '../ui/KindIcon';
import type { Rung } from './ladder';
import { translationOf } from './translation';

interface HopCardProps {
  readonly document: Scenario;
  readonly rung: Rung;
  readonly current: boolean;
  /** Rungs left empty between it and the card above it on its rail; null for the topmost card. */
  readonly skipped: number | null;
  /** It stands level with the last hop of the way there, which it answers. */
  readonly turn: boolean;
  readonly ref: Ref<HTMLButtonElement> | null;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const MARKS = { pass: Check, stop: X, 'not-reached': CircleDashed } as const;
const VERDICT_WORDS = { pass: words.pass, stop: words.stop, 'not-reached': words.notReached } as const;

export function HopCard({ document, rung, current, skipped, turn, ref, onOpen, onKeyDown }: HopCardProps) {
  const { hop, step, direction } = rung;
  const reply = direction === 'return';
  const holder = hop.decidedBy?.resource ?? hop.resource;
  const kind = get(document, holder)?.kind ?? get(document, hop.resource)?.kind ?? 'internet';
  const Mark = MARKS[hop.verdict];
  const chip = hop.verdict === 'not-reached' ? null : translationOf(hop);
  const place = { gridColumn: reply ? 2 : 1, gridRow: rung.rung + 1 };
  return (
    <li>
      <button
        ref={ref}
        type="button"
        className="hop"
        style={{ ...place, '--skipped': skipped ?? 0 } as CSSProperties}
        data-verdict={hop.verdict}
        data-rail={skipped !== null || undefined}
        data-turn={turn || undefined}
        aria-current={current ? 'step' : undefined}
        tabIndex={current ? 0 : -1}
        title={hop.message}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span className="hop-number">
          <span aria-hidden>{reply ? '↑' : '↓'}</span> {step + 1}
        </span>
        <KindIcon kind={kind} size={16} />
        <span className="hop-name">{labelOf(document, holder)}</span>
        {reply && <span className="sr-only">{words.reply}</span>}
        <span lang={hop.verdict === 'not-reached' ? undefined : 'en'} className="hop-text">
          {textOf(hop)}
        </span>
        <span className="hop-mark">
          {hop.verdict === 'stop' && <span aria-hidden>{words.stop}</span>}
          <Mark size={15} aria-label={VERDICT_WORDS[hop.verdict]} />
        </span>
      </button>
      {chip && (
        <span className="hop-chip" data-direction={direction} style={place} title={chip}>
          {chip}
        </span>
      )}
    </li>
  );
}

/** The rule where one decided, else what happened. */
function textOf({ kind, verdict, decidedBy, message }: Hop): string {
  if (verdict === 'not-reached') return words.notReached;
  if (verdict === 'stop' || !decidedBy) return message;
  // Only the rules of an ACL are known by their numbers.
  return kind === 'network-acl' ? `${words.rule(decidedBy.rule)}: ${decidedBy.text}` : decidedBy.text;
}
