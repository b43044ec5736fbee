/** Where another thing like one stands beside it: in the same box, in a direction, past what stands there. */
import {
  BOXES,
  type Drawing,
  type Drawn,
  type PlaceId,
  type PlaceKey,
  type Point,
  type Rect,
} from '../../../engine';

export interface Beside {
  readonly into: PlaceId;
  /** Corner relative to the box. */
  readonly at: Point;
}

/** The bare canvas, as the engine calls the place. */
const GROUND: PlaceId = 'canvas';

/** @returns `null` for what has no place of its own: it hangs on something. */
export function besideOf(drawing: Drawing, key: PlaceKey, direction: Point): Beside | null {
  const here = drawing.things.get(key);
  if (!here || !standsFree(here)) return null;
  const parent = here.parent === null ? undefined : drawing.things.get(here.parent);
  const kind = parent?.kind ?? 'canvas';
  const { gapX, gapY, padding, header } = isBox(kind) ? BOXES[kind] : BOXES.canvas;
  const others = [...drawing.things.values()].filter(
    (drawn) => drawn.parent === here.parent && drawn.key !== key && standsFree(drawn),
  );
  const step = { x: direction.x * (here.width + gapX), y: direction.y * (here.height + gapY) };
  let at: Rect = { x: here.x + step.x, y: here.y + step.y, width: here.width, height: here.height };
  // Each pass leaves one thing behind for good.
  for (
    let met = others.find((drawn) => overlap(at, drawn));
    met;
    met = others.find((drawn) => overlap(at, drawn))
  )
    at = past(at, met, direction, { x: gapX, y: gapY });
  // A box grows to the right and down; what would stand out of it begins at its edge, and the others give way.
  const edge = parent ? { x: padding, y: header } : { x: -Infinity, y: -Infinity };
  return {
    into: here.parent ?? GROUND,
    at: { x: Math.round(Math.max(edge.x, at.x)), y: Math.round(Math.max(edge.y, at.y)) },
  };
}

const standsFree = ({ how, y }: Drawn): boolean =>
  how === 'box' || how === 'card' || (how === 'port' && y >= 0);

const isBox = (kind: string): kind is keyof typeof BOXES => Object.hasOwn(BOXES, kind);

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function past(at: Rect, met: Rect, direction: Point, gap: Point): Rect {
  const along = (
    own: number,
    length: number,
    other: number,
    otherLength: number,
    way: number,
    space: number,
  ) => (way > 0 ? other + otherLength + space : way < 0 ? other - space - length : own);
  return {
    ...at,
    x: along(at.x, at.width, met.x, met.width, direction.x, gap.x),
    y: along(at.y, at.height, met.y, met.height, direction.y, gap.y),
  };
}
