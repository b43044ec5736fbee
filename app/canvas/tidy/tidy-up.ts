/** Asks the engine for a tidy drawing and shows how the things get there. One gesture, one undo. */
import type { Drawing, ResourceId } from '../../../engine';
import { ask } from '../../engine-client/engine-client';
import { announceDone } from '../../state/announce-done';
import { commit, documentStore, type HistoryStep } from '../../state/document-store';
import { announce } from '../../state/view-store';
import { tidyText as text } from '../../strings/en/tidy';
import { currentDrawing, drawingOf } from '../drawing';
import { stageRect, toCanvas } from '../stage';
import { fitAll } from '../view';
import { slideFrom, SLIDE_MS } from './slide';
import { steppedOver } from './stepped-over';

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
    if (!commit(reply.value).ok) return;
    remember(selection === null);
    show(before, selection === null);
    announceDone(reply.value.label);
    return;
  }
}

/** Steps of the history that tidied up, and whether they did so everywhere. */
const tidied = new WeakMap<HistoryStep, boolean>();
let watching = false;

function remember(everywhere: boolean): void {
  if (!watching) slideThroughHistory();
  watching = true;
  const done = documentStore.getState().past.at(-1);
  if (done) tidied.set(done, everywhere);
}

/** Undone and done again, a tidying up is seen as it was seen at first. */
function slideThroughHistory(): void {
  documentStore.subscribe((state, before) => {
    const step = steppedOver(before, state);
    const everywhere = step === null ? undefined : tidied.get(step);
    if (everywhere !== undefined) show(drawingOf(before.document), everywhere);
  });
}

/** How the things get from one drawing to the one that is now. */
function show(before: Drawing, everywhere: boolean): void {
  const isWhole = everywhere && isSeenWhole(before);
  slideFrom(before);
  if (isWhole) fitAll(SLIDE_MS);
}

/** Somebody who sees everything wants to see everything; somebody who looks closely keeps the view. */
function isSeenWhole({ bounds }: Drawing): boolean {
  const view = stageRect();
  if (!view) return false;
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
