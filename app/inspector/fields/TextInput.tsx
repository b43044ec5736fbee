/** A line of text; Enter or leaving keeps it, Escape brings the old one back. */
import type { Field } from '../../../engine';
import { inspector as text } from '../../strings';
import { Button } from '../../ui/Button';
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
  const input = (
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
  // AWS chooses IPv6 blocks and addresses itself.
  if ((field.type !== 'ipv6' && field.type !== 'ipv6-cidr') || before !== '') return input;
  return (
    <div className="flex gap-1">
      {input}
      <Button onClick={() => onSet('auto')}>{text.assign}</Button>
    </div>
  );
}
