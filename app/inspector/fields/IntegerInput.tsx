/** A whole number between two limits. */
import type { Field } from '../../../engine';
import { inspector as text } from '../../strings';
import { INPUT, type FieldInputProps } from './field-input-props';

type IntegerField = Extract<Field, { type: 'integer' }>;

export function IntegerInput(props: FieldInputProps<IntegerField>) {
  const { id, describedBy, field, value, invalid, onProblem, onSet } = props;
  const before = typeof value === 'number' ? String(value) : '';
  const keep = (typed: string) => {
    const next = typed.trim();
    if (next === before) {
      if (invalid) onProblem(null);
      return;
    }
    if (next === '' && field.optional) onSet(null);
    else if (!/^-?\d+$/.test(next) || Number(next) < field.min || Number(next) > field.max)
      onProblem(text.notInteger(next, field.min, field.max));
    else onSet(Number(next));
  };
  return (
    <span className="flex items-center gap-1.5">
      <input
        key={before}
        id={id}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={before}
        placeholder={field.optional ? text.notSet : undefined}
        title={text.limits(field.min, field.max, field.unit ?? '')}
        className={`${INPUT} tabular-nums`}
        onBlur={(event) => keep(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep(event.currentTarget.value);
          if (event.key === 'Escape') {
            event.currentTarget.value = before;
            onProblem(null);
            event.stopPropagation();
          }
        }}
      />
      {field.unit !== undefined && <span className="text-soft text-xs whitespace-nowrap">{field.unit}</span>}
    </span>
  );
}
