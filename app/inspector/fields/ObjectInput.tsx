/** A property with properties of its own: an attachment, Spot options. Each part is one edit of the whole. */
import { useId } from 'react';
import type { Field } from '../../../engine';
import { inspector as text } from '../../strings';
import { Button } from '../../ui/Button';
import type { NestingProps } from './field-input-props';
import { FixedValue } from './FixedValue';
import { firstValueOf } from './first-value';

type ObjectField = Extract<Field, { type: 'object' }>;

export function ObjectInput(props: NestingProps<ObjectField>) {
  const { field, value, resource, onSet, onProblem, Input } = props;
  const id = useId();
  if (typeof value !== 'object' || value === null)
    return (
      <Button onClick={() => onSet(firstValueOf(field))} aria-label={text.setUp(field.label)}>
        {text.add}
      </Button>
    );
  const parts = value as Readonly<Record<string, unknown>>;
  return (
    <div className="border-line space-y-1.5 border-l-2 pl-2">
      {field.fields
        .filter(({ when }) => !when || parts[when.key] === when.is)
        .map((part) =>
          part.fixed ? (
            parts[part.key] === undefined ? null : (
              <FixedValue key={part.key} field={part} value={parts[part.key]} />
            )
          ) : (
            <div
              key={part.key}
              className={
                part.type === 'list'
                  ? 'space-y-1'
                  : 'grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-2'
              }
            >
              <label htmlFor={`${id}-${part.key}`} className="text-soft text-sm">
                {part.label}
              </label>
              <Input
                id={`${id}-${part.key}`}
                describedBy={undefined}
                resource={resource}
                field={part}
                value={parts[part.key]}
                invalid={false}
                onProblem={onProblem}
                onSet={(next) => {
                  const whole: Record<string, unknown> = { ...parts };
                  if (next === null) delete whole[part.key];
                  else whole[part.key] = next;
                  onSet(whole);
                }}
              />
            </div>
          ),
        )}
      {field.optional && (
        <Button look="quiet" onClick={() => onSet(null)} aria-label={text.removeThis(field.label)}>
          {text.remove}
        </Button>
      )}
    </div>
  );
}
