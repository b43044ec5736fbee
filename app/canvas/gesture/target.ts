/** What a drop at a point would mean. The engine says which places are legal; here only the innermost one is found. */
import {
  dropCandidates,
  CANVAS,
  type Drawing,
  type PlaceId,
  type PlaceKey,
  type PlaceOption,
  type Point,
  type ResourceId,
} from '../../../engine';
import type { Hull } from '../projection/hulls';

export type Places = Readonly<Record<PlaceId, PlaceOption>>;

export type Target =
  /** Stays in its own box: only its position changes. */
  | { readonly type: 'move'; readonly place: PlaceId }
  | { readonly type: 'legal'; readonly place: PlaceId }
  | {
      readonly type: 'refused';
      readonly place: PlaceId;
      readonly message: string;
      readonly source: string;
      readonly offersFix: boolean;
    };

export interface Held {
  /** What is in hand and all that stands in it. */
  readonly keys: ReadonlySet<PlaceKey>;
  /** The box that what is in hand stands in, if it can be moved about there. */
  readonly home: PlaceId | null;
}

/** Everything under a point, the innermost first; outlines of placement groups come before the box they are drawn in. */
export function candidatesAt(
  drawing: Drawing,
  hulls: readonly Hull[],
  point: Point,
  except: ReadonlySet<PlaceKey>,
): readonly PlaceId[] {
  const groups: readonly ResourceId[] = hulls
    .filter((hull) => contains(hull, point))
    .map((hull) => hull.group);
  const found = dropCandidates(drawing, point, except);
  const box = found.findIndex((key) => key === CANVAS || drawing.things.get(key)?.how === 'box');
  return [...found.slice(0, box), ...groups, ...found.slice(box)];
}

export function targetAt(candidates: readonly PlaceId[], places: Places, held: Held): Target | null {
  for (const place of candidates) {
    if (place === held.home) return { type: 'move', place };
    const option = places[place];
    if (option?.legal) return { type: 'legal', place };
    // Refused with a way out, it was meant: what lies below is not quietly taken instead.
    if (option?.offersFix) return { type: 'refused', place, ...option };
  }
  const refused = candidates.flatMap((place) => {
    const option = places[place];
    return option && !option.legal ? [{ type: 'refused' as const, place, ...option }] : [];
  });
  return refused[0] ?? null;
}

const contains = (hull: Hull, { x, y }: Point): boolean =>
  x >= hull.x && x < hull.x + hull.width && y >= hull.y && y < hull.y + hull.height;
