/**
 * Things slide from where they stood to where they stand. The browser does it: the nodes are drawn once, at their new
 * places, and no component is drawn again on the way.
 */
import type { Drawing } from '../../../engine';
import { currentDrawing } from '../drawing';
import { reducedMotion } from '../stage';

export const SLIDE_MS = 220;
const EASING = 'cubic-bezier(0.2, 0, 0, 1)';
/** More than these at once would stutter: then they jump. */
const MOST_THINGS = 400;
/** The page has drawn the new places within a frame or two. */
const MOST_FRAMES = 12;

export function slideFrom(before: Drawing): void {
  if (reducedMotion()) return;
  const after = currentDrawing();
  whenDrawn(after, () => {
    const nodes = mounted();
    if (nodes.length > MOST_THINGS) return;
    for (const node of nodes) {
      const key = node.dataset['id'] ?? '';
      const [was, is] = [before.things.get(key), after.things.get(key)];
      if (!was || !is) continue;
      const resized = was.width !== is.width || was.height !== is.height;
      if (was.left === is.left && was.top === is.top && !resized) continue;
      const start: Keyframe = { translate: `${was.left - is.left}px ${was.top - is.top}px` };
      const end: Keyframe = { translate: '0px 0px' };
      if (resized) {
        Object.assign(start, { width: `${was.width}px`, height: `${was.height}px` });
        Object.assign(end, { width: `${is.width}px`, height: `${is.height}px` });
      }
      node.animate([start, end], { duration: SLIDE_MS, easing: EASING });
    }
    // Lines are drawn for the new places: they come when the things are there.
    for (const lines of document.querySelectorAll('.stage .between, .stage .hull'))
      lines.animate([{ opacity: 0 }, { opacity: 0, offset: 0.7 }, { opacity: 1 }], { duration: SLIDE_MS });
  });
}

const mounted = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.stage .react-flow__node'),
];

/** Before the browser paints the new places. */
function whenDrawn(drawing: Drawing, act: () => void, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const isDrawn = mounted().every((node) => {
      const thing = drawing.things.get(node.dataset['id'] ?? '');
      return !thing || Math.abs(parseFloat(node.style.left) - thing.left) < 1;
    });
    if (isDrawn) act();
    else if (frames > 0) whenDrawn(drawing, act, frames - 1);
  });
}
