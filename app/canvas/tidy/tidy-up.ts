/** Asks the engine for a tidy drawing and shows how the things get there. One gesture, one undo. */
import type { ResourceId } from '../../../engine';
import { ask } from '../../engine-client/engine-client';
import { announceDone } from '../../state/announce-done';
import { commit, documentStore } from '../../state/document-store';
import { announce } from '../../state/view-store';
import { tidyText as text } from '../../strings/en/tidy';
import { currentDrawing } from '../drawing';
import { stageRect, toCanvas } from '../stage';
import { fitAll } from '../view';
import { slideFrom, SLIDE_MS } from './slide';

// An edit between question and answer makes the answer stale.
const TRIES = 3;

/** @param selection what is to be tidied up; null: everything. */
export async function tidyUp(selection: readonly ResourceId[] | null): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reply = await ask((engine) => engine.arrange(selection ?? undefined));
    if (!reply.ok) {
      announce(reply.failure.message, 'bad');
      return;
    }
    if (reply.revision !== documentStore.getState().revision) continue;
    if (reply.value.changes.length === 0) {
      announce(selection ? text.selectionIsTidy : text.isTidy);
      return;
    }
    const before = currentDrawing();
    const isWhole = selection === null && isSeenWhole();
    if (!commit(reply.value).ok) return;
    slideFrom(before);
    if (isWhole) fitAll(SLIDE_MS);
    announceDone(reply.value.label);
    return;
  }
}

/** Somebody who sees everything wants to see everything; somebody who looks closely keeps the view. */
function isSeenWhole(): boolean {
  const view = stageRect();
  if (!view) return false;
  const { bounds } = currentDrawing();
  const [corner, end] = [
    toCanvas({ x: view.left, y: view.top }),
    toCanvas({ x: view.right, y: view.bottom }),
  ];
  return (
    corner.x <= bounds.x &&
    corner.y <= bounds.y &&
    end.x >= bounds.x + bounds.width &&
    end.y >= bounds.y + bounds.height
  );
}
