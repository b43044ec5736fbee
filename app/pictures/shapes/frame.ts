/** What every shape of a picture needs, and its smallest parts. */
import type { LiveState } from '../../../engine';
import { widthOf } from '../../canvas/nodes/words';
import type { ChipData } from '../../canvas/projection/thing';
import type { Colours, Token } from '../colours';
import { fitText, USUAL } from '../fit-text';
import { iconId, type Icons } from '../icons';
import { tag, textTag, type Attributes } from '../svg-text';

export interface Pen {
  readonly colours: Colours;
  readonly icons: Icons;
  /** State at the moment shown; empty for the design. */
  readonly live: LiveState;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const SMALL_PX = 12;
export const TITLE_PX = 13;

export interface Words {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly room: number;
  readonly colour: Token;
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'middle' | 'end';
}

export function words(
  pen: Pen,
  text: string,
  { x, y, room, colour, size = SMALL_PX, bold, anchor }: Words,
): string {
  return textTag(
    {
      x,
      y,
      fill: pen.colours[colour],
      'font-size': size,
      'font-weight': bold ? 600 : undefined,
      'text-anchor': anchor,
    },
    fitText(text, room, size),
  );
}

/** @returns nothing where the page has no picture of it (yet). */
export const icon = (pen: Pen, kind: string, x: number, y: number, size: number): string =>
  pen.icons.has(kind) ? tag('use', { href: `#${iconId(kind)}`, x, y, width: size, height: size }) : '';

export const box = (place: Place, attributes: Attributes): string =>
  tag('rect', { x: place.left, y: place.top, width: place.width, height: place.height, ...attributes });

export const CHIP_HEIGHT = 22;
const CHIP_ICON = 14;
const CHIP_NAME_ROOM = 84;

export const chipWidth = (chip: ChipData, bare: boolean): number =>
  bare ? 24 : 4 + CHIP_ICON + 4 + Math.min(CHIP_NAME_ROOM, widthOf(chip.name, SMALL_PX) * USUAL) + 8;

/** A route table, an ACL, a group: icon and name in a small box, with the colour of its set at the edge. */
export function chip(pen: Pen, data: ChipData, left: number, top: number, bare: boolean): string {
  const width = chipWidth(data, bare);
  const { colours } = pen;
  const set = data.set === undefined ? undefined : colours[`set-${data.set}` as Token];
  return [
    box({ left, top, width, height: CHIP_HEIGHT }, { rx: 5, fill: colours.raised, stroke: colours.line }),
    set === undefined
      ? ''
      : tag('rect', { x: left, y: top, width: 3, height: CHIP_HEIGHT, rx: 1.5, fill: set }),
    icon(pen, data.kind, left + 5, top + (CHIP_HEIGHT - CHIP_ICON) / 2, CHIP_ICON),
    bare
      ? ''
      : words(pen, data.name, {
          x: left + 5 + CHIP_ICON + 4,
          y: top + 15,
          room: CHIP_NAME_ROOM,
          colour: 'text-soft',
        }),
  ].join('');
}
