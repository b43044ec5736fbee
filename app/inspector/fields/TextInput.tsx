/** A line of text; Enter or leaving keeps it, Escape brings the old one back. */
import type { Field } from '../../../engine';
import { inspector as text } from '../../strings';
import { INPUT, type FieldInputProps } from './field-input-props';

export type TextField = Extract<
  Field,
  { type: 'text' | 'ipv4' | 'ipv6' | 'ipv4-cidr' | 'ipv6-cidr' | 'protocol' | 'region' | 'instance-type' }
>;

export function TextInput(props: FieldInputProps<TextField> & { readonly list?: string }) {
  const { id, describedBy, field, value, invalid, onProblem, onSet, list } = props;
  const before = typeof value === 'string' ? value : '';
  const keep = (typed: string) => {
    const next = typed.trim();
    if (next === before) {
      if (invalid) onProblem(null);
      return;
    }
    if (next !== '') onSet(next);
    else if (field.optional) onSet(null);
    else onProblem(text.required);
  };
  return (
    <input
      // Another value from outside (undo, a fix) starts the field afresh.
      key={before}
      id={id}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      defaultValue={before}
      placeholder={field.optional ? text.notSet : undefined}
      maxLength={field.type === 'text' ? field.maxLength : 64}
      autoComplete="off"
      spellCheck={false}
      list={list}
      className={INPUT}
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
  );
}
