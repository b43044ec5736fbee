/**
 * Lines that cross nothing foreign where there is a way: first the simple ways that read best, then, if each of them
 * is blocked, the shortest way around.
 */
import type { Drawing, Drawn, Point, Rect } from '../../../engine';
import { route, straighten, type Anchor } from '../packet/route';
import { foreignTo, isClear, type Foreign } from './foreign';
import { findWay, type Obstacle } from './grid';
import { signatureOf } from './signature';

/** How far a line stays off what it passes, canvas pixels; the second where things stand closer than usual. */
const MARGINS = [6, 1] as const;
/** Addresses and groups hang over the top edge of a card. */
const OVERHANG = 12;
/**
 * What is looked at: first only what is close by, with the usual distance; then further off, and where things stand
 * closer than usual, closer to them.
 */
const SEARCHES = [
  { nearby: 60, margin: MARGINS[0] },
  { nearby: 400, margin: MARGINS[0] },
  { nearby: 400, margin: MARGINS[1] },
] as const;

/** From one thing's edge to the other's. */
export function wayBetween(drawing: Drawing, from: Drawn, to: Drawn): readonly Point[] {
  const foreign = foreignTo(drawing, from.key, to.key);
  const simple = simpleWays(from, to);
  const free = simple.find((points) => isClear(points, foreign));
  if (free) return free;
  return search([from, to], foreign, obstacleOf, sidesOf(from), sidesOf(to), simple[0] ?? []);
}

/** A way that nothing was looked at for: what is shown until a better one is found. */
export const roughWay = (from: Drawn, to: Drawn): readonly Point[] => simpleWays(from, to)[0] ?? [];

/** From one point of a thing to one of another, through the corridors of the drawing. */
export function clearWay(drawing: Drawing, from: Anchor, to: Anchor): readonly Point[] {
  const usual = route(drawing, from, to);
  const foreign = foreignTo(drawing, from.key, to.key).filter(
    (rect) => !rect.isEnd || !(holds(rect, from.at) || holds(rect, to.at)),
  );
  if (isClear(usual, foreign)) return usual;
  // A line that begins beside something has to leave it first.
  const passable = (rect: Foreign, margin: number): Obstacle => {
    const obstacle = obstacleOf(rect, margin);
    const isBeside = holds(grownBy(obstacle), from.at) || holds(grownBy(obstacle), to.at);
    return isBeside ? { ...obstacle, margin: 0, above: 0 } : obstacle;
  };
  const ends = [pointRect(from.at), pointRect(to.at)];
  return search(ends, foreign, passable, [from.at], [to.at], usual);
}

/** Most edits move nothing near a line: what was found is kept, so that an edit searches only where something changed. */
const found = new Map<number, readonly Point[]>();
const MOST_KEPT = 4000;

/** @param otherwise what is drawn where there is no way around */
function search(
  ends: readonly Box[],
  foreign: readonly Foreign[],
  toObstacle: (rect: Foreign, margin: number) => Obstacle,
  starts: readonly Point[],
  goals: readonly Point[],
  otherwise: readonly Point[],
): readonly Point[] {
  const around = nearTo(ends, foreign, SEARCHES[1].nearby);
  const at = (points: readonly Point[]) => points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
  const signature = signatureOf([...at(starts), ...at(goals), ...around]);
  const known = found.get(signature);
  if (known) return known;
  const way = searchAnew(ends, foreign, toObstacle, starts, goals) ?? otherwise;
  if (found.size >= MOST_KEPT) found.clear();
  found.set(signature, way);
  return way;
}

function searchAnew(
  ends: readonly Box[],
  foreign: readonly Foreign[],
  toObstacle: (rect: Foreign, margin: number) => Obstacle,
  starts: readonly Point[],
  goals: readonly Point[],
): readonly Point[] | null {
  for (const { nearby, margin } of SEARCHES) {
    const near = nearTo(ends, foreign, nearby);
    const way = findWay(
      starts,
      goals,
      near.map((rect) => toObstacle(rect, margin)),
    );
    // Beyond what was looked at there may be something.
    if (way && isClear(way, foreign)) return straighten(way);
  }
  return null;
}

const obstacleOf = ({ x, y, width, height, isEnd }: Foreign, margin: number): Obstacle => ({
  x,
  y,
  width,
  height,
  margin: isEnd ? 0 : margin,
  above: isEnd || margin < MARGINS[0] ? 0 : OVERHANG - margin,
});

const grownBy = ({ x, y, width, height, margin, above }: Obstacle): Rect => ({
  x: x - margin,
  y: y - margin - above,
  width: width + 2 * margin,
  height: height + 2 * margin + above,
});

/** Inside, not on the edge. */
const holds = (rect: Rect, { x, y }: Point): boolean =>
  x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const pointRect = ({ x, y }: Point): Box => ({ left: x, top: y, width: 0, height: 0 });

function nearTo(ends: readonly Box[], foreign: readonly Foreign[], nearby: number): readonly Foreign[] {
  const left = Math.min(...ends.map((end) => end.left)) - nearby;
  const top = Math.min(...ends.map((end) => end.top)) - nearby;
  const right = Math.max(...ends.map((end) => end.left + end.width)) + nearby;
  const bottom = Math.max(...ends.map((end) => end.top + end.height)) + nearby;
  return foreign.filter(
    ({ x, y, width, height }) => x < right && x + width > left && y < bottom && y + height > top,
  );
}

const sidesOf = ({ left, top, width, height }: Box): readonly Point[] => [
  { x: left + width / 2, y: top + height },
  { x: left, y: top + height / 2 },
  { x: left + width, y: top + height / 2 },
  { x: left + width / 2, y: top },
];

/** Ways with at most two bends between facing edges; the best to look at first. */
function simpleWays(a: Box, b: Box): readonly (readonly Point[])[] {
  const level = acrossWays(a, b);
  const upright = acrossWays(turned(a), turned(b)).map((points) =>
    points.map(({ x, y }) => ({ x: y, y: x })),
  );
  const apartX = Math.max(b.left - (a.left + a.width), a.left - (b.left + b.width));
  const apartY = Math.max(b.top - (a.top + a.height), a.top - (b.top + b.height));
  return apartY >= apartX ? [...upright, ...level] : [...level, ...upright];
}

const turned = ({ left, top, width, height }: Box): Box => ({
  left: top,
  top: left,
  width: height,
  height: width,
});

/** From the left one's right edge to the right one's left edge: straight where they face each other, else with a step. */
function acrossWays(a: Box, b: Box): readonly (readonly Point[])[] {
  const right = b.left >= a.left + a.width;
  if (!right && a.left < b.left + b.width) return [];
  const start = right ? a.left + a.width : a.left;
  const end = right ? b.left : b.left + b.width;
  const ways: (readonly Point[])[] = [];
  const top = Math.max(a.top, b.top);
  const bottom = Math.min(a.top + a.height, b.top + b.height);
  const [aMiddle, bMiddle] = [a.top + a.height / 2, b.top + b.height / 2];
  if (bottom - top > 2 * MARGINS[0]) {
    const y =
      aMiddle > top && aMiddle < bottom
        ? aMiddle
        : bMiddle > top && bMiddle < bottom
          ? bMiddle
          : (top + bottom) / 2;
    ways.push([
      { x: start, y },
      { x: end, y },
    ]);
  }
  for (const x of [(start + end) / 2, start + (end - start) * 0.12, start + (end - start) * 0.88])
    ways.push([
      { x: start, y: aMiddle },
      { x, y: aMiddle },
      { x, y: bMiddle },
      { x: end, y: bMiddle },
    ]);
  return ways;
}
