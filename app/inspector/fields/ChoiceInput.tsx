/** One of a closed list. */
import type { Field } from '../../../engine';
import { inspector as text } from '../../strings';
import { INPUT, type FieldInputProps } from './field-input-props';

type ChoiceField = Extract<Field, { type: 'choice' }>;

export function ChoiceInput(props: FieldInputProps<ChoiceField>) {
  const { id, describedBy, field, value, invalid, onSet } = props;
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={typeof value === 'string' ? value : ''}
      className={INPUT}
      onChange={(event) => onSet(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      {(field.optional || value === undefined) && <option value="">{text.notSet}</option>}
      {field.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
