/** A quiet line: what the last edit opened and closed. */
import { X } from 'lucide-react';
import { useState } from 'react';
import { allOf, type Difference, type PairDifference } from '../../engine';
import { askFor } from './ask-path';
import { dismissLastEdit, type LastEdit } from './last-edit';
import { usePathAnswer } from './use-path-answer';
import { useDocument } from '../state/hooks';
import { changedWords as words } from '../strings/en/paths';
import { Button } from '../ui/Button';

/** In larger networks comparing everything takes a moment: there it is asked for. */
const UNASKED_INTERFACES = 1_000;

export default function ChangedLine({ edit }: { readonly edit: LastEdit }) {
  const small = useDocument(
    ({ document }) => allOf(document, 'network-interface').length <= UNASKED_INTERFACES,
  );
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={words.title} className="bg-sunken mb-1 rounded-lg px-2 py-1 text-xs">
      <div className="flex items-start gap-1">
        <p className="m-0 min-w-0 flex-1">
          <span className="text-soft" title={edit.label}>
            {words.edit}
          </span>{' '}
          {small || asked ? (
            <Answer edit={edit} open={open} onToggle={() => setOpen(!open)} />
          ) : (
            <button
              type="button"
              className="text-accent min-h-6 hover:underline"
              onClick={() => setAsked(true)}
            >
              {words.ask}
            </button>
          )}
        </p>
        <Button
          look="quiet"
          aria-label={words.dismiss}
          title={words.dismiss}
          onClick={dismissLastEdit}
          icon={<X size={13} aria-hidden />}
        />
      </div>
    </section>
  );
}

interface AnswerProps {
  readonly edit: LastEdit;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Answer({ edit, open, onToggle }: AnswerProps) {
  const { value, failure } = usePathAnswer(`changed ${edit.revision}`, (engine, query, at) =>
    engine.difference({ changes: edit.undo, are: 'undo', ...(query.from && query.to ? { query } : {}) }, at),
  );
  if (failure) return failure.message;
  if (!value) return words.asking;
  return (
    <>
      {value.summary}{' '}
      {value.pairs.length + value.checks.length > 0 && (
        <button
          type="button"
          className="text-accent min-h-6 hover:underline"
          aria-expanded={open}
          onClick={onToggle}
        >
          {words.details}
        </button>
      )}
      {open && <Details difference={value} />}
    </>
  );
}

function Details({ difference: { pairs, checks } }: { readonly difference: Difference }) {
  return (
    <>
      {checks.map(({ after: { id, title, outcome } }) => (
        <span key={id} className={`mt-1 block ${outcome === 'holds' ? 'text-good' : 'text-bad'}`}>
          {words.check(title, outcome)}
        </span>
      ))}
      {pairs.map((pair) => (
        <Pair key={`${pair.family} ${pair.from.label} ${pair.to.label}`} pair={pair} />
      ))}
    </>
  );
}

function Pair({ pair: { from, to, gained, lost, example } }: { readonly pair: PairDifference }) {
  return (
    <span className="mt-1 block">
      <button
        type="button"
        className="text-accent min-h-6 font-medium hover:underline"
        title={words.example}
        onClick={() => void askFor(example)}
      >
        {words.pair(from.label, to.label)}
      </button>
      {gained.map((traffic) => (
        <span key={traffic} className="text-good block">
          + {words.gained(traffic)}
        </span>
      ))}
      {lost.map((traffic) => (
        <span key={traffic} className="text-bad block">
          − {words.lost(traffic)}
        </span>
      ))}
    </span>
  );
}
