/** The ways to stop a path, the one with the least loss first: what each changes and what else it stops. */
import { Ban } from 'lucide-react';
import type { CloseWay, Resource } from '../../engine';
import { applyEdit } from '../asking/apply-edit';
import { usePathAnswer } from '../asking/use-path-answer';
import { answerWords, closeWords as words } from '../strings/en/paths';
import { Button } from '../ui/Button';
import { DiffLines } from './DiffLines';

export default function ClosePanel() {
  const { value, failure } = usePathAnswer('close', (engine, query, at) => engine.close(query, at));
  if (failure) return <p className="text-bad m-0">{failure.message}</p>;
  if (!value) return <p className="text-soft m-0">{answerWords.working}</p>;
  if ('none' in value) return <p className="m-0">{value.none}</p>;
  const ways = [value, ...value.others];
  return (
    <ol aria-label={words.ways} className="m-0 flex list-none flex-col gap-2 p-0">
      {ways.map((way, index) => (
        <Way key={`${index} ${way.changeSet.label}`} way={way} first={index === 0} />
      ))}
    </ol>
  );
}

function Way({ way, first }: { readonly way: CloseWay<Resource>; readonly first: boolean }) {
  const { alsoStops, alsoStopsCount, edits, summary, changeSet } = way;
  const more = alsoStopsCount - alsoStops.length;
  return (
    <li>
      <div className="flex items-start gap-2">
        <p className="m-0 min-w-0 flex-1">{summary}</p>
        <Button
          look={first ? 'primary' : 'plain'}
          title={changeSet.label}
          onClick={() => void applyEdit(changeSet)}
          icon={<Ban size={14} aria-hidden />}
        >
          {words.close(edits.length)}
        </Button>
      </div>
      {edits.map((edit) => (
        <DiffLines key={edit.label} lines={edit.lines} />
      ))}
      {alsoStops.length > 0 && (
        <p className="text-warn m-0 text-xs">
          {words.alsoStops} {alsoStops.join('; ')}
          {more > 0 && ` ${words.andMore(more)}`}
        </p>
      )}
    </li>
  );
}
