/** A list of single values: addresses, CIDRs, security groups. Add, change, remove; each is one edit. */
import { useId, useState } from 'react';
import { Plus, X } from 'lucide-react';
import type { Field } from '../../../engine';
import { nameOfId } from '../../subject/sentence';
import { useDocument } from '../../state/hooks';
import { inspector as text } from '../../strings';
import { Button } from '../../ui/Button';
import type { NestingProps } from './field-input-props';

type ListField = Extract<Field, { type: 'list' }>;

export function ListInput(props: NestingProps<ListField>) {
  const { field, value, resource, onSet, onProblem, Input } = props;
  const scenario = useDocument((state) => state.document);
  const [adding, setAdding] = useState(false);
  const id = useId();
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const set = (next: readonly unknown[]) => {
    setAdding(false);
    onSet(next.length === 0 && field.optional ? null : next);
  };
  const labelOfItem = (item: unknown) => (typeof item === 'string' ? nameOfId(scenario, item) : String(item));
  // Nothing is added until something is chosen or typed.
  const item = (at: number | null, current: unknown) => (
    <Input
      id={`${id}-${at ?? 'new'}`}
      describedBy={undefined}
      resource={resource}
      field={field.of}
      value={current}
      invalid={false}
      onProblem={onProblem}
      onSet={(next) => {
        if (next === null) set(at === null ? items : items.toSpliced(at, 1));
        else set(at === null ? [...items, next] : items.with(at, next));
      }}
    />
  );
  return (
    <div className="space-y-1">
      {items.map((current, at) => (
        <div key={`${at} ${String(current)}`} className="flex items-center gap-1">
          <label className="min-w-0 flex-1">
            <span className="sr-only">{`${field.of.label} ${at + 1}`}</span>
            {item(at, current)}
          </label>
          <Button
            look="quiet"
            className="px-0"
            aria-label={text.removeThis(labelOfItem(current))}
            title={text.removeThis(labelOfItem(current))}
            icon={<X aria-hidden size={14} />}
            onClick={() => set(items.toSpliced(at, 1))}
          />
        </div>
      ))}
      {adding && (
        <div className="flex items-center gap-1">
          <label className="min-w-0 flex-1">
            <span className="sr-only">{text.addThis(field.label)}</span>
            {item(null, undefined)}
          </label>
          <Button
            look="quiet"
            className="px-0"
            aria-label={text.cancel}
            title={text.cancel}
            icon={<X aria-hidden size={14} />}
            onClick={() => setAdding(false)}
          />
        </div>
      )}
      {!adding && items.length < field.maxItems && (
        <Button
          look="quiet"
          aria-label={text.addThis(field.label)}
          icon={<Plus aria-hidden size={14} />}
          onClick={() => setAdding(true)}
        >
          {text.add}
        </Button>
      )}
    </div>
  );
}
