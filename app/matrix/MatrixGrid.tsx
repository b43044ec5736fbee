/** The cells: only those in view are drawn, in both directions. Headers stay; one cell at a time speaks. */
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { matrixWords as words } from '../strings/en/matrix';
import type { Cell } from './cell';
import { spotFor, type Spot } from './grid-keys';
import type { Line } from './lines';

const CELL = 28;
const ROW_HEADER = 208;
const COLUMN_HEADER = 124;

export interface MatrixGridProps {
  readonly lines: readonly Line[];
  readonly cellAt: (row: number, column: number) => Cell;
  readonly at: Spot;
  readonly onMove: (to: Spot) => void;
  /** The pointer is over a cell, or over none. */
  readonly onHover: (spot: Spot | null) => void;
  readonly onOpen: (spot: Spot) => void;
  /** What the cell under the keyboard says in full. */
  readonly sentence: string;
}

export function MatrixGrid({ lines, cellAt, at, onMove, onHover, onOpen, sentence }: MatrixGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<Spot | null>(null);
  const common = {
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL,
    overscan: 6,
  };
  const rows = useVirtualizer({ ...common, paddingStart: COLUMN_HEADER, scrollPaddingStart: COLUMN_HEADER });
  const columns = useVirtualizer({
    ...common,
    horizontal: true,
    paddingStart: ROW_HEADER,
    scrollPaddingStart: ROW_HEADER,
  });
  const shownRows = rows.getVirtualItems();
  const shownColumns = columns.getVirtualItems();
  const width = columns.getTotalSize();

  // It opens where it was left, ready for the keyboard.
  const [start] = useState(at);
  useEffect(() => {
    scroller.current?.focus({ preventScroll: true });
    rows.scrollToIndex(start.row);
    columns.scrollToIndex(start.column);
  }, [rows, columns, start]);

  const hover = (spot: Spot | null) => {
    if (spot?.row === over?.row && spot?.column === over?.column) return;
    setOver(spot);
    onHover(spot);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(at);
      return;
    }
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - COLUMN_HEADER) / CELL) - 1);
    const to = spotFor(event, at, lines.length, page);
    if (!to) return;
    event.preventDefault();
    rows.scrollToIndex(to.row);
    columns.scrollToIndex(to.column);
    hover(null);
    onMove(to);
  };
  const shown = over ?? at;
  return (
    <div
      ref={scroller}
      className="matrix-scroll"
      role="grid"
      aria-label={words.title}
      aria-rowcount={lines.length + 1}
      aria-colcount={lines.length + 1}
      aria-activedescendant={cellId(at.row, at.column)}
      tabIndex={0}
      onKeyDown={press}
      onPointerMove={(event) => hover(spotOf(event.target))}
      onPointerLeave={() => hover(null)}
      onClick={(event) => {
        const spot = spotOf(event.target);
        if (spot) onOpen(spot);
      }}
    >
      <div role="presentation" className="matrix-whole" style={{ width, height: rows.getTotalSize() }}>
        <ColumnHeaders lines={lines} columns={shownColumns} width={width} lit={shown.column} />
        {shownRows.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <Row
              key={line.key}
              row={index}
              top={start}
              width={width}
              line={line}
              lines={lines}
              cellAt={cellAt}
              first={shownColumns[0]?.index ?? 0}
              last={shownColumns.at(-1)?.index ?? -1}
              active={index === at.row ? at.column : null}
              sentence={index === at.row ? sentence : ''}
              isLit={index === shown.row}
            />
          );
        })}
      </div>
    </div>
  );
}

const cellId = (row: number, column: number): string => `matrix-${row}-${column}`;

function spotOf(target: EventTarget): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const [row, column] = [Number(cell?.dataset['row']), Number(cell?.dataset['column'])];
  return Number.isInteger(row) && Number.isInteger(column) ? { row, column } : null;
}

interface ColumnHeadersProps {
  readonly lines: readonly Line[];
  readonly columns: readonly VirtualItem[];
  readonly width: number;
  readonly lit: number;
}

function ColumnHeaders({ lines, columns, width, lit }: ColumnHeadersProps) {
  return (
    <div role="row" aria-rowindex={1} className="matrix-columns" style={{ width, height: COLUMN_HEADER }}>
      <div
        role="columnheader"
        aria-colindex={1}
        className="matrix-corner"
        style={{ width: ROW_HEADER, height: COLUMN_HEADER }}
      >
        {words.corner}
      </div>
      {columns.map(({ index, start }) => {
        const line = lines[index];
        return (
          line && (
            <div
              key={line.key}
              role="columnheader"
              aria-colindex={index + 2}
              className="matrix-column"
              data-lit={index === lit || undefined}
              title={titleOf(line)}
              style={{ left: start, width: CELL }}
            >
              <span>{line.label}</span>
              {line.count > 1 && <small>{words.count(line.count)}</small>}
            </div>
          )
        );
      })}
    </div>
  );
}

const titleOf = ({ label, detail, count }: Line): string =>
  [label, ...(count > 1 ? [words.members(count)] : []), ...(detail === '' ? [] : [detail])].join(' · ');

interface RowProps {
  readonly row: number;
  readonly top: number;
  readonly width: number;
  readonly line: Line;
  readonly lines: readonly Line[];
  readonly cellAt: (row: number, column: number) => Cell;
  readonly first: number;
  readonly last: number;
  /** The column of the keyboard, if it stands in this row. */
  readonly active: number | null;
  readonly sentence: string;
  readonly isLit: boolean;
}

const Row = memo(function Row(props: RowProps) {
  const { row, top, width, line, lines, cellAt, first, last, active, sentence, isLit } = props;
  const columns = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (
    <div role="row" aria-rowindex={row + 2} className="matrix-row" style={{ top, width, height: CELL }}>
      <div
        role="rowheader"
        aria-colindex={1}
        className="matrix-name"
        data-lit={isLit || undefined}
        title={titleOf(line)}
        style={{ width: ROW_HEADER }}
      >
        <span>{line.label}</span>
        {line.count > 1 && <small>{words.count(line.count)}</small>}
        {line.detail !== '' && <em>{line.detail}</em>}
      </div>
      {columns.map((column) => {
        const { extent } = cellAt(row, column);
        const to = lines[column]?.label ?? '';
        return (
          <div
            key={column}
            id={cellId(row, column)}
            role="gridcell"
            aria-colindex={column + 2}
            aria-label={
              column === active ? sentence : `${words.pair(line.label, to)}: ${words.extents[extent]}`
            }
            className="matrix-cell"
            data-row={row}
            data-column={column}
            data-extent={extent}
            data-active={column === active || undefined}
            style={{ left: ROW_HEADER + column * CELL, width: CELL }}
          >
            <span className="matrix-sign" />
          </div>
        );
      })}
    </div>
  );
});
