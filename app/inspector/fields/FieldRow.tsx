/** One property: its label, its editor, its limits, and the engine's word when it refuses. */
import { useId, useState } from 'react';
import type { Field, Resource } from '../../../engine';
import { announceDone } from '../../state/announce-done';
import { commit } from '../../state/document-store';
import { problems } from '../../strings';
import { Button } from '../../ui/Button';
import { setProperty, type SetProblem } from '../set-property';
import { FieldInput } from './FieldInput';
import { FixedValue } from './FixedValue';

export function FieldRow({
  resource,
  field,
  value,
}: {
  readonly resource: Resource;
  readonly field: Field;
  readonly value: unknown;
}) {
  const id = useId();
  const [problem, setProblem] = useState<SetProblem | null>(null);
  if (field.fixed) return <FixedValue field={field} value={value} />;
  const set = async (next: unknown) => {
    // What was refused stays in the field, to be mended there; Escape brings the old value back.
    setProblem(await setProperty(resource.id, field.key, next));
  };
  const offer = problem?.refusal?.offer;
  const wide = field.type === 'list' || field.type === 'object';
  // Names of things and of choices are long: beside their label they would be cut.
  const stacked = wide || field.type === 'reference' || field.type === 'choice' || field.type === 'text';
  const helpId = field.help !== undefined || problem ? `${id}-help` : undefined;
  return (
    <div role="group" aria-labelledby={`${id}-label`} data-field={field.key}>
      <div className={stacked ? '' : 'grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-2'}>
        <label
          id={`${id}-label`}
          htmlFor={wide ? undefined : id}
          className={`text-soft block text-sm wrap-anywhere ${stacked ? 'pb-0.5' : ''}`}
        >
          {field.label}
        </label>
        <FieldInput
          id={id}
          describedBy={helpId}
          resource={resource}
          field={field}
          value={value}
          invalid={problem !== null}
          onProblem={(message) => setProblem(message === null ? null : { message })}
          onSet={(next) => void set(next)}
        />
      </div>
      {(problem ?? field.help) !== undefined && (
        <div id={helpId} className="pt-0.5 text-xs">
          {problem ? (
            <p role="alert" className="text-bad">
              {problem.message}{' '}
              {problem.refusal && (
                <a href={problem.refusal.source} target="_blank" rel="noreferrer" className="underline">
                  {problems.aws}
                </a>
              )}
            </p>
          ) : (
            <p className="text-soft">{field.help}</p>
          )}
          {offer && (
            <Button
              className="mt-1"
              onClick={() => {
                const done = commit(offer);
                setProblem(done.ok ? null : { message: done.error.message });
                if (done.ok) announceDone(offer.label);
              }}
            >
              {offer.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
