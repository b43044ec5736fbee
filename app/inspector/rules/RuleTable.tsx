/** A compact table of rules; a row opens into a small form below it. */
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Plus } from 'lucide-react';
import { inspector as text } from '../../strings';
import { Button } from '../../ui/Button';

export interface RuleRow {
  readonly key: string;
  readonly cells: readonly string[];
  /** Implied by AWS: shown, not editable. */
  readonly implied?: boolean;
  /** Decided about the packet now shown. */
  readonly lit?: 'pass' | 'stop';
}

export interface RuleField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly suggestions?: readonly string[];
  /** A closed list: `[value, label]`. */
  readonly options?: readonly (readonly [string, string])[];
}

export interface RuleTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  /** Share of the width for each column, in per cent. */
  readonly widths?: readonly number[];
  readonly rows: readonly RuleRow[];
  readonly addLabel: string;
  /** Fields of the row at an index; `null` for a new row. */
  readonly fieldsOf: (index: number | null) => readonly RuleField[];
  /** @returns what is wrong, or null when it was taken over. */
  readonly onSave: (index: number | null, values: Readonly<Record<string, string>>) => Promise<string | null>;
  readonly onRemove: (index: number) => Promise<string | null>;
  /** Index in the list that a shown row stands for; implied rows have none. */
  readonly indexOf: (key: string) => number;
}

export function RuleTable(props: RuleTableProps) {
  const { title, columns, rows, addLabel } = props;
  const [editing, setEditing] = useState<string | null>(null);
  const width = columns.length;
  return (
    <section className="pt-3">
      <div className="flex items-center justify-between">
        <h3 className="text-soft text-xs font-semibold">{title}</h3>
        <Button
          look="quiet"
          className="h-6"
          icon={<Plus aria-hidden size={14} />}
          aria-label={`${addLabel}: ${title}`}
          onClick={() => setEditing(NEW)}
        >
          {addLabel}
        </Button>
      </div>
      <table className="w-full table-fixed text-sm">
        {props.widths && (
          <colgroup>
            {props.widths.map((share, index) => (
              <col key={index} style={{ width: `${share}%` }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr className="border-line border-b text-left">
            {columns.map((column) => (
              <th key={column} scope="col" className="text-soft px-1 py-0.5 text-xs font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              width={width}
              open={editing === row.key}
              onToggle={() => setEditing(editing === row.key ? null : row.key)}
            >
              <Editor {...props} index={props.indexOf(row.key)} onClose={() => setEditing(null)} />
            </Row>
          ))}
          {rows.length === 0 && editing !== NEW && (
            <tr>
              <td colSpan={width} className="text-soft px-1 py-1.5 text-xs">
                {text.none}
              </td>
            </tr>
          )}
          {editing === NEW && (
            <tr>
              <td colSpan={width} className="p-0">
                <Editor {...props} index={null} onClose={() => setEditing(null)} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

const NEW = ' new';
const LIT = {
  pass: 'bg-good-soft text-good font-semibold',
  stop: 'bg-bad-soft text-bad font-semibold',
} as const;

function Row({
  row,
  width,
  open,
  onToggle,
  children,
}: {
  readonly row: RuleRow;
  readonly width: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  const [first = '', ...rest] = row.cells;
  return (
    <>
      <tr
        data-rule={row.key}
        onClick={row.implied ? undefined : onToggle}
        className={`border-line border-b ${row.lit ? LIT[row.lit] : row.implied ? 'text-soft' : 'hover:bg-sunken cursor-pointer'}`}
      >
        <td className="truncate px-1 py-0 align-middle" title={first}>
          {row.implied ? (
            <span className="block py-1">{first}</span>
          ) : (
            <button
              type="button"
              aria-expanded={open}
              aria-label={text.editRow(row.cells.join(' '))}
              className="h-7 w-full truncate text-left"
              onClick={(event) => {
                event.stopPropagation();
                onToggle();
              }}
            >
              {first}
            </button>
          )}
        </td>
        {rest.map((cell, index) => (
          <td key={index} className="truncate px-1" title={cell}>
            {cell}
          </td>
        ))}
      </tr>
      {open && (
        <tr>
          <td colSpan={width} className="p-0">
            {children}
          </td>
        </tr>
      )}
    </>
  );
}

function Editor(props: RuleTableProps & { readonly index: number | null; readonly onClose: () => void }) {
  const { index, onClose } = props;
  const fields = props.fieldsOf(index);
  const [message, setMessage] = useState<string | null>(null);
  const id = useId();
  const done = (problem: string | null) => {
    setMessage(problem);
    if (problem === null) onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values: Record<string, string> = {};
    for (const [key, value] of new FormData(event.currentTarget)) values[key] = String(value);
    void props.onSave(index, values).then(done);
  };
  return (
    <form
      className="bg-sunken border-line space-y-2 border-b p-2"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {fields.map((field, at) => (
        <label key={field.key} className="block text-xs">
          <span className="text-soft">{field.label}</span>
          {field.options ? (
            <select
              name={field.key}
              defaultValue={field.value}
              className="border-line bg-ground mt-0.5 block h-7 w-full rounded-md border px-1 text-sm"
            >
              {field.options.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <>
              <input
                name={field.key}
                defaultValue={field.value}
                autoFocus={at === 0}
                autoComplete="off"
                spellCheck={false}
                list={field.suggestions ? `${id}-${field.key}` : undefined}
                className="border-line bg-ground mt-0.5 block h-7 w-full rounded-md border px-1.5 text-sm"
              />
              {field.suggestions && (
                <datalist id={`${id}-${field.key}`}>
                  {field.suggestions.map((suggestion) => (
                    <option key={suggestion} value={suggestion} />
                  ))}
                </datalist>
              )}
            </>
          )}
          {field.help !== undefined && <span className="text-soft block pt-0.5">{field.help}</span>}
        </label>
      ))}
      {message !== null && (
        <p role="alert" className="text-bad text-xs">
          {message}
        </p>
      )}
      <div className="flex gap-1.5">
        <Button look="primary" type="submit">
          {text.save}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
        <span className="flex-1" />
        {index !== null && (
          <Button look="danger" onClick={() => void props.onRemove(index).then(done)}>
            {text.remove}
          </Button>
        )}
      </div>
    </form>
  );
}
