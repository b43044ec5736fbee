/** A path answer as one line on the drawing, with the place of every hop on it. */
import {
  allOf,
  type Drawing,
  type PlaceKey,
  type Point,
  type Scenario,
  type ScenarioPath,
} from '../../../engine';
import { ladderOf } from '../../state/path-store';
import { anchorsOf } from './anchors';
import { clearWay } from '../ways/way';
import { lengthOf, type Anchor } from './route';

export interface Leg {
  readonly direction: 'forward' | 'return';
  readonly points: readonly Point[];
}

export interface Trip {
  readonly legs: readonly Leg[];
  /** By hop of the ladder: which leg, and how far along it, canvas pixels. */
  readonly stops: readonly { readonly leg: number; readonly distance: number }[];
  /** Where it ends, and how. */
  readonly end: { readonly sign: Point; readonly arrived: boolean } | null;
  /** Icons the line passes behind. */
  readonly gaps: readonly Point[];
}

/** The reply runs beside the way out, not on it. */
const REPLY_SHIFT = 5;

export function tripOf(document: Scenario, drawing: Drawing, result: ScenarioPath): Trip | null {
  const legs: Leg[] = [];
  const stops: { leg: number; distance: number }[] = [];
  const gaps: Point[] = [];
  let end: Trip['end'] = null;
  for (const direction of ['forward', 'return'] as const) {
    const hops = result[direction].hops;
    if (hops.length === 0) continue;
    const anchors = anchorsOf(document, drawing, hops);
    const leg = legs.length;
    const shift = direction === 'return' ? REPLY_SHIFT : 0;
    let points: readonly Point[] = [];
    let last: Anchor | null = null;
    let peered = false;
    let travelled = 0;
    hops.forEach((hop, index) => {
      const anchor = anchors[index] ?? null;
      // What lies behind the stop is not walked, and what is not drawn is met where the packet is.
      if (hop.verdict !== 'not-reached' && anchor) {
        // A peering is a door of its own.
        const door = last && !peered ? doorBetween(document, drawing, last, anchor) : undefined;
        peered = hop.kind === 'vpc-peering-connection';
        if (door) gaps.push(door.at);
        // Stopped because of what stands behind the border, it came no further than the border.
        const stations = hop.verdict !== 'stop' ? [door, anchor] : door === undefined ? [anchor] : [door];
        for (const station of stations) {
          if (!station) continue;
          const way: readonly Point[] = last ? clearWay(drawing, last, station) : [station.at];
          travelled += lengthOf(way);
          points = [...points, ...way];
          last = station;
        }
        if (drawing.things.get(anchor.key)?.how === 'border') gaps.push(anchor.at);
      }
      stops.push({ leg, distance: travelled });
    });
    // Turning back on itself is part of the way here: only points met twice in a row go.
    const moved = points.map(({ x, y }) => ({ x: x + shift, y: y + shift }));
    legs.push({ direction, points: withoutRepeats(moved) });
    const at = moved.at(-1);
    const stopped = hops.some((hop) => hop.verdict === 'stop');
    if (at) end = { sign: signAt(drawing, last, at), arrived: !stopped };
    if (stopped) break;
  }
  // Hops that were never walked stand at the end of the line.
  while (stops.length < ladderOf(result).length) {
    const last = stops.at(-1);
    stops.push(last ? { ...last } : { leg: 0, distance: 0 });
  }
  return legs.length > 0 && end ? { legs, stops, end, gaps } : null;
}

/**
 * Where a line over the border of a VPC passes although no hop says so: its internet gateway.
 * @returns null if the VPC has none; undefined if no border lies between.
 */
function doorBetween(
  document: Scenario,
  drawing: Drawing,
  from: Anchor,
  to: Anchor,
): Anchor | null | undefined {
  const [left, entered] = [vpcAround(drawing, from.key), vpcAround(drawing, to.key)];
  const atDoor = [from, to].some(({ key }) => drawing.things.get(key)?.how === 'border');
  if (left === entered || atDoor) return undefined;
  const gateway = allOf(document, 'internet-gateway').find(({ vpcId }) => vpcId === (entered ?? left));
  return (gateway && anchorsOf(document, drawing, [{ resource: gateway.id }])[0]) ?? null;
}

function vpcAround(drawing: Drawing, key: PlaceKey): PlaceKey | undefined {
  for (let drawn = drawing.things.get(key); drawn; drawn = drawing.things.get(drawn.parent ?? ''))
    if (drawn.kind === 'vpc') return drawn.key;
  return undefined;
}

/** The sign stands above the end of the line, clear of what is written there; the world's name is right above. */
function signAt(drawing: Drawing, anchor: Anchor | null, { x, y }: Point): Point {
  const world = anchor !== null && drawing.things.get(anchor.key)?.how === 'world';
  return world ? { x: x + 20, y } : { x, y: y - 15 };
}

const withoutRepeats = (points: readonly Point[]): readonly Point[] =>
  points.filter((point, index) => {
    const before = points[index - 1];
    return !before || before.x !== point.x || before.y !== point.y;
  });
