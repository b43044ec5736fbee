/**
 * The shortest orthogonal way around rectangles, with few bends. It runs along lines just beside the rectangles, so
 * only those are searched.
 */
import type { Point, Rect } from '../../../engine';

export interface Obstacle extends Rect {
  /** How far a line stays off its edges. */
  readonly margin: number;
  /** More room above it: what hangs over its top edge. */
  readonly above: number;
}

/** A bend is worth this much of a detour, canvas pixels. */
const BEND_COST = 40;
/** A net of more points is not searched. */
const MOST_POINTS = 12_000;

/** @returns null where there is no way, or where finding one would take too long. */
export function findWay(
  starts: readonly Point[],
  ends: readonly Point[],
  obstacles: readonly Obstacle[],
): readonly Point[] | null {
  const grown = obstacles.map(({ x, y, width, height, margin, above }) => ({
    left: x - margin,
    right: x + width + margin,
    top: y - margin - above,
    bottom: y + height + margin,
  }));
  const points = [...starts, ...ends];
  const xs = distinct([...points.map(({ x }) => x), ...grown.flatMap(({ left, right }) => [left, right])]);
  const ys = distinct([...points.map(({ y }) => y), ...grown.flatMap(({ top, bottom }) => [top, bottom])]);
  const across = xs.length;
  if (across * ys.length > MOST_POINTS) return null;
  const [xAt, yAt] = [indexOf(xs), indexOf(ys)];
  const node = ({ x, y }: Point): number => (yAt.get(y) ?? 0) * across + (xAt.get(x) ?? 0);
  // Of each point: may one go on to the right, and down?
  const right = new Uint8Array(across * ys.length).fill(1);
  const down = new Uint8Array(across * ys.length).fill(1);
  for (const { left, right: end, top, bottom } of grown) {
    const [x1, x2] = [xAt.get(left) ?? 0, xAt.get(end) ?? 0];
    const [y1, y2] = [yAt.get(top) ?? 0, yAt.get(bottom) ?? 0];
    for (let y = y1; y <= y2; y++) {
      const row = y * across;
      if (y > y1 && y < y2) right.fill(0, row + x1, row + x2);
      if (y < y2) down.fill(0, row + x1 + 1, row + x2);
    }
  }
  const goals = new Set(ends.map(node));
  const found = search(starts.map(node), goals, { xs, ys, right, down });
  return found?.map((at) => ({ x: xs[at % across] ?? 0, y: ys[Math.floor(at / across)] ?? 0 })) ?? null;
}

interface Net {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly right: Uint8Array;
  readonly down: Uint8Array;
}

/** States are a point and whether one came level (0) or upright (1). @returns the points passed, all of them. */
function search(starts: readonly number[], goals: ReadonlySet<number>, net: Net): readonly number[] | null {
  const across = net.xs.length;
  const states = across * net.ys.length * 2;
  const costs = new Float64Array(states).fill(Infinity);
  const cameFrom = new Int32Array(states).fill(-1);
  const queue = new Heap();
  const targets = [...goals].map((goal) => pointOf(net, goal));
  const ahead = (point: number): number => {
    const { x, y } = pointOf(net, point);
    let least = Infinity;
    for (const target of targets) {
      const distance = Math.abs(target.x - x) + Math.abs(target.y - y);
      if (distance < least) least = distance;
    }
    return least;
  };
  const reach = (state: number, cost: number, from: number): void => {
    if (cost >= (costs[state] ?? 0)) return;
    costs[state] = cost;
    cameFrom[state] = from;
    queue.push(state, cost + ahead(state >> 1));
  };
  for (const start of starts) for (const turn of [0, 1]) reach(start * 2 + turn, 0, -1);
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const point = state >> 1;
    if (goals.has(point)) {
      const way: number[] = [];
      for (let at = state; at >= 0; at = cameFrom[at] ?? -1) way.push(at >> 1);
      return way.reverse();
    }
    const cost = costs[state] ?? 0;
    const [x, y] = [point % across, Math.floor(point / across)];
    const step = (to: number, length: number, turn: 0 | 1): void =>
      reach(to * 2 + turn, cost + length + (turn === (state & 1) ? 0 : BEND_COST), state);
    const here = { x: net.xs[x] ?? 0, y: net.ys[y] ?? 0 };
    if (net.right[point] && x + 1 < across) step(point + 1, (net.xs[x + 1] ?? 0) - here.x, 0);
    if (x > 0 && net.right[point - 1]) step(point - 1, here.x - (net.xs[x - 1] ?? 0), 0);
    if (net.down[point] && y + 1 < net.ys.length) step(point + across, (net.ys[y + 1] ?? 0) - here.y, 1);
    if (y > 0 && net.down[point - across]) step(point - across, here.y - (net.ys[y - 1] ?? 0), 1);
  }
  return null;
}

const pointOf = ({ xs, ys }: Net, point: number): Point => ({
  x: xs[point % xs.length] ?? 0,
  y: ys[Math.floor(point / xs.length)] ?? 0,
});

const distinct = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);

const indexOf = (values: readonly number[]): ReadonlyMap<number, number> =>
  new Map(values.map((value, index) => [value, index]));

/** The state with the least cost first. */
class Heap {
  readonly #states: number[] = [];
  readonly #costs: number[] = [];

  push(state: number, cost: number): void {
    let at = this.#states.length;
    this.#states.push(state);
    this.#costs.push(cost);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#costs[parent] ?? 0) <= cost) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): number | undefined {
    const first = this.#states[0];
    const [state, cost] = [this.#states.pop(), this.#costs.pop()];
    if (first === undefined || state === undefined || cost === undefined || this.#states.length === 0)
      return first;
    this.#states[0] = state;
    this.#costs[0] = cost;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.#states.length) return first;
      const right = left + 1;
      const least =
        right < this.#states.length && (this.#costs[right] ?? 0) < (this.#costs[left] ?? 0) ? right : left;
      if ((this.#costs[least] ?? 0) >= cost) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    const [state, cost] = [this.#states[a] ?? 0, this.#costs[a] ?? 0];
    this.#states[a] = this.#states[b] ?? 0;
    this.#costs[a] = this.#costs[b] ?? 0;
    this.#states[b] = state;
    this.#costs[b] = cost;
  }
}
