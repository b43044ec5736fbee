/** Yes or no; where “not set” means something of its own, three ways. */
import type { Field } from '../../../engine';
import { inspector as text } from '../../strings';
import { INPUT, type FieldInputProps } from './field-input-props';

type BooleanField = Extract<Field, { type: 'boolean' }>;

export function BooleanInput(props: FieldInputProps<BooleanField>) {
  const { id, describedBy, field, value, onSet } = props;
  if (field.optional)
    return (
      <select
        id={id}
        aria-describedby={describedBy}
        value={typeof value === 'boolean' ? String(value) : ''}
        className={INPUT}
        onChange={(event) => {
          const next = event.currentTarget.value;
          onSet(next === '' ? null : next === 'true');
        }}
      >
        <option value="">{text.notSet}</option>
        <option value="true">{text.yes}</option>
        <option value="false">{text.no}</option>
      </select>
    );
  return (
    <span className="flex h-7 items-center">
      <input
        id={id}
        type="checkbox"
        aria-describedby={describedBy}
        checked={value === true}
        className="accent-accent size-6 [scale:0.75]"
        onChange={(event) => onSet(event.currentTarget.checked)}
      />
    </span>
  );
}
