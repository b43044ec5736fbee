/**
 * Lines that cross nothing foreign where there is a way: first the simple ways that read best, then, if each of them
 * is blocked, the shortest way around.
 */
import type { Drawing, Drawn, Point, Rect } from '../../../engine';
import { route, straighten, type Anchor } from '../packet/route';
import { crossed, foreignTo, type Foreign } from './foreign';
import { findWay, type Obstacle } from './grid';

/** How far a line stays off what it passes, canvas pixels; the second where things stand closer than usual. */
const MARGINS = [6, 1] as const;
/** Addresses and groups hang over the top edge of a card. */
const OVERHANG = 12;
/** Further off than this nothing is looked at. */
const NEARBY = 360;

/** From one thing's edge to the other's. */
export function wayBetween(drawing: Drawing, from: Drawn, to: Drawn): readonly Point[] {
  const foreign = foreignTo(drawing, from.key, to.key);
  const simple = simpleWays(from, to);
  const free = simple.find((points) => isClear(points, foreign));
  if (free) return free;
  const near = nearTo([from, to], foreign);
  for (const margin of MARGINS) {
    const obstacles = near.map((rect) => obstacleOf(rect, margin));
    const way = findWay(sidesOf(from), sidesOf(to), obstacles);
    if (way) return straighten(way);
  }
  return simple[0] ?? [];
}

/** From one point of a thing to one of another, through the corridors of the drawing. */
export function clearWay(drawing: Drawing, from: Anchor, to: Anchor): readonly Point[] {
  const usual = route(drawing, from, to);
  const foreign = foreignTo(drawing, from.key, to.key).filter(
    (rect) => !rect.isEnd || !(holds(rect, from.at) || holds(rect, to.at)),
  );
  if (isClear(usual, foreign)) return usual;
  const near = nearTo([pointRect(from.at), pointRect(to.at)], foreign);
  for (const margin of MARGINS) {
    // A line that begins beside something has to leave it first.
    const obstacles = near.map((rect) => {
      const obstacle = obstacleOf(rect, margin);
      const isBeside = holds(grownBy(obstacle), from.at) || holds(grownBy(obstacle), to.at);
      return isBeside ? { ...obstacle, margin: 0, above: 0 } : obstacle;
    });
    const way = findWay([from.at], [to.at], obstacles);
    if (way) return straighten(way);
  }
  return usual;
}

const isClear = (points: readonly Point[], foreign: readonly Foreign[]): boolean =>
  crossed(points, foreign).length === 0;

const obstacleOf = (rect: Foreign, margin: number): Obstacle => ({
  ...rect,
  margin: rect.isEnd ? 0 : margin,
  above: rect.isEnd || margin < MARGINS[0] ? 0 : OVERHANG - margin,
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

function nearTo(ends: readonly Box[], foreign: readonly Foreign[]): readonly Foreign[] {
  const left = Math.min(...ends.map((end) => end.left)) - NEARBY;
  const top = Math.min(...ends.map((end) => end.top)) - NEARBY;
  const right = Math.max(...ends.map((end) => end.left + end.width)) + NEARBY;
  const bottom = Math.max(...ends.map((end) => end.top + end.height)) + NEARBY;
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
