/**
 * Tidying up: fresh places as somebody would draw them. Zones are lanes, tiers rows across them, public above private
 * above isolated; machines stand in grids, VPCs and regions in rows that together look like a screen.
 */
import type { Scenario, ScenarioChange } from '../catalog/descriptors';
import type { LayoutBox, ResourceId } from '../model/resource';
import { fit, ROOT, type Drawing, type Drawn } from './fit';
import { parseLaneKey, type PlaceKey } from './place';
import { BOXES, type BoxMetrics, type Size } from './sizes';
import { byName } from './tidy/order';
import { chained, peersOf, tornApart } from './tidy/peers';
import { inRows, rowsWithin } from './tidy/rows';
import { isPinned, isStanding, movableKeys, standingIn, type Scope } from './tidy/scope';
import type { Plan } from './tidy/lanes';
import { furnish, roomOf } from './tidy/room';
import { planLanes, planVpc } from './tidy/vpc';

type Layout = Readonly<Record<PlaceKey, LayoutBox>>;

/** @returns `move` changes for everything that is not pinned; applying them twice changes nothing. */
export const arrangeAll = (document: Scenario): readonly ScenarioChange[] => arrange(document, null);

/**
 * Of boxes that are selected the contents are arranged, of things in one box those things. Nothing else moves: where
 * there is no room for that, the box stays as it is.
 * @param selection resource ids; a zone stands for its lanes
 */
export const arrangeSelection = (
  document: Scenario,
  selection: readonly ResourceId[],
): readonly ScenarioChange[] => arrange(document, selection);

/** With things that stay in the way the outcome depends on what was there: more rounds than this change nothing more. */
const MOST_ROUNDS = 6;

function arrange(document: Scenario, selection: readonly ResourceId[] | null): readonly ScenarioChange[] {
  let current = document;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { layout, isFree } = tidied(current, selection);
    const isSettled = changesBetween(current.layout, layout).length === 0;
    current = { ...current, layout };
    if (isFree || isSettled) break;
  }
  return changesBetween(document.layout, current.layout);
}

/** @returns the layout, and whether nothing stood in its way: then it does not depend on the one before. */
function tidied(
  document: Scenario,
  selection: readonly ResourceId[] | null,
): { readonly layout: Layout; readonly isFree: boolean } {
  const before = fit(document);
  const movable = movableKeys(document, before, selection);
  const isFree = selection === null && !Object.values(document.layout).some((place) => place.pinned);
  const selected = selection !== null;
  // Boxes that must not grow: tried first with all freedom, then within their size, then left as they are.
  const tight = new Set<PlaceKey>();
  while (movable.size > 0) {
    const layout = attempt(document, before, movable, tight, selected);
    if (isFree) return { layout, isFree };
    const after = fit({ ...document, layout });
    const pushed = [...before.things.values()].filter((thing) => {
      if (movable.has(thing.key) || !stays(document, thing, selected)) return false;
      const now = after.things.get(thing.key);
      return now?.left !== thing.left || now.top !== thing.top;
    });
    if (pushed.length === 0) return { layout, isFree: false };
    const boxes = new Set(pushed.map(({ parent }) => parent ?? ROOT));
    const held = [...boxes].map((box) => hold(before, box, movable, tight));
    if (!held.includes(true)) break;
  }
  return { layout: document.layout, isFree: false };
}

/** What must not move although it could: beside a selection everything, else what is pinned and the boxes around it. */
function stays(document: Scenario, thing: Drawn, selected: boolean): boolean {
  const isPlaced = thing.how === 'border' || thing.how === 'world';
  return isStanding(thing) || (isPlaced && (selected || isPinned(document, thing.key)));
}

/**
 * Something in this box was pushed: first it must do with the room it has, then nothing in it moves.
 * @returns whether that makes a difference.
 */
function hold(drawing: Drawing, box: PlaceKey, movable: Set<PlaceKey>, tight: Set<PlaceKey>): boolean {
  const isFresh = !tight.has(box);
  const moved = movable.size;
  tight.add(box);
  const visit = (key: PlaceKey): void => {
    for (const child of drawing.children.get(key) ?? []) {
      if (isFresh) tight.add(child);
      else movable.delete(child);
      visit(child);
    }
  };
  visit(box);
  return isFresh || movable.size < moved;
}

/** From the inside out: each step is drawn with the places found so far. */
function attempt(
  document: Scenario,
  before: Drawing,
  movable: ReadonlySet<PlaceKey>,
  tight: ReadonlySet<PlaceKey>,
  selected: boolean,
): Layout {
  const layout: Record<PlaceKey, LayoutBox> = { ...kept(document, before, movable, selected) };
  const put = (plan: Plan): void => {
    for (const [key, place] of plan) {
      if (!movable.has(key)) continue;
      const { collapsed } = document.layout[key] ?? {};
      layout[key] = { x: Math.round(place.x), y: Math.round(place.y), ...sizeIn(place) };
      if (collapsed) layout[key] = { ...layout[key], collapsed };
    }
  };
  const scope: Scope = {
    moves: (key) => movable.has(key),
    sizeOf: (key) => (movable.has(key) ? {} : sizeIn(layout[key] ?? { x: 0, y: 0 })),
  };
  const draw = (): Drawing => fit({ ...document, layout });
  const boxes = (drawing: Drawing, kind: Drawn['kind']): readonly Drawn[] =>
    [...drawing.things.values()].filter((thing) => thing.kind === kind && !thing.collapsed);
  const within = (box: Drawn): Size | null => (tight.has(box.key) ? box : null);

  for (const subnet of boxes(before, 'subnet'))
    if (before.things.get(subnet.parent ?? '')?.kind !== 'lane')
      put(planAlone(document, before, subnet, scope));
  for (const vpc of boxes(before, 'vpc')) put(planVpc(document, before, vpc, scope, within(vpc)));
  let drawing = draw();
  for (const vpc of boxes(drawing, 'vpc')) put(planLanes(document, drawing, vpc, scope));
  drawing = draw();
  for (const region of boxes(drawing, 'region'))
    put(planRows(document, drawing, region.key, BOXES.region, scope, tight.has(region.key) ? region : null));
  drawing = draw();
  put(planRows(document, drawing, ROOT, BOXES.canvas, scope, null, Object.keys(layout)));
  return layout;
}

const sizeIn = ({ width, height }: LayoutBox): Partial<Size> => ({
  ...(width === undefined ? {} : { width }),
  ...(height === undefined ? {} : { height }),
});

/** Places that a tidy-up does not touch, and those of things that only flowed to where they must stay. */
function kept(
  document: Scenario,
  drawing: Drawing,
  movable: ReadonlySet<PlaceKey>,
  selected: boolean,
): Layout {
  const layout: Record<PlaceKey, LayoutBox> = {};
  const arranged = new Set<PlaceKey>();
  for (const key of movable)
    for (let box = drawing.things.get(key)?.parent; box; box = drawing.things.get(box)?.parent)
      arranged.add(box);
  for (const [key, place] of Object.entries(document.layout)) {
    const thing = drawing.things.get(key);
    const isHidden = drawing.hidden.has(key);
    // A lane that the user made and that holds nothing yet is kept.
    if (movable.has(key)) {
      if (parseLaneKey(key) !== null || place.collapsed)
        layout[key] = { x: 0, y: 0, ...onlyCollapsed(place) };
    } else if (selected || isHidden || place.pinned === true) layout[key] = place;
    else if (thing && isStanding(thing)) layout[key] = onlyPlace(place);
  }
  for (const thing of drawing.things.values()) {
    if (movable.has(thing.key) || !stays(document, thing, selected)) continue;
    const beside = thing.parent === null || arranged.has(thing.parent);
    if (!beside || thing.how === 'world') {
      if (!(selected && thing.how === 'world')) continue;
    }
    const y = thing.how === 'border' ? 0 : thing.y;
    layout[thing.key] = { ...layout[thing.key], x: thing.x, y };
  }
  return layout;
}

const onlyCollapsed = ({ collapsed }: LayoutBox): Partial<LayoutBox> => (collapsed ? { collapsed } : {});

/** A size set by hand is kept for what is pinned only. */
const onlyPlace = ({ x, y, collapsed }: LayoutBox): LayoutBox => ({
  x,
  y,
  ...(collapsed ? { collapsed } : {}),
});

/** A subnet that stands in no lane: about as wide as a screen. */
function planAlone(document: Scenario, drawing: Drawing, box: Drawn, scope: Scope): Plan {
  const room = roomOf(document, drawing, box, scope);
  const count = room.cards.machines.length + room.cards.services.length;
  const { padding, header } = BOXES.subnet;
  const plan: Plan = new Map();
  for (const [key, { x, y }] of furnish(room, Math.max(1, Math.ceil(Math.sqrt(count)))).places)
    plan.set(key, { x: x + padding, y: y + header });
  return plan;
}

/** VPCs of a region or regions of the canvas, and what stands beside them. */
function planRows(
  document: Scenario,
  drawing: Drawing,
  box: PlaceKey,
  metrics: BoxMetrics,
  scope: Scope,
  within: Size | null,
  placed: readonly PlaceKey[] = [],
): Plan {
  const all = standingIn(drawing, box);
  const moving = all.filter(({ key }) => scope.moves(key));
  if (moving.length === 0) return new Map();
  const world = placed.flatMap((key) => drawing.things.get(key) ?? []).filter(({ how }) => how === 'world');
  const fixed = [...all.filter(({ key }) => !scope.moves(key)), ...world];
  const isBox = ({ how }: Drawn): boolean => how === 'box';
  const pairs = peersOf(document);
  const boxes = chained(
    byName(
      document,
      moving.filter(isBox).map(({ key }) => key),
    ),
    pairs,
  );
  const cards = byName(
    document,
    moving.filter((thing) => !isBox(thing)).map(({ key }) => key),
  );
  const sized = [...boxes, ...cards].flatMap((key) => drawing.things.get(key) ?? []);
  const { padding, header, gapX, gapY } = metrics;
  const origin = { x: padding, y: header, gapX, gapY };
  const places = within
    ? rowsWithin(sized, origin, fixed, within.width - 2 * padding)
    : inRows(sized, origin, fixed, (found) => tornApart(found, pairs));
  return new Map([...places].map(([key, { x, y }]) => [key, { x, y }]));
}

function changesBetween(before: Layout, after: Layout): readonly ScenarioChange[] {
  const changes: ScenarioChange[] = [];
  for (const key of Object.keys(before).sort())
    if (!Object.hasOwn(after, key)) changes.push({ type: 'move', id: key, to: null });
  for (const key of Object.keys(after).sort()) {
    const to = after[key];
    if (to && !same(to, before[key])) changes.push({ type: 'move', id: key, to });
  }
  return changes;
}

const same = (a: LayoutBox, b: LayoutBox | undefined): boolean =>
  b !== undefined &&
  a.x === b.x &&
  a.y === b.y &&
  a.width === b.width &&
  a.height === b.height &&
  a.pinned === b.pinned &&
  a.collapsed === b.collapsed;
