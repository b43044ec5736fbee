/** Where copies are drawn: where they were dropped, else at the first free place, as they stood to one another. */
import type { Scenario } from '../../catalog/descriptors';
import { fit, ROOT, type Drawing, type Drawn } from '../../drawing/fit';
import { pack, type Item } from '../../drawing/pack';
import type { PlaceKey } from '../../drawing/place';
import { BOXES } from '../../drawing/sizes';
import type { PlaceId } from '../../model/proposal';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { layOut } from '../lay-out';
import type { Clipping } from './clipping';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the hand let go, or what was pointed at: a corner relative to a place. */
export interface Spot {
  readonly into: PlaceId;
  readonly at: Point;
}

export function layOutPasted(
  draft: Draft,
  before: Scenario,
  clipping: Clipping,
  ids: ReadonlyMap<ResourceId, ResourceId>,
  spot: Spot | undefined,
): void {
  const old = fit(before);
  const now = fit(draft.document);
  const standing = clipping.roots.flatMap((root) => {
    const thing = now.things.get(ids.get(root) ?? '');
    const was = clipping.places[root];
    return thing && isFree(thing) ? [{ thing, was: was ?? { x: 0, y: 0 } }] : [];
  });
  const groups = new Map<PlaceKey, typeof standing>();
  for (const one of standing) {
    const parent = one.thing.parent ?? ROOT;
    groups.set(parent, [...(groups.get(parent) ?? []), one]);
  }
  for (const [parent, group] of groups) {
    const left = Math.min(...group.map(({ was }) => was.x));
    const top = Math.min(...group.map(({ was }) => was.y));
    const corner = (spot && dropped(old, parent, spot)) ?? free(old, parent, group, { left, top });
    // Alone and without a wish it flows to the first free place like anything new.
    if (!corner) continue;
    for (const { thing, was } of group) {
      const known = Object.hasOwn(draft.document.layout, thing.key)
        ? draft.document.layout[thing.key]
        : undefined;
      draft.apply({
        type: 'move',
        id: thing.key,
        to: {
          ...known,
          ...sizeOf(was),
          x: Math.round(corner.x + was.x - left),
          y: Math.round(corner.y + was.y - top),
        },
      });
    }
  }
  layOut(
    draft,
    before,
    standing.map(({ thing }) => thing.key),
    '',
    undefined,
  );
}

const isFree = ({ how, y }: Drawn): boolean => how === 'box' || how === 'card' || (how === 'port' && y >= 0);

/** A size that somebody gave the original, and whether it is collapsed. */
function sizeOf(was: Clipping['places'][string]): Partial<Clipping['places'][string]> {
  const { x: _, y: __, pinned: ___, ...rest } = was;
  return rest;
}

/** `undefined` where it found its home in a box beside the place: there it stands like anything new. */
function dropped(old: Drawing, parent: PlaceKey, { into, at }: Spot): Point | undefined {
  if (parent !== ROOT && old.things.has(into) && !isAround(old, parent, into)) return undefined;
  const [from, to] = [old.things.get(into), old.things.get(parent)];
  return {
    x: (from?.left ?? 0) + at.x - (to?.left ?? 0),
    y: (from?.top ?? 0) + at.y - (to?.top ?? 0),
  };
}

function isAround(drawing: Drawing, box: PlaceKey, place: PlaceKey): boolean {
  for (let key: PlaceKey | null = place; key !== null; key = drawing.things.get(key)?.parent ?? null)
    if (key === box) return true;
  return false;
}

/** A place for all of them together among what stands there. */
function free(
  old: Drawing,
  parent: PlaceKey,
  group: readonly { readonly thing: Drawn; readonly was: Point }[],
  { left, top }: { readonly left: number; readonly top: number },
): Point | undefined {
  if (group.length < 2) return undefined;
  const box = old.things.get(parent);
  const kind = box?.kind ?? 'canvas';
  const metrics = isBox(kind) ? BOXES[kind] : BOXES.canvas;
  const block: Item = {
    key: '',
    width: Math.max(...group.map(({ thing, was }) => was.x - left + thing.width)),
    height: Math.max(...group.map(({ thing, was }) => was.y - top + thing.height)),
  };
  const siblings = (old.children.get(parent) ?? []).flatMap((key): Item[] => {
    const thing = old.things.get(key);
    return thing && isFree(thing)
      ? [{ key, width: thing.width, height: thing.height, wanted: { x: thing.x, y: thing.y } }]
      : [];
  });
  return pack([...siblings, block], {
    originX: metrics.padding,
    originY: metrics.header,
    gapX: metrics.gapX,
    gapY: metrics.gapY,
    rowWidth: box ? box.width - 2 * metrics.padding : Infinity,
    push: 'away',
    ...(box ? {} : { unbounded: true }),
  }).get('');
}

const isBox = (kind: string): kind is keyof typeof BOXES => Object.hasOwn(BOXES, kind);
