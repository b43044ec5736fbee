/** A compact table of rules: each row with its words below it; a row opens into a small form. */
import { useRef, useState, type ReactNode } from 'react';
import { Plus } from 'lucide-react';
import { inspector as text } from '../../strings';
import { Button } from '../../ui/Button';
import { RuleEditor, type RuleField, type Problem } from './RuleEditor';
import { RuleRow, LitLine, type Row } from './RuleRow';
import type { LitRule } from './lit-rule';

export interface RuleTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  /** CSS width of each column; the empty ones share what is left. */
  readonly widths?: readonly string[];
  readonly rows: readonly Row[];
  readonly addLabel: string;
  /** More to do with all rows, beside adding one. */
  readonly tools?: ReactNode;
  /** What no row decided: said where the rows end. */
  readonly noRow?: LitRule | undefined;
  /** Fields of the row at an index; `null` for a new row. */
  readonly fieldsOf: (index: number | null) => readonly RuleField[];
  /** @returns what is wrong, or null when it was taken over. */
  readonly onSave: (
    index: number | null,
    values: Readonly<Record<string, string>>,
  ) => Promise<Problem | null>;
  readonly onRemove: (index: number) => Promise<Problem | null>;
  /** One place earlier (-1) or later (1); absent where order means nothing. */
  readonly onMove?: (index: number, by: -1 | 1) => Promise<Problem | null>;
  /** Index in the list that a shown row stands for; implied rows have none. */
  readonly indexOf: (key: string) => number;
}

const NEW = ' new';

export function RuleTable(props: RuleTableProps) {
  const { title, columns, rows, addLabel, noRow } = props;
  const [editing, setEditing] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  const columnCount = columns.length;

  const settled = rows.some((row) => row.words !== undefined);

  // The keyboard goes on where it was: at the row that was open, else at the button that adds one.
  const closeAt = (place: number) => {
    setEditing(null);
    requestAnimationFrame(() => focusRow(section.current, place));
  };
  const close = (key: string) => closeAt(rows.findIndex((row) => row.key === key));
  const remove = async (key: string) => {
    const place = rows.findIndex((row) => row.key === key);
    const problem = await props.onRemove(props.indexOf(key));
    if (problem === null) closeAt(place);
    return problem;
  };
  return (
    <section className="pt-3" ref={section}>
      <div className="flex items-center justify-between">
        <h3 className="text-soft text-xs font-semibold">{title}</h3>
        <span className="flex">
          {props.tools}
          <Button
            look="quiet"
            className="h-6"
            data-add
            icon={<Plus aria-hidden size={14} />}
            aria-label={`${addLabel}: ${title}`}
            onClick={() => setEditing(NEW)}
          >
            {addLabel}
          </Button>
        </span>
      </div>
      <table className="w-full table-fixed text-sm">
        {props.widths && (
          <colgroup>
            {props.widths.map((width, index) => (
              <col key={index} style={{ width }} />
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
        {rows.map((row) => (
          <RuleRow
            key={row.key}
            row={row}
            width={columnCount}
            settled={settled}
            open={editing === row.key}
            onToggle={() => (editing === row.key ? close(row.key) : setEditing(row.key))}
            onRemove={() => void remove(row.key)}
            onMove={props.onMove && ((by) => void props.onMove?.(props.indexOf(row.key), by))}
          >
            <RuleEditor
              key={props
                .fieldsOf(props.indexOf(row.key))
                .map(({ value }) => value)
                .join(' ')}
              fields={props.fieldsOf(props.indexOf(row.key))}
              onSave={(values) => props.onSave(props.indexOf(row.key), values)}
              onRemove={() => remove(row.key)}
              onMove={props.onMove && ((by) => void props.onMove?.(props.indexOf(row.key), by))}
              onClose={() => close(row.key)}
            />
          </RuleRow>
        ))}
        <tbody>
          {rows.length === 0 && editing !== NEW && !noRow && (
            <tr>
              <td colSpan={columnCount} className="text-soft px-1 py-1.5 text-xs">
                {text.none}
              </td>
            </tr>
          )}
          {noRow && <LitLine lit={noRow} width={columnCount} settled={settled} />}
          {editing === NEW && (
            <tr>
              <td colSpan={columnCount} className="p-0">
                <RuleEditor
                  fields={props.fieldsOf(null)}
                  onSave={(values) => props.onSave(null, values)}
                  onClose={() => close(NEW)}
                />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** The row at a place, or the last that can be opened. */
function focusRow(section: HTMLElement | null, place: number): void {
  const rows = [...(section?.querySelectorAll<HTMLElement>('[data-rule] button[aria-expanded]') ?? [])];
  const target = place < 0 ? undefined : (rows[place] ?? rows.at(-1));
  (target ?? section?.querySelector<HTMLElement>('[data-add]'))?.focus();
}

/** Room for numbers of so many digits: they are never cut short. */
export const widthOfDigits = (digits: number): string => `calc(${Math.max(3, digits)}ch + 16px)`;
