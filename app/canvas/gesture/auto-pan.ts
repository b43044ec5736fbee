/** The view follows a thing in hand that is held near the canvas's edge. */
import type { Point } from '../../../engine';
import { panBy, stageRect } from '../stage';

const EDGE_PX = 36;
const STEP_PX = 9;

let frame = 0;
/** Who comes in from the palette crosses an edge: it counts once the hand has been inside. */
let armed = false;

export function autoPan(at: Point, moved: () => void): void {
  cancelAnimationFrame(frame);
  const rect = stageRect();
  if (!rect || at.x < rect.left || at.x > rect.right || at.y < rect.top || at.y > rect.bottom) return;
  const by = {
    x: push(at.x - rect.left, rect.right - at.x),
    y: push(at.y - rect.top, rect.bottom - at.y),
  };
  if (by.x === 0 && by.y === 0) {
    armed = true;
    return;
  }
  if (!armed) return;
  frame = requestAnimationFrame(() => {
    panBy(by);
    moved();
  });
}

const push = (before: number, after: number): number =>
  before < EDGE_PX ? -STEP_PX : after < EDGE_PX ? STEP_PX : 0;

export function stopAutoPan(): void {
  cancelAnimationFrame(frame);
  armed = false;
}
