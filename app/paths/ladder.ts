/** A path as a ladder: the way there down the left, the reply up the right, level where both pass the same resource. */
import type { LadderHop } from '../state/path-store';

export type Rail = 'forward' | 'return';

export interface Rung extends LadderHop {
  /** Place in walking order: forward hops, then those of the reply. */
  readonly step: number;
  /** Counted from the top. */
  readonly rung: number;
}

export interface Ladder {
  readonly hops: readonly Rung[];
  readonly rungs: number;
}

/** @param hops in walking order */
export function ladderRungs(hops: readonly LadderHop[]): Ladder {
  const steps = hops.map((hop, step) => ({ ...hop, step }));
  const left = steps.filter(({ direction }) => direction === 'forward');
  // The reply climbs: its last hop is on top.
  const right = steps.filter(({ direction }) => direction === 'return').reverse();
  const placed: Rung[] = [];
  let rung = 0;
  let [atLeft, atRight] = [0, 0];
  const placeUpTo = (endLeft: number, endRight: number): void => {
    // What only one of them passes stands beside what only the other passes.
    const height = Math.max(endLeft - atLeft, endRight - atRight);
    left.slice(atLeft, endLeft).forEach((hop, index) => placed.push({ ...hop, rung: rung + index }));
    // The reply's odd ones end beside the next common rung, the way there's begin after the last one.
    const sink = height - (endRight - atRight);
    right
      .slice(atRight, endRight)
      .forEach((hop, index) => placed.push({ ...hop, rung: rung + sink + index }));
    rung += height;
    [atLeft, atRight] = [endLeft, endRight];
  };
  for (const [inLeft, inRight] of commonOf(keysOf(left), keysOf(right))) {
    placeUpTo(inLeft, inRight);
    const [there, back] = [left[inLeft], right[inRight]];
    if (there) placed.push({ ...there, rung });
    if (back) placed.push({ ...back, rung });
    rung += 1;
    [atLeft, atRight] = [inLeft + 1, inRight + 1];
  }
  placeUpTo(left.length, right.length);
  return { hops: placed.sort((a, b) => a.step - b.step), rungs: rung };
}

const keysOf = (hops: readonly LadderHop[]): readonly string[] => hops.map(({ hop }) => hop.resource);

/** Places in both of the longest common subsequence. */
function commonOf(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const longest = new Array<number>((a.length + 1) * width).fill(0);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

export type LadderKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** @returns the step that an arrow leads to from a step, as the eye sees it; the same step where there is none. */
export function neighbour(ladder: Ladder, step: number, key: LadderKey): number {
  const here = ladder.hops.find((hop) => hop.step === step);
  if (!here) return step;
  const last = ladder.hops.length - 1;
  switch (key) {
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const side: Rail = key === 'ArrowLeft' ? 'forward' : 'return';
      if (here.direction === side) return step;
      const others = ladder.hops.filter(({ direction }) => direction === side);
      return nearest(others, here.rung)?.step ?? step;
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const along = (key === 'ArrowDown') === (here.direction === 'forward');
      // At the foot the one rail goes over into the other; the heads are the ends of the path.
      return along ? Math.min(last, step + 1) : Math.max(0, step - 1);
    }
  }
}

function nearest(hops: readonly Rung[], rung: number): Rung | undefined {
  let best: Rung | undefined;
  for (const hop of hops) if (!best || Math.abs(hop.rung - rung) < Math.abs(best.rung - rung)) best = hop;
  return best;
}
