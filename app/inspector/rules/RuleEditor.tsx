/** The form of one rule. What is wrong is said once, at the field it is about. */
import { useId, useRef, useState, type FormEvent } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { inspector as text } from '../../strings';
import { rules as words } from '../../strings/en/rules';
import { Button } from '../../ui/Button';

export interface RuleField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly suggestions?: readonly string[];
  /** A closed list: `[value, label]`. */
  readonly options?: readonly (readonly [string, string])[];
}

export interface Problem {
  /** The field it is about; null where it is about the whole rule. */
  readonly field: string | null;
  readonly message: string;
}

interface RuleEditorProps {
  readonly fields: readonly RuleField[];
  readonly onSave: (values: Readonly<Record<string, string>>) => Promise<Problem | null>;
  readonly onRemove?: () => Promise<Problem | null>;
  readonly onMove?: ((by: -1 | 1) => void) | undefined;
  readonly onClose: () => void;
}

export function RuleEditor({ fields, onSave, onRemove, onMove, onClose }: RuleEditorProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const refuse = (found: Problem) => {
    setProblem(found);
    const input = found.field === null ? null : form.current?.elements.namedItem(found.field);
    if (input instanceof HTMLElement) input.focus();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values: Record<string, string> = {};
    for (const [key, value] of new FormData(event.currentTarget)) values[key] = String(value);
    void onSave(values).then((found) => (found ? refuse(found) : onClose()));
  };
  const known = problem && fields.some(({ key }) => key === problem.field);
  const messageId = `${id}-message`;
  const message = problem && (
    <span role="alert" id={messageId} className="text-bad block pt-0.5 text-xs">
      {problem.message}
    </span>
  );
  return (
    <form
      ref={form}
      className="bg-sunken border-line space-y-2 border-b p-2"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {fields.map((field, at) => {
        const inputId = `${id}-input-${field.key}`;
        const wrong = problem?.field === field.key;
        const border = wrong ? 'border-bad' : 'border-line';
        const about = wrong ? { 'aria-invalid': true, 'aria-describedby': messageId } : {};
        return (
          <div key={field.key} className="text-xs">
            <label htmlFor={inputId} className="text-soft block">
              {field.label}
            </label>
            {field.options ? (
              <select
                id={inputId}
                name={field.key}
                defaultValue={field.value}
                className={`${border} bg-ground mt-0.5 block h-7 w-full rounded-md border px-1 text-sm`}
                {...about}
              >
                {field.options.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={inputId}
                name={field.key}
                defaultValue={field.value}
                autoFocus={at === 0}
                autoComplete="off"
                spellCheck={false}
                list={field.suggestions ? `${id}-${field.key}` : undefined}
                className={`${border} bg-ground mt-0.5 block h-7 w-full rounded-md border px-1.5 text-sm`}
                {...about}
              />
            )}
            {field.suggestions && (
              <datalist id={`${id}-${field.key}`}>
                {field.suggestions.map((suggestion) => (
                  <option key={suggestion} value={suggestion} />
                ))}
              </datalist>
            )}
            {wrong
              ? message
              : field.help !== undefined && <span className="text-soft block pt-0.5">{field.help}</span>}
          </div>
        );
      })}
      {!known && message}
      <div className="flex flex-wrap gap-1.5">
        <Button look="primary" type="submit">
          {text.save}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
        <span className="flex-1" />
        {onMove && (
          <>
            <Button
              icon={<ArrowUp aria-hidden size={14} />}
              aria-label={words.moveUp}
              title={words.moveUp}
              onClick={() => onMove(-1)}
            />
            <Button
              icon={<ArrowDown aria-hidden size={14} />}
              aria-label={words.moveDown}
              title={words.moveDown}
              onClick={() => onMove(1)}
            />
          </>
        )}
        {onRemove && (
          <Button look="danger" onClick={() => void onRemove().then((found) => found && refuse(found))}>
            {text.remove}
          </Button>
        )}
      </div>
    </form>
  );
}
