/** Paints a trip on the overlay: the way, the reply dashed, the packet, and how it ended. */
import type { Point } from '../../../engine';
import { pointAt } from './route';
import type { Trip } from './trip';

export interface Palette {
  readonly line: string;
  readonly good: string;
  readonly bad: string;
  readonly ground: string;
}

export interface Packet {
  readonly leg: number;
  readonly distance: number;
}

const CORNER = 6;
const GATEWAY_RADIUS = 15;
const SIGN_RADIUS = 8;

/** @param scale how much larger than near by: so the packet is still seen from far away. */
export function paint(
  context: CanvasRenderingContext2D,
  trip: Trip,
  packet: Packet,
  palette: Palette,
  atEnd: boolean,
  scale: number,
): void {
  trip.legs.forEach(({ points, direction }, index) => {
    const walked = index < packet.leg || (index === packet.leg && atEnd);
    context.lineWidth = 2.5 * scale;
    context.lineJoin = 'round';
    context.strokeStyle = palette.line;
    context.setLineDash(direction === 'return' ? [6 * scale, 5 * scale] : []);
    // The way that is still ahead is faint, so that the packet is seen walking.
    context.globalAlpha = walked ? 1 : 0.35;
    trace(context, points);
    if (!walked && index === packet.leg) {
      context.globalAlpha = 1;
      trace(context, upTo(points, packet.distance));
    }
  });
  context.setLineDash([]);
  context.globalAlpha = 1;
  // The line passes behind the gateway's picture.
  context.globalCompositeOperation = 'destination-out';
  for (const gap of trip.gaps) disc(context, gap, GATEWAY_RADIUS);
  context.globalCompositeOperation = 'source-over';

  const leg = trip.legs[packet.leg];
  if (leg) {
    const at = pointAt(leg.points, packet.distance);
    context.fillStyle = palette.line;
    context.strokeStyle = palette.ground;
    context.lineWidth = 2 * scale;
    disc(context, at, 7 * scale);
    context.stroke();
  }
  if (!trip.end || !atEnd) return;
  const { sign: at, arrived } = trip.end;
  context.translate(at.x, at.y);
  context.scale(scale, scale);
  sign(context, { x: 0, y: 0 }, arrived, palette);
}

function trace(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  const [first] = points;
  if (!first) return;
  context.beginPath();
  context.moveTo(first.x, first.y);
  points.forEach((point, index) => {
    const next = points[index + 1];
    const before = points[index - 1];
    if (!before) return;
    // A corner between short stretches is rounded no more than they allow.
    if (next)
      context.arcTo(
        point.x,
        point.y,
        next.x,
        next.y,
        Math.min(CORNER, distance(before, point) / 2, distance(point, next) / 2),
      );
    else context.lineTo(point.x, point.y);
  });
  context.stroke();
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function upTo(points: readonly Point[], distance: number): readonly Point[] {
  const walked: Point[] = [];
  let left = distance;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const length = before ? Math.abs(point.x - before.x) + Math.abs(point.y - before.y) : 0;
    if (length > left) break;
    left -= length;
    walked.push(point);
  }
  return [...walked, pointAt(points, distance)];
}

function disc(context: CanvasRenderingContext2D, { x, y }: Point, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}

/** A tick or a cross in a disc: shape as well as colour. */
function sign(context: CanvasRenderingContext2D, at: Point, arrived: boolean, palette: Palette): void {
  context.fillStyle = arrived ? palette.good : palette.bad;
  context.strokeStyle = palette.ground;
  context.lineWidth = 2;
  disc(context, at, SIGN_RADIUS + 1);
  context.stroke();
  context.lineCap = 'round';
  context.beginPath();
  if (arrived) {
    context.moveTo(at.x - 4, at.y);
    context.lineTo(at.x - 1, at.y + 3);
    context.lineTo(at.x + 4, at.y - 3);
  } else {
    context.moveTo(at.x - 3, at.y - 3);
    context.lineTo(at.x + 3, at.y + 3);
    context.moveTo(at.x + 3, at.y - 3);
    context.lineTo(at.x - 3, at.y + 3);
  }
  context.stroke();
  context.lineCap = 'butt';
}
