/** Machines and their docked parts. */
import { canvasText as text } from '../../strings/en/canvas';
import { shownStateOf } from '../../state/shown-state';
import { toneOf } from '../../canvas/nodes/StateMark';
import type { InstanceData, InterfaceData, PortData } from '../../canvas/projection/thing';
import type { Token } from '../colours';
import { box, chip, icon, TITLE_PX, words, type Pen, type Place } from './frame';
import { tag } from '../svg-text';

const TONES: Readonly<Record<string, Token>> = {
  good: 'good',
  warn: 'warn',
  bad: 'bad',
  busy: 'accent',
  soft: 'text-soft',
};

const DISK_ROW = 20;

export function drawInstance(pen: Pen, thing: InstanceData, place: Place): string {
  const { left, top, width, height } = place;
  const live = pen.live[thing.id];
  const state = shownStateOf(live);
  const word =
    state === undefined
      ? thing.observedState === null
        ? text.design
        : text.observed(thing.observedState)
      : (text.states[state] ?? state);
  const detail = thing.spot ? `${thing.type} · ${text.spot}` : thing.type;
  const ended = state === 'terminated' || state === 'shutting-down';
  const parts = [
    box(place, {
      rx: 8,
      fill: pen.colours.raised,
      stroke: pen.colours.line,
      'stroke-dasharray': ended ? '4 3' : undefined,
    }),
    icon(pen, 'instance', left + 10, top + 13, 26),
    words(pen, thing.title, {
      x: left + 44,
      y: top + 27,
      room: width - 52,
      colour: 'text',
      size: TITLE_PX,
      bold: true,
    }),
    words(pen, detail, { x: left + 44, y: top + 42, room: width - 52, colour: 'text-soft' }),
    icon(pen, `state-${state ?? 'design'}`, left + 10, top + 56, 10),
    words(pen, word, {
      x: left + 26,
      y: top + 65,
      room: width - 36,
      colour: TONES[toneOf(state ?? 'design')] ?? 'text-soft',
      bold: state !== undefined,
    }),
  ];
  if (thing.port)
    parts.push(
      drawPort(pen, thing.port, { left: left + width - 97, top: top - 12, width: 92, height: 22 }, left),
    );
  const rows = diskRows(pen, thing);
  if (rows.length > 0) {
    const first = top + height - 5 - rows.length * DISK_ROW;
    parts.push(
      tag('line', {
        x1: left + 10,
        x2: left + width - 10,
        y1: first - 3,
        y2: first - 3,
        stroke: pen.colours.line,
      }),
    );
    for (const [index, row] of rows.entries()) {
      const y = first + index * DISK_ROW;
      if (row.icon === 'volume') parts.push(icon(pen, 'volume', left + 10, y + 3, 14));
      if (row.icon === 'store') parts.push(storeIcon(pen, left + 10, y + 3));
      parts.push(
        words(pen, row.text, {
          x: left + 30,
          y: y + 14,
          room: width - 34 - (row.held === '' ? 6 : 46),
          colour: 'text-soft',
        }),
        row.held === ''
          ? ''
          : words(pen, row.held, {
              x: left + width - 10,
              y: y + 14,
              room: 60,
              colour: 'text',
              anchor: 'end',
            }),
      );
    }
  }
  return parts.join('');
}

/** A disk in its machine, 14 pixels wide. */
const storeIcon = (pen: Pen, x: number, y: number): string =>
  tag('path', {
    d: `M${x + 1} ${y + 7.5}h12M${x + 3} ${y + 2.5}h8l2 5v4h-12v-4zM${x + 3.5} ${y + 9.5}h.1M${x + 6} ${y + 9.5}h.1`,
    fill: 'none',
    stroke: pen.colours['text-soft'],
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

interface DiskRow {
  readonly text: string;
  readonly held: string;
  readonly icon: 'volume' | 'store' | null;
}

function diskRows(pen: Pen, thing: InstanceData): readonly DiskRow[] {
  const rows: DiskRow[] = thing.disks.map((disk) => {
    const held = pen.live[disk.id]?.data?.length ?? 0;
    return {
      text: disk.text,
      held: held > 0 ? text.holds(held) : disk.root ? text.root : '',
      icon: 'volume',
    };
  });
  if (thing.moreDisks > 0) rows.push({ text: text.moreDisks(thing.moreDisks), held: '', icon: null });
  if (thing.store) {
    const stored = pen.live[thing.id]?.instanceStore?.length;
    rows.push({
      text: stored === undefined ? text.store : text.storeShort,
      held: stored === undefined ? '' : text.holds(stored),
      icon: 'store',
    });
  }
  return rows;
}

/** The address on the top edge of its machine, its first group and Elastic IP to the left of it. */
function drawPort(pen: Pen, port: PortData, pill: Place, cardLeft: number): string {
  return [
    ...portChips(pen, port, cardLeft + 5, pill.top),
    box(pill, { rx: 11, fill: pen.colours.raised, stroke: pen.colours['line-strong'] }),
    icon(pen, 'network-interface', pill.left + 4, pill.top + 3, 15),
    words(pen, port.address, { x: pill.left + 22, y: pill.top + 15, room: pill.width - 26, colour: 'text' }),
  ].join('');
}

function portChips(pen: Pen, port: PortData, left: number, top: number): readonly string[] {
  const shown = [
    port.chips.find(({ kind }) => kind === 'security-group'),
    port.chips.find(({ kind }) => kind === 'elastic-ip'),
  ].filter((found) => found !== undefined);
  return shown.map((found, index) => chip(pen, found, left + index * 25, top, true));
}

/** An interface in its own subnet. */
export function drawInterface(pen: Pen, thing: InterfaceData, place: Place): string {
  return [
    box(place, { rx: 20, fill: pen.colours.raised, stroke: pen.colours.network }),
    ...portChips(pen, thing.port, place.left + 5, place.top - 12),
    icon(pen, thing.kind, place.left + 8, place.top + 12, 20),
    words(pen, thing.port.address, {
      x: place.left + 34,
      y: place.top + 19,
      room: place.width - 42,
      colour: 'text',
    }),
    words(pen, thing.detail, {
      x: place.left + 34,
      y: place.top + 33,
      room: place.width - 42,
      colour: 'text-soft',
    }),
  ].join('');
}
