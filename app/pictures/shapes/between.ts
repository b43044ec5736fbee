/** Lines between things, and the outlines of placement groups. */
import type { Hull } from '../../canvas/projection/hulls';
import type { Line } from '../../canvas/projection/lines';
import { widthOf } from '../../canvas/nodes/words';
import { box, SMALL_PX, words, type Pen } from './frame';
import { tag } from '../svg-text';

export function drawLine(pen: Pen, line: Line): string {
  const route = line.look === 'route';
  return tag('polyline', {
    points: line.points.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' '),
    fill: 'none',
    stroke: pen.colours[route ? 'text-soft' : 'network'],
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    'stroke-linecap': route ? 'round' : undefined,
    'stroke-dasharray': line.look === 'peering' ? '8 4' : route ? '0 5' : undefined,
  });
}

export function drawHull(pen: Pen, hull: Hull): string {
  const place = { left: hull.x, top: hull.y, width: hull.width, height: hull.height };
  const bottom = hull.y + hull.height;
  const room = hull.width - 24;
  return [
    box(place, {
      rx: 12,
      fill: 'none',
      stroke: pen.colours.network,
      'stroke-width': 2,
      'stroke-dasharray': '6 4',
    }),
    tag('rect', {
      x: hull.x + 12,
      y: bottom - 8,
      width: Math.min(room, widthOf(hull.label, SMALL_PX) + 8),
      height: 16,
      rx: 4,
      fill: pen.colours.raised,
    }),
    words(pen, hull.label, { x: hull.x + 16, y: bottom + 4, room: room - 8, colour: 'network' }),
  ].join('');
}
