/** Lining up what is selected: one step, layout only, so the page needs no leave from the engine. */
import type { Drawing, Drawn, ResourceId } from '../../../engine';
import { announceDone } from '../../state/announce-done';
import { commit, documentStore } from '../../state/document-store';
import { viewStore } from '../../state/view-store';
import { lineUpText as text } from '../../strings/en/line-up';
import { currentDrawing } from '../drawing';
import { isMovable } from '../gesture/lift';
import { moveEach } from '../gesture/move';
import { alignMoves, distributeMoves, type Alignment, type Axis, type Moves } from './align';

/** Of the selection, what stands free in one and the same box; nothing where they stand in several. */
export function inOneBox(drawing: Drawing, selection: readonly ResourceId[]): readonly Drawn[] {
  const drawn = selection
    .filter((id) => isMovable(drawing, id))
    .flatMap((id) => drawing.things.get(id) ?? [])
    .filter(({ how }) => how !== 'border' && how !== 'world');
  return drawn.every(({ parent }) => parent === drawn[0]?.parent) ? drawn : [];
}

const selected = (): readonly Drawn[] => inOneBox(currentDrawing(), viewStore.getState().selection);

export const canAlign = (): boolean => selected().length > 1;
export const canDistribute = (): boolean => selected().length > 2;

export const align = (alignment: Alignment): void =>
  move(text.aligned[alignment], alignMoves(selected(), alignment));

export const distribute = (axis: Axis): void =>
  move(text.distributed[axis], distributeMoves(selected(), axis));

function move(label: string, moves: Moves): void {
  if (moves.size === 0) return;
  const { document } = documentStore.getState();
  const done = commit({ label, changes: moveEach(document, currentDrawing(), moves) });
  if (done.ok) announceDone(label);
}
