/**
 * Orthogonal ways between drawn things, through the free corridors of the drawing: under a box's title row, between
 * subnets, along the right edge of a lane. So a line covers no address and crosses no card.
 */
import type { Drawing, Drawn, PlaceKey, Point } from '../../../engine';

/** Where a line touches a thing. A thing that is a box counts as standing in itself: a chip on its header. */
export interface Anchor {
  readonly key: PlaceKey;
  readonly at: Point;
}

/** The last chip on a subnet's header, its network ACL: lines enter the subnet through it. From the right and top. */
export const GATE = { right: 20, top: 15 } as const;
/** The place of that chip; also where a line ends that leads into a collapsed box. */
export const gateOf = ({ left, top, width }: Drawn): Point => ({
  x: left + width - GATE.right,
  y: top + GATE.top,
});
/** From there to the gap before that chip, where a line to the route table covers no name. */
export const CHIP_GAP = 14;

/** Distances of the corridors from the box's edge they run along, canvas pixels. */
const CORRIDOR = {
  subnet: 32,
  edge: 8,
  aboveCard: 19,
  aboveSubnet: 8,
  lane: 6,
  vpc: 36,
  region: 30,
  aboveRegion: 14,
} as const;
/** What hangs higher than this in a subnet is on its header. */
const HEADER = 28;

/** The way from a thing to the corridor of a box it stands in; the last point is in the corridor. */
interface Reach {
  readonly box: PlaceKey | null;
  readonly way: readonly Point[];
}

/** @returns points of an orthogonal line from one anchor to the other. */
export function route(drawing: Drawing, from: Anchor, to: Anchor): readonly Point[] {
  if (from.key === to.key && boxOf(drawing, from.key) === undefined) return straighten([from.at, to.at]);
  const there = reaches(drawing, to);
  for (const reach of reaches(drawing, from)) {
    const meets = there.find((other) => other.box === reach.box);
    if (meets) return straighten([...reach.way, ...[...meets.way].reverse()]);
  }
  return straighten([from.at, to.at]);
}

function reaches(drawing: Drawing, anchor: Anchor): readonly Reach[] {
  const found: Reach[] = [];
  let way: readonly Point[] = [anchor.at];
  const head = (): Point => way.at(-1) ?? anchor.at;
  for (const box of boxesAround(drawing, anchor.key)) {
    const { x, y } = head();
    switch (box.kind) {
      case 'subnet': {
        const corridor = box.top + CORRIDOR.subnet;
        if (isBlocked(drawing, box, x, y, corridor)) {
          // Up between two rows of cards, then along the edge of the subnet.
          const gap = y - CORRIDOR.aboveCard;
          const edge = box.left + box.width - CORRIDOR.edge;
          way = [...way, { x, y: gap }, { x: edge, y: gap }, { x: edge, y: corridor }];
        } else way = [...way, { x, y: corridor }];
        found.push({ box: box.key, way });
        const gate = box.left + box.width - GATE.right;
        const up = box.top - CORRIDOR.aboveSubnet;
        way =
          y < box.top + HEADER
            ? [anchor.at, { x, y: up }]
            : [...way, { x: gate, y: corridor }, { x: gate, y: up }];
        break;
      }
      case 'lane':
      case 'zone': {
        const corridor = box.left + box.width - CORRIDOR.lane;
        way = [...way, { x: corridor, y }];
        found.push({ box: box.key, way });
        break;
      }
      case 'vpc':
      case 'region': {
        way = [...way, { x, y: box.top + CORRIDOR[box.kind] }];
        found.push({ box: box.key, way });
        break;
      }
      default:
    }
  }
  found.push({ box: null, way: [...way, { x: head().x, y: skyline(drawing) }] });
  return found;
}

/** Does something in the subnet stand in the way up from here? */
function isBlocked(drawing: Drawing, subnet: Drawn, x: number, y: number, corridor: number): boolean {
  return (drawing.children.get(subnet.key) ?? []).some((key) => {
    const card = drawing.things.get(key);
    return (
      card !== undefined &&
      card.left < x &&
      x < card.left + card.width &&
      card.top < y &&
      card.top + card.height > corridor
    );
  });
}

const boxOf = (drawing: Drawing, key: PlaceKey): Drawn | undefined => {
  const drawn = drawing.things.get(key);
  return drawn?.how === 'box' ? drawn : undefined;
};

/** From the inside out. */
function boxesAround(drawing: Drawing, key: PlaceKey): readonly Drawn[] {
  const boxes: Drawn[] = [];
  for (let drawn = drawing.things.get(key); drawn;) {
    if (drawn.how === 'box') boxes.push(drawn);
    drawn = drawn.parent === null ? undefined : drawing.things.get(drawn.parent);
  }
  return boxes;
}

/** The corridor above all regions, where lines to the world run. */
export function skyline(drawing: Drawing): number {
  let top = Infinity;
  for (const drawn of drawing.things.values()) if (drawn.kind === 'region') top = Math.min(top, drawn.top);
  return (top === Infinity ? drawing.bounds.y : top) - CORRIDOR.aboveRegion;
}

/** Every stretch level or upright, no point twice, none on the way between its neighbours. */
export function straighten(points: readonly Point[]): readonly Point[] {
  const elbowed: Point[] = [];
  for (const point of points) {
    const last = elbowed.at(-1);
    if (last && last.x !== point.x && last.y !== point.y) elbowed.push({ x: point.x, y: last.y });
    elbowed.push(point);
  }
  const kept: Point[] = [];
  for (const point of elbowed) {
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    if (last && before && isBetween(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** On one line, and turning back counts as between: the detour is left out. */
const isBetween = (a: Point, b: Point, c: Point): boolean =>
  (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y);

export const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => {
    const before = points[index - 1];
    return before ? sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y) : sum;
  }, 0);

/** The point at a distance along a line. */
export function pointAt(points: readonly Point[], distance: number): Point {
  let left = distance;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (!a || !b) break;
    const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}
