/** Gateways, volumes, chips on the shelf, the Internet. */
import type { GatewayData, ShelfData, VolumeData } from '../../canvas/projection/thing';
import { widthOf } from '../../canvas/nodes/words';
import { box, icon, SMALL_PX, TITLE_PX, words, type Pen, type Place } from './frame';
import { tag } from '../svg-text';

export function drawGateway(pen: Pen, thing: GatewayData, place: Place): string {
  const { left, top, width, height } = place;
  const middle = left + width / 2;
  switch (thing.look) {
    case 'border':
      return [
        tag('circle', { cx: middle, cy: top + height / 2, r: width / 2, fill: pen.colours.canvas }),
        icon(pen, thing.kind, left, top, width),
        tag('rect', {
          x: left + width + 2,
          y: top + 6,
          width: Math.min(78, widthOf(thing.title, SMALL_PX) + 4),
          height: 16,
          fill: pen.colours.canvas,
        }),
        words(pen, thing.title, { x: left + width + 6, y: top + 18, room: 74, colour: 'text' }),
      ].join('');
    case 'world':
      return [
        box(place, { rx: 21, fill: pen.colours.raised, stroke: pen.colours['line-strong'] }),
        icon(pen, thing.kind, left + 12, top + (height - 20) / 2, 20),
        words(pen, thing.title, {
          x: left + 40,
          y: top + height / 2 + 5,
          room: 66,
          colour: 'text',
          size: TITLE_PX,
          bold: true,
        }),
        words(pen, thing.detail, {
          x: left + width - 12,
          y: top + height / 2 + 5,
          room: 90,
          colour: 'text-soft',
          anchor: 'end',
        }),
      ].join('');
    case 'nat':
    case 'gateway':
      return [
        thing.look === 'gateway'
          ? box(place, { rx: 8, fill: 'none', stroke: pen.colours['line-strong'], 'stroke-dasharray': '4 3' })
          : '',
        icon(pen, thing.kind, middle - 15, top + 2, 30),
        words(pen, thing.title, {
          x: middle,
          y: top + 48,
          room: width,
          colour: 'text',
          size: TITLE_PX,
          bold: true,
          anchor: 'middle',
        }),
        words(pen, thing.detail, {
          x: middle,
          y: top + 65,
          room: width,
          colour: 'text-soft',
          anchor: 'middle',
        }),
      ].join('');
  }
}

export const drawVolume = (pen: Pen, thing: VolumeData, { left, top, width, height }: Place): string =>
  [
    box({ left, top, width, height }, { rx: 8, fill: pen.colours.raised, stroke: pen.colours.line }),
    icon(pen, 'volume', left + 8, top + (height - 20) / 2, 20),
    words(pen, thing.title, {
      x: left + 36,
      y: top + 19,
      room: width - 42,
      colour: 'text',
      size: TITLE_PX,
      bold: true,
    }),
    words(pen, thing.detail, { x: left + 36, y: top + 35, room: width - 42, colour: 'text-soft' }),
  ].join('');

export const drawShelf = (pen: Pen, thing: ShelfData, { left, top, width, height }: Place): string =>
  [
    box({ left, top, width, height }, { rx: 13, fill: pen.colours.raised, stroke: pen.colours.line }),
    icon(pen, thing.chip.kind, left + 8, top + (height - 16) / 2, 16),
    words(pen, thing.title, {
      x: left + 30,
      y: top + height / 2 + 4,
      room: thing.detail === '' ? width - 38 : 74,
      colour: 'text',
      bold: true,
    }),
    thing.detail === ''
      ? ''
      : words(pen, thing.detail, {
          x: left + width - 8,
          y: top + height / 2 + 4,
          room: width - 42 - Math.min(74, widthOf(thing.title, SMALL_PX)),
          colour: 'text-soft',
          anchor: 'end',
        }),
  ].join('');
