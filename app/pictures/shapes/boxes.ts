/** Region, VPC, zone lane and subnet. */
import type { BoxData } from '../../canvas/projection/thing';
import type { Token } from '../colours';
import { widthOf } from '../../canvas/nodes/words';
import { box, chip, chipWidth, icon, SMALL_PX, words, type Pen, type Place } from './frame';

interface Look {
  readonly stroke: Token;
  readonly fill?: Token;
  readonly title: Token;
  readonly dashes?: string;
  readonly header: number;
}

function lookOf({ look, tone }: BoxData): Look {
  switch (look) {
    case 'region':
      return { stroke: 'line-strong', title: 'text-soft', dashes: '4 3', header: 30 };
    case 'vpc':
      return { stroke: 'vpc', fill: 'canvas', title: 'vpc', header: 34 };
    case 'lane':
      return { stroke: 'line-strong', title: 'text-soft', dashes: '4 3', header: 28 };
    case 'subnet':
      return tone === 'public'
        ? { stroke: 'public', fill: 'public-soft', title: 'public', header: 30 }
        : { stroke: 'private', fill: 'private-soft', title: 'private', header: 30 };
  }
}

const EDGE = 8;
const GAP = 6;

export function drawBox(pen: Pen, thing: BoxData, place: Place): string {
  const look = lookOf(thing);
  const failed = thing.look === 'lane' && (pen.live[thing.id]?.state ?? 'available') !== 'available';
  const baseline = place.top + look.header / 2 + 4;
  const parts = [
    box(place, {
      rx: 6,
      fill: failed ? pen.colours['bad-soft'] : look.fill === undefined ? 'none' : pen.colours[look.fill],
      stroke: pen.colours[failed ? 'bad' : look.stroke],
      'stroke-width': thing.look === 'vpc' ? 1.5 : 1,
      'stroke-dasharray': look.dashes,
    }),
  ];
  let right = place.left + place.width - EDGE;
  for (const one of [...thing.chips].reverse()) {
    const bare = thing.look === 'vpc' || one.kind === 'network-acl';
    right -= chipWidth(one, bare);
    parts.push(chip(pen, one, right, place.top + 4, bare));
    right -= 4;
  }
  let left = place.left + EDGE;
  if (thing.look === 'vpc') {
    parts.push(icon(pen, 'vpc', left, place.top + 8, 18));
    left += 18 + GAP;
  }
  const state = failed ? (pen.live[thing.id]?.state ?? '') : '';
  for (const [text, colour, bold] of [
    [thing.title, look.title, thing.look === 'vpc' || thing.look === 'subnet'],
    [thing.detail, 'text-soft', false],
    [state, 'bad', true],
  ] as const) {
    const room = right - left;
    if (text === '' || room < 20) continue;
    parts.push(words(pen, text, { x: left, y: baseline, room, colour, bold }));
    left += widthOf(text, SMALL_PX) * (bold ? 1.08 : 1) + GAP;
  }
  if (thing.collapsed && thing.holds !== '')
    parts.push(
      words(pen, thing.holds, {
        x: place.left + EDGE,
        y: place.top + look.header + 16,
        room: place.width - 2 * EDGE,
        colour: 'text',
      }),
    );
  return parts.join('');
}
