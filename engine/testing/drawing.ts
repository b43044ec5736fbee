/** What must be true of every drawing. */
import type { Drawing, Drawn } from '../drawing/fit';
import { overlaps } from '../drawing/pack';

const standsOut = (thing: Drawn): boolean =>
  thing.how === 'border' || thing.how === 'docked' || (thing.how === 'port' && thing.y < 0);

/** Pairs of siblings that cover one another, as `a over b`. */
export function overlappingSiblings(drawing: Drawing): readonly string[] {
  const found: string[] = [];
  for (const keys of drawing.children.values()) {
    const siblings = keys.flatMap((key) => drawing.things.get(key) ?? []).filter((one) => !standsOut(one));
    siblings.forEach((a, index) => {
      for (const b of siblings.slice(index + 1)) if (overlaps(a, b)) found.push(`${a.key} over ${b.key}`);
    });
  }
  return found;
}

/** Things that stand out of their box, as `child out of parent`. */
export function outsideParent(drawing: Drawing): readonly string[] {
  const found: string[] = [];
  for (const thing of drawing.things.values()) {
    const parent = thing.parent === null ? undefined : drawing.things.get(thing.parent);
    if (!parent || standsOut(thing)) continue;
    const inside =
      thing.x >= 0 &&
      thing.y >= 0 &&
      thing.x + thing.width <= parent.width &&
      thing.y + thing.height <= parent.height;
    if (!inside) found.push(`${thing.key} out of ${parent.key}`);
  }
  return found;
}
