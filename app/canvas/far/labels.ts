/**
 * What the canvas says from far away: every text as large on the screen as it is near by, nothing over anything else.
 * The innermost boxes that have room for it become counted chips; those around them keep their titles.
 */
import type { Drawing, Drawn, PlaceKey, Rect, ResourceId } from '../../../engine';
import { widthOf } from '../nodes/words';
import type { CanvasNode } from '../projection/nodes';
import type { BoxData, GatewayData } from '../projection/thing';

export interface FarLabel extends Rect {
  readonly key: PlaceKey;
  readonly id: ResourceId;
  readonly look: BoxData['look'] | 'world';
  readonly tone: BoxData['tone'];
  /** A row on top of what stands in the box, or a chip that stands for all of it. */
  readonly how: 'row' | 'chip';
  readonly title: string;
  /** Beside the title of a row, under the title of a chip; empty where there is no room. */
  readonly detail: string;
}

/** Screen pixels. */
const TEXT_PX = 12;
const LINE_PX = 17;
const PADDING_PX = 6;
/** How much wider the same letters are in bold. */
const BOLD = 1.15;
const GAP_PX = 3;
/** A sign and a number beside the title of a row. */
const BADGE_PX = 34;

const NEAREST = 0.4;
const STEP = 0.8;
const FARTHEST = 0.05;

/**
 * Labels are laid out for a few zooms only, so that nothing is measured while the view zooms.
 * @returns the largest of these zooms that is not above the zoom given: the texts fit there, too.
 */
export function farZoom(zoom: number): number {
  let level = NEAREST;
  while (level > zoom + 1e-9 && level > FARTHEST) level = Math.max(FARTHEST, level * STEP);
  return level;
}

/** @param zoom one of the zooms that `farZoom` gives. */
export function farLabels(nodes: readonly CanvasNode[], drawing: Drawing, zoom: number): readonly FarLabel[] {
  const px = 1 / zoom;
  const data = new Map<PlaceKey, BoxData>();
  for (const { id, data: node } of nodes) if (isBox(node.thing)) data.set(id, node.thing);

  const boxesIn = (keys: readonly PlaceKey[] | undefined): readonly Drawn[] =>
    (keys ?? []).flatMap((key) => (data.has(key) ? (drawing.things.get(key) ?? []) : []));

  const place = (box: Drawn, above: number): readonly FarLabel[] | null => {
    const thing = data.get(box.key);
    if (!thing) return null;
    const top = Math.max(box.top + GAP_PX * px, above);
    const inner = box.collapsed ? [] : boxesIn(drawing.children.get(box.key));
    const within = (from: number): readonly FarLabel[] | null => {
      const found = inner.map((child) => place(child, from));
      return found.every((labels) => labels !== null) ? found.flat() : null;
    };
    if (inner.length > 0) {
      const row = rowOf(thing, box, top, px);
      const below = row && within(top + (LINE_PX + GAP_PX) * px);
      if (row && below) return [row, ...below];
      // What a subnet holds says more than the name of its zone.
      const instead = thing.look === 'lane' ? within(top) : null;
      if (instead) return instead;
    }
    const chip = chipOf(thing, box, top, px);
    return chip && [chip];
  };

  const labels = boxesIn(drawing.children.get('canvas')).flatMap((box) => place(box, -Infinity) ?? []);
  const worlds = nodes.flatMap(({ data: { thing } }) =>
    thing.look === 'world' ? worldOf(thing, drawing.things.get(thing.key), px) : [],
  );
  return [
    ...labels,
    ...worlds.filter((world, index) => !worlds.slice(0, index).some((other) => meet(world, other))),
  ];
}

const isBox = (thing: CanvasNode['data']['thing']): thing is BoxData =>
  thing.look === 'region' || thing.look === 'vpc' || thing.look === 'lane' || thing.look === 'subnet';

const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const textWidth = (text: string, px: number): number => widthOf(text, TEXT_PX) * px;

/** The name of a region or zone is not bold. */
const titleWidth = ({ look, title }: BoxData | GatewayData, px: number): number =>
  textWidth(title, px) * (look === 'region' || look === 'lane' ? 1 : BOLD);

/** Null where the title finds no room. */
function rowOf(thing: BoxData, box: Drawn, top: number, px: number): FarLabel | null {
  const room = box.width - (2 * PADDING_PX + BADGE_PX) * px;
  const title = titleWidth(thing, px);
  if (title > room || top + LINE_PX * px > box.top + box.height) return null;
  const detailed = title + PADDING_PX * px + textWidth(thing.detail, px) <= room;
  return {
    ...common(thing),
    how: 'row',
    detail: detailed ? thing.detail : '',
    x: box.left,
    y: top,
    width: box.width,
    height: LINE_PX * px,
  };
}

/** In the middle of what is left of the box. */
function chipOf(thing: BoxData, box: Drawn, top: number, px: number): FarLabel | null {
  const room = box.width - 2 * GAP_PX * px;
  const bottom = box.top + box.height - GAP_PX * px;
  const frame = 2 * PADDING_PX * px;
  // Its sign hangs over the corner.
  const title = titleWidth(thing, px) + frame;
  const counts = textWidth(thing.holds, px) + frame;
  const tall = (2 * LINE_PX + GAP_PX) * px;
  const low = LINE_PX * px;
  const counted = bottom - top >= tall && counts <= room;
  const height = counted ? tall : low;
  const width = counted ? Math.max(title, counts) : title;
  if (title > room || bottom - top < height) return null;
  return {
    ...common(thing),
    how: 'chip',
    detail: counted ? thing.holds : '',
    x: box.left + (box.width - width) / 2,
    y: top + (bottom - top - height) / 2,
    width,
    height,
  };
}

const common = ({ key, id, look, tone, title }: BoxData) => ({ key, id, look, tone, title });

/** Above its place: below it stands what it is the world of. */
function worldOf(thing: GatewayData, drawn: Drawn | undefined, px: number): readonly FarLabel[] {
  if (!drawn) return [];
  const width = titleWidth(thing, px) + 2 * PADDING_PX * px;
  const height = (LINE_PX + GAP_PX) * px;
  return [
    {
      key: thing.key,
      id: thing.id,
      look: 'world',
      tone: 'plain',
      how: 'chip',
      title: thing.title,
      detail: '',
      x: drawn.left + (drawn.width - width) / 2,
      y: drawn.top + drawn.height - height,
      width,
      height,
    },
  ];
}
