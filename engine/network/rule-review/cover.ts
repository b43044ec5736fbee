/** Which of several sets together hold a given one. */
import { EMPTY, type Diagram, type Diagrams } from '../symbolic/diagram';

/**
 * A set has one part in each of several worlds, and all its parts have to be covered.
 * @returns places in `others`, ascending: one alone where one suffices, else so that none of them can be left out;
 * `null` where all of them together do not suffice.
 */
export function fewestThatCover(
  store: Diagrams,
  whole: readonly Diagram[],
  others: readonly (readonly Diagram[])[],
): readonly number[] | null {
  const covers = (parts: readonly Diagram[]): boolean =>
    whole.every((part, world) => store.subtract(part, parts[world] ?? EMPTY) === EMPTY);
  const alone = others.findIndex(covers);
  if (alone >= 0) return [alone];

  let rest = whole;
  const chosen: number[] = [];
  for (const [place, parts] of others.entries()) {
    const left = rest.map((part, world) => store.subtract(part, parts[world] ?? EMPTY));
    if (left.every((part, world) => part === rest[world])) continue;
    chosen.push(place);
    rest = left;
    if (rest.every((part) => part === EMPTY)) return withoutNeedless(store, chosen, others, covers);
  }
  return null;
}

/** What was chosen first may have been made needless by what was chosen later. */
function withoutNeedless(
  store: Diagrams,
  chosen: readonly number[],
  others: readonly (readonly Diagram[])[],
  covers: (parts: readonly Diagram[]) => boolean,
): readonly number[] {
  let kept = chosen;
  for (const place of chosen) {
    const fewer = kept.filter((other) => other !== place);
    const worlds = others[place]?.length ?? 0;
    const together = Array.from({ length: worlds }, (_, world) =>
      store.unionOf(fewer.map((other) => others[other]?.[world] ?? EMPTY)),
    );
    if (covers(together)) kept = fewer;
  }
  return kept;
}
