/** How good a drawing is: lines through what is not theirs. Overlaps of cards are the engine's to avoid. */
import type { Drawing, PlaceKey, Point } from '../../../engine';
import { crossed, foreignTo } from './foreign';

export interface Crossing {
  readonly line: string;
  readonly through: PlaceKey;
}

/** Every card, box or icon that a line passes through although it is neither an end nor around one. */
export function crossingsOf(
  drawing: Drawing,
  lines: readonly {
    readonly id: string;
    readonly from: PlaceKey;
    readonly to: PlaceKey;
    readonly points: readonly Point[];
  }[],
): readonly Crossing[] {
  return lines.flatMap(({ id, from, to, points }) =>
    crossed(points, foreignTo(drawing, from, to))
      .filter(({ isEnd }) => !isEnd)
      .map(({ key }) => ({ line: id, through: key })),
  );
}
