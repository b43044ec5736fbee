import type { Drawing, Point, ResourceId } from '../../../engine';
import { resourceOfKey } from '../drawing';

/** What a selection box selects: cards it touches, boxes only if it holds them whole; added to what was selected. */
export function boxed(
  drawing: Drawing,
  from: Point,
  to: Point,
  selection: readonly ResourceId[],
): readonly ResourceId[] {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const ids = new Set(selection);
  for (const drawn of drawing.things.values()) {
    const x2 = drawn.left + drawn.width;
    const y2 = drawn.top + drawn.height;
    const whole = drawn.left >= left && x2 <= right && drawn.top >= top && y2 <= bottom;
    const touched = drawn.left < right && x2 > left && drawn.top < bottom && y2 > top;
    const parent = drawn.parent === null ? undefined : drawing.things.get(drawn.parent);
    // What is docked goes with its card.
    if (parent && parent.how !== 'box') continue;
    if (drawn.how === 'box' && !drawn.collapsed ? whole : touched) ids.add(resourceOfKey(drawn.key));
  }
  return [...ids];
}
