/** A property that cannot be changed after creation, or only by other means. */
import { get, type Field } from '../../../engine';
import { nameOf } from '../../subject/sentence';
import { useDocument } from '../../state/hooks';
import { reveal } from '../../state/view-store';
import { inspector as text } from '../../strings';

export function FixedValue({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const scenario = useDocument((state) => state.document);
  if (field.type === 'list' && Array.isArray(value))
    return value.map((item, at) => (
      <FixedValue key={at} field={{ ...field.of, label: at === 0 ? field.label : '' }} value={item} />
    ));
  const target = field.type === 'reference' && typeof value === 'string' ? get(scenario, value) : undefined;
  return (
    <div
      className="grid min-h-6 grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-2 text-sm"
      title={text.fixed}
    >
      <span className="text-soft wrap-anywhere">{field.label}</span>
      {target ? (
        <button
          type="button"
          title={text.show(nameOf(scenario, target))}
          className="text-accent min-h-6 truncate text-left hover:underline"
          onClick={() => reveal(target.id)}
        >
          {nameOf(scenario, target)}
        </button>
      ) : (
        <span className="truncate">{wordsOf(field, value)}</span>
      )}
    </div>
  );
}

function wordsOf(field: Field, value: unknown): string {
  if (value === undefined || value === null) return text.notSet;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (field.type === 'choice')
    return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
