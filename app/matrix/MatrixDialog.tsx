/** All pairs at once. Asked for when it is opened; a cell leads to its path. */
import { useMemo, useState } from 'react';
import type { ReachMatrix } from '../../engine';
import { askFor } from '../asking/ask-path';
import { useAnswer } from '../engine-client/use-answer';
import { closeDialog, FrameDialog } from '../frame/FrameDialog';
import { parseTraffic, type Traffic } from '../inspector/rules/traffic';
import { makeClock } from '../playback/clock';
import { documentStore } from '../state/document-store';
import { useDocument } from '../state/hooks';
import { runStore } from '../state/run-store';
import { setView } from '../state/view-store';
import { matrixWords as words } from '../strings/en/matrix';
import { cellOf, type Cell } from './cell';
import { CellWords } from './CellWords';
import { exampleQuery } from './example';
import type { Spot } from './grid-keys';
import { Legend } from './Legend';
import { groupingsOf, linesOf, type Line } from './lines';
import { MatrixGrid } from './MatrixGrid';
import { setMatrix, useMatrix } from './matrix-store';
import { MatrixTools } from './MatrixTools';
import { narrow, type Narrowed } from './narrow';
import { sentenceOf } from './sentence';
import './matrix.css';

export default function MatrixDialog() {
  // Asked once, of the moment at which it is opened: a run may go on behind it.
  const [moment] = useState(() => runStore.getState().moment);
  const { value, failure } = useAnswer((engine) => engine.reach(moment), `matrix ${moment}`);
  const matrices = value?.filter(({ groups }) => groups.length > 0);
  return (
    <FrameDialog title={words.title} whole="modal-whole">
      {failure && (
        <p role="alert" className="text-bad px-5">
          {failure.message}
        </p>
      )}
      {!matrices && !failure && (
        <p role="status" className="text-soft px-5">
          {words.working}
        </p>
      )}
      {matrices?.length === 0 && <p className="text-soft px-5">{words.empty}</p>}
      {matrices && matrices.length > 0 && <Matrix matrices={matrices} moment={moment} />}
    </FrameDialog>
  );
}

interface MatrixProps {
  readonly matrices: readonly ReachMatrix[];
  readonly moment: 'design' | number;
}

function Matrix({ matrices, moment }: MatrixProps) {
  const document = useDocument((state) => state.document);
  const view = useMatrix();
  const [over, setOver] = useState<Spot | null>(null);
  const matrix = matrices.find(({ family }) => family === view.family) ?? matrices[0];
  const traffic = useMemo(() => trafficOf(view.traffic), [view.traffic]);
  const sets = useMemo(() => matrix?.sets.map((set) => narrow(set, traffic)) ?? [], [matrix, traffic]);
  const groupings = useMemo(() => (matrix ? groupingsOf(document, matrix) : []), [document, matrix]);
  // A tag of another document groups nothing here.
  const grouping = groupings.includes(view.grouping) ? view.grouping : 'alike';
  const lines = useMemo(
    () => (matrix ? linesOf(document, matrix, grouping, view.find) : []),
    [document, matrix, grouping, view.find],
  );
  const cellAt = useMemo(() => (matrix ? cellsOf(matrix, sets, lines) : null), [matrix, sets, lines]);
  if (!matrix || !cellAt) return null;

  const last = Math.max(0, lines.length - 1);
  const at: Spot = { row: Math.min(view.at.row, last), column: Math.min(view.at.column, last) };
  const told = (spot: Spot) => {
    const [from, to] = [lines[spot.row], lines[spot.column]];
    return from && to
      ? { from, to, cell: cellAt(spot.row, spot.column), matrix, sets, asked: traffic ? view.traffic : '' }
      : null;
  };
  const open = (spot: Spot) => {
    const [sample] = cellAt(spot.row, spot.column).samples;
    if (!sample) return;
    setMatrix({ at: spot });
    const box = sets[sample.set]?.box ?? null;
    const query = exampleQuery(documentStore.getState().document, {
      ...sample,
      family: matrix.family,
      box,
      traffic,
    });
    closeDialog();
    setView({ dockTab: 'paths', dockOpen: true });
    void askFor(query);
  };
  const shown = told(over ?? at);
  const kept = told(at);
  return (
    <div className="matrix">
      <MatrixTools
        view={view}
        grouping={grouping}
        groupings={groupings}
        families={matrices.map(({ family }) => family)}
        family={matrix.family}
        isUnderstood={traffic !== null || view.traffic.trim() === ''}
        lines={lines}
      />
      {lines.length === 0 ? (
        <p className="text-soft px-5">{words.noLines(view.find)}</p>
      ) : (
        <MatrixGrid
          // Other rows and columns are another grid: it begins at its beginning.
          key={`${matrix.family} ${grouping} ${view.find}`}
          lines={lines}
          cellAt={cellAt}
          at={at}
          onMove={(to) => setMatrix({ at: to })}
          onHover={setOver}
          onOpen={open}
          sentence={kept ? sentenceOf(kept) : ''}
        />
      )}
      <div className="matrix-foot">
        <div className="matrix-says">
          {shown && <CellWords told={shown} />}
          <p className="text-soft">
            {words.hint} {moment === 'design' ? words.design : words.atMoment(makeClock(moment))}
          </p>
        </div>
        <Legend />
      </div>
    </div>
  );
}

function trafficOf(typed: string): Traffic | null {
  const text = typed.trim();
  // A bare number is a port.
  const parsed = text === '' ? null : parseTraffic(/^\d+(-\d+)?$/.test(text) ? `tcp ${text}` : text);
  return parsed?.ok ? parsed.value : null;
}

/** Cells are worked out when they come into view, each once. */
function cellsOf(
  matrix: ReachMatrix,
  sets: readonly Narrowed[],
  lines: readonly Line[],
): (row: number, column: number) => Cell {
  const known = new Map<number, Cell>();
  return (row, column) => {
    const key = row * lines.length + column;
    const before = known.get(key);
    if (before) return before;
    const [from, to] = [lines[row], lines[column]];
    const cell: Cell = from && to ? cellOf(matrix, sets, from, to) : { extent: 'self', samples: [] };
    known.set(key, cell);
    return cell;
  };
}
