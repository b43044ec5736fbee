/** Text of several lines; leaving keeps it, or Ctrl+Enter; Escape brings the old one back. */
import type { Field } from '../../../engine';
import { inspector as text } from '../../strings';
import type { FieldInputProps } from './field-input-props';

export type LinesField = Extract<Field, { type: 'text' }>;

/** Rows: enough to see that more can be written, and to read a short script. */
const ROWS = [3, 12] as const;

export function LinesInput(props: FieldInputProps<LinesField>) {
  const { id, describedBy, field, value, invalid, onProblem, onSet } = props;
  const before = typeof value === 'string' ? value : '';
  const keep = (typed: string) => {
    if (typed === before) {
      if (invalid) onProblem(null);
      return;
    }
    if (typed.trim() !== '') onSet(typed);
    else if (field.optional) onSet(null);
    else onProblem(text.required);
  };
  return (
    <textarea
      key={before}
      id={id}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      defaultValue={before}
      placeholder={field.optional ? text.notSet : undefined}
      maxLength={field.maxLength}
      rows={Math.min(ROWS[1], Math.max(ROWS[0], before.split('\n').length))}
      autoComplete="off"
      spellCheck={false}
      wrap="off"
      className="border-line bg-ground block w-full min-w-0 rounded-md border px-1.5 py-1 font-mono text-xs aria-[invalid=true]:border-bad"
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep(event.currentTarget.value);
        if (event.key === 'Escape') {
          event.currentTarget.value = before;
          onProblem(null);
          event.stopPropagation();
        }
      }}
    />
  );
}
