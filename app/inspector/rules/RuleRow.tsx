/** One rule: its cells, what it means, why it may not be needed, and what it did to the packet now shown. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Check, X } from 'lucide-react';
import { inspector as text } from '../../strings';
import { rules as words } from '../../strings/en/rules';
import type { LitRule } from './lit-rule';
import type { Mark } from './use-review';

export interface Row {
  readonly key: string;
  /** As a path names it. */
  readonly rule: string;
  readonly cells: readonly string[];
  /** Implied by AWS: shown, not editable. */
  readonly implied?: boolean;
  /** Decided about the packet now shown. */
  readonly lit?: LitRule | undefined;
  readonly words?: string;
  readonly mark?: Mark;
}

const LIT = { pass: 'bg-good-soft text-good', stop: 'bg-bad-soft text-bad' } as const;

interface RuleRowProps {
  readonly row: Row;
  readonly width: number;
  /** The words of the rows are there: nothing moves them any more. */
  readonly settled: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
  readonly onMove: ((by: -1 | 1) => void) | undefined;
  readonly children: ReactNode;
}

export function RuleRow(props: RuleRowProps) {
  const { row, width, open, onToggle, onRemove, onMove, children } = props;
  const { lit, mark } = row;
  const [first = '', ...rest] = row.cells;
  const look = lit ? LIT[lit.verdict] : row.implied ? 'text-soft' : 'hover:bg-sunken';
  const onKeyDown = (event: KeyboardEvent) => {
    const by =
      event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : 0;
    if (by !== 0 && onMove) onMove(by);
    else if (event.key === 'Delete') onRemove();
    else return;
    // The page's own Delete would take the whole group away.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <tbody
      ref={useScrollTo(lit?.current ?? false, props.settled)}
      data-rule={row.rule}
      data-lit={lit?.verdict}
      className={`border-line border-b ${look}`}
    >
      <tr
        onClick={row.implied ? undefined : onToggle}
        className={`${row.implied ? '' : 'cursor-pointer'} ${lit?.current ? 'font-semibold' : ''}`}
      >
        <td className="truncate px-1 py-0 align-middle" title={first}>
          {row.implied ? (
            <span className="block py-1">{first}</span>
          ) : (
            <button
              type="button"
              aria-expanded={open}
              aria-label={text.editRow(row.cells.join(' '))}
              title={onMove ? words.moveHint : words.removeHint}
              className="h-7 w-full truncate text-left"
              onKeyDown={onKeyDown}
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
      {(row.words !== undefined || lit) && (
        <tr onClick={row.implied ? undefined : onToggle} className={row.implied ? '' : 'cursor-pointer'}>
          <td colSpan={width} className="px-1 pb-1 text-xs">
            {row.words !== undefined && <span className={lit ? '' : 'text-soft'}>{row.words}</span>}
            {mark && (
              <span className="block pt-0.5">
                <b className="bg-warn-soft text-warn mr-1 rounded px-1 font-medium">
                  {words.states[mark.state]}
                </b>
                {mark.remark}
              </span>
            )}
            {lit && <Did lit={lit} />}
          </td>
        </tr>
      )}
      {open && (
        <tr>
          <td colSpan={width} className="text-text p-0 font-normal">
            {children}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Where a direction has no rule for the packet, its end says so. */
export function LitLine({
  lit,
  width,
  settled,
}: {
  readonly lit: LitRule;
  readonly width: number;
  readonly settled: boolean;
}) {
  return (
    <tr
      ref={useScrollTo(lit.current, settled)}
      data-lit={lit.verdict}
      className={`border-line border-b ${LIT[lit.verdict]}`}
    >
      <td colSpan={width} className="px-1 py-1 text-xs">
        <span lang="en" className={lit.current ? 'font-semibold' : ''}>
          {lit.message}
        </span>
        <Did lit={lit} />
      </td>
    </tr>
  );
}

function Did({ lit }: { readonly lit: LitRule }) {
  const Icon = lit.verdict === 'pass' ? Check : X;
  return (
    <span className="flex items-center gap-1 pt-0.5">
      <Icon aria-hidden size={14} className="flex-none" />
      {lit.words}
    </span>
  );
}

/** Brings a row into view once the packet stands at it. */
function useScrollTo<T extends HTMLElement>(wanted: boolean, settled: boolean) {
  const row = useRef<T>(null);
  useEffect(() => {
    if (wanted) row.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted, settled]);
  return row;
}
