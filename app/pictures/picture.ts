/** The canvas, or a part of it, as an SVG that stands on its own: its colours, its icons, and the document inside. */
import type { Drawing, LiveState, PlaceKey, Scenario } from '../../engine';
import { embedInSvg } from '../../engine/late';
import { withDescendants } from '../canvas/drawing';
import { describe } from '../canvas/projection/describe';
import { hullsOf } from '../canvas/projection/hulls';
import { attachmentsOf, peeringsOf } from '../canvas/projection/lines';
import type { ThingData } from '../canvas/projection/thing';
import type { Colours } from './colours';
import type { Icons } from './icons';
import { drawHull, drawLine } from './shapes/between';
import { drawBox } from './shapes/boxes';
import { drawInstance, drawInterface } from './shapes/cards';
import type { Pen, Place } from './shapes/frame';
import { drawGateway, drawShelf, drawVolume } from './shapes/smaller';
import { escapeXml, tag } from './svg-text';

export interface PictureRequest {
  readonly document: Scenario;
  readonly drawing: Drawing;
  readonly live: LiveState;
  readonly colours: Colours;
  readonly icons: Icons;
  /** Only these and what stands in them; absent: everything. */
  readonly only?: readonly PlaceKey[];
  /** Without: transparent. */
  readonly ground: boolean;
  /** The share link's payload, so that the picture opens again; null: a picture and nothing else. */
  readonly link: string | null;
}

export interface Picture {
  readonly svg: string;
  /** Canvas pixels. */
  readonly width: number;
  readonly height: number;
}

/** Room around what is drawn, for what stands out over its edges. */
const MARGIN_PX = 24;
const FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

const BOXES: ReadonlySet<ThingData['look']> = new Set(['region', 'vpc', 'lane', 'subnet']);

/** @returns null where there is nothing to draw. */
export function makePicture(request: PictureRequest): Picture | null {
  const { document, drawing, colours, icons, live } = request;
  const shown = request.only ? withDescendants(drawing, request.only) : null;
  const within = (key: PlaceKey): boolean => shown === null || shown.has(key);
  const things = [...drawing.things.values()]
    .filter(({ key }) => within(key))
    .flatMap((drawn) => {
      const thing = describe(document, drawing, drawn);
      return thing ? [{ thing, place: drawn }] : [];
    });
  if (things.length === 0) return null;
  const pen: Pen = { colours, icons, live };
  const boxes = things.filter(({ thing }) => BOXES.has(thing.look));
  const cards = things.filter(({ thing }) => !BOXES.has(thing.look));
  const lines = [...attachmentsOf(document, drawing), ...peeringsOf(document, drawing, undefined)].filter(
    ({ from, to }) => within(from) && within(to),
  );
  const hulls = hullsOf(document, drawing).filter(({ members }) => members.every(within));
  const frame = frameAround(things.map(({ place }) => place));
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: frame.width,
      height: frame.height,
      viewBox: [frame.left, frame.top, frame.width, frame.height].join(' '),
      'font-family': FONTS,
      role: 'img',
    },
    tag('title', {}, escapeXml(document.title)),
    tag('defs', {}, ...icons.values()),
    request.ground ? ground(frame, colours) : '',
    ...boxes.map(({ thing, place }) => draw(pen, thing, place)),
    ...lines.map((line) => drawLine(pen, line)),
    ...hulls.map((hull) => drawHull(pen, hull)),
    ...cards.map(({ thing, place }) => draw(pen, thing, place)),
  );
  return {
    svg: request.link === null ? svg : embedInSvg(svg, request.link),
    width: frame.width,
    height: frame.height,
  };
}

/** Kinds and states whose icons a picture of the document needs. */
export function iconsWanted(document: Scenario, live: LiveState): ReadonlySet<string> {
  const kinds = new Set(Object.values(document.resources).map(({ kind }) => kind));
  const states = Object.values(live).flatMap(({ state }) => (state === undefined ? [] : [`state-${state}`]));
  return new Set([...kinds, 'state-design', ...states]);
}

const ground = ({ left, top, width, height }: Place, colours: Colours): string =>
  tag('rect', { x: left, y: top, width, height, fill: colours.canvas });

function frameAround(places: readonly Place[]): Place {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const place of places) {
    left = Math.min(left, place.left);
    top = Math.min(top, place.top);
    right = Math.max(right, place.left + place.width);
    bottom = Math.max(bottom, place.top + place.height);
  }
  return {
    left: Math.floor(left - MARGIN_PX),
    top: Math.floor(top - MARGIN_PX),
    width: Math.ceil(right - left + 2 * MARGIN_PX),
    height: Math.ceil(bottom - top + 2 * MARGIN_PX),
  };
}

function draw(pen: Pen, thing: ThingData, place: Place): string {
  switch (thing.look) {
    case 'region':
    case 'vpc':
    case 'lane':
    case 'subnet':
      return drawBox(pen, thing, place);
    case 'instance':
      return drawInstance(pen, thing, place);
    case 'interface':
      return drawInterface(pen, thing, place);
    case 'nat':
    case 'border':
    case 'gateway':
    case 'world':
      return drawGateway(pen, thing, place);
    case 'volume':
      return drawVolume(pen, thing, place);
    case 'shelf':
      return drawShelf(pen, thing, place);
  }
}
