/** The view by command: closer, further, at full size, or on what is selected. */
import { viewStore } from '../state/view-store';
import { currentDrawing } from './drawing';
import { reducedMotion, showRect, stageFlow } from './stage';
import { keyOf } from './view';

const STEP_MS = 120;
const CLOSEST = 1.5;

const motion = (): { readonly duration: number } => ({ duration: reducedMotion() ? 0 : STEP_MS });

export const zoomIn = (): void => void stageFlow()?.zoomIn(motion());
export const zoomOut = (): void => void stageFlow()?.zoomOut(motion());
export const zoomToFull = (): void => void stageFlow()?.zoomTo(1, motion());

/** Shows what is selected as large as it fits, chips by what they hang on. */
export function showSelection(): void {
  const { things } = currentDrawing();
  const rects = viewStore.getState().selection.flatMap((id) => {
    const key = keyOf(id);
    return key === null ? [] : (things.get(key) ?? []);
  });
  if (rects.length === 0) return;
  const x = Math.min(...rects.map((rect) => rect.left));
  const y = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.left + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.top + rect.height));
  showRect({ x, y, width: right - x, height: bottom - y }, CLOSEST, motion().duration);
}
