/** The edits that let the packet pass, as a diff, and one button for all of them. */
import { Play, Wrench } from 'lucide-react';
import type { RepairAction, RepairEdit } from '../../engine';
import { applyEdit } from '../asking/apply-edit';
import { usePathAnswer } from '../asking/use-path-answer';
import { actNow } from '../playback/act-now';
import { useDocument, usePath } from '../state/hooks';
import { announce } from '../state/view-store';
import { answerWords, repairWords as words } from '../strings/en/paths';
import { Button } from '../ui/Button';
import { DiffLines } from './DiffLines';
import { textOfEnd } from './ends';

export default function RepairPanel() {
  const document = useDocument((state) => state.document);
  const { from, to } = usePath((state) => state.query);
  const { value, failure } = usePathAnswer('repair', (engine, query, at) => engine.repair(query, at));
  if (failure) return <p className="text-bad m-0">{failure.message}</p>;
  if (!value) return <p className="text-soft m-0">{answerWords.working}</p>;
  if ('none' in value)
    return (
      <>
        <p className="m-0">
          {value.none} {value.code !== undefined && <code className="text-xs">{value.code}</code>}
        </p>
        <Actions actions={value.actions} />
      </>
    );
  const { edits, changeSet, minimal, summary, actions } = value;
  const label =
    edits.length === 1 ? changeSet.label : words.opens(textOfEnd(document, from), textOfEnd(document, to));
  return (
    <>
      <div className="flex items-start gap-2">
        <p className="m-0 min-w-0 flex-1">
          <b className="font-medium">{words.minimal[minimal]}</b> <span className="text-soft">{summary}</span>
        </p>
        <Button
          look="primary"
          onClick={() => void applyEdit({ ...changeSet, label })}
          icon={<Wrench size={14} aria-hidden />}
        >
          {words.repair(edits.length)}
        </Button>
      </div>
      <ol className="m-0 list-none p-0">
        {edits.map((edit, index) => (
          <li key={edit.label} className="mt-1">
            <p className="m-0 font-medium">
              {edits.length > 1 && <span className="text-soft">{index + 1}. </span>}
              {edit.label} <Width edit={edit} />
            </p>
            {edit.opens.length > 0 && (
              <p className="text-soft m-0 text-xs">
                {words.against} <code>{edit.opens.map(({ code }) => code).join(', ')}</code>
              </p>
            )}
            {edit.note !== undefined && <p className="text-soft m-0 text-xs">{edit.note}</p>}
            <DiffLines lines={edit.lines} />
          </li>
        ))}
      </ol>
      <Actions actions={actions} />
    </>
  );
}

/** Where a note says what else it does, no more is to be said. */
function Width({ edit: { narrow, note } }: { readonly edit: RepairEdit }) {
  if (narrow && note !== undefined) return null;
  return (
    <span className={`text-xs font-normal ${narrow ? 'text-good' : 'text-warn'}`}>
      {narrow ? words.narrow : words.wide}
    </span>
  );
}

/** What has to be done in the run besides: it is no edit of the design. */
function Actions({ actions }: { readonly actions: readonly RepairAction[] }) {
  return actions.map(({ type, target, label }) => (
    <Button
      key={`${type} ${target}`}
      className="mt-1"
      icon={<Play size={13} aria-hidden />}
      onClick={() => {
        const done = actNow(type, target);
        if (!done.ok) announce(done.error.message, 'bad');
      }}
    >
      {label}
    </Button>
  ));
}
