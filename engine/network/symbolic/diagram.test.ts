import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOf, contains, witnessOf, type Box, type Interval } from './boxes';
import {
  ADDRESS,
  Diagrams,
  EMPTY,
  FULL,
  PORT,
  PROTOCOL,
  SOURCE_PORT,
  lastOf,
  type Diagram,
  type Level,
  type PacketPoint,
  type Value,
} from './diagram';

const RUNS = { seed: 20240702, numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) };

/** A set as a diagram and as the question it answers. */
type Expression =
  | { readonly type: 'box'; readonly ranges: readonly (readonly [number, number])[] }
  | { readonly type: 'union' | 'intersect' | 'subtract'; readonly a: Expression; readonly b: Expression };

const LEVELS = [ADDRESS, PROTOCOL, PORT, SOURCE_PORT] as const;
const LOW = 5;

const range = fc
  .tuple(fc.integer({ min: 0, max: LOW }), fc.integer({ min: 0, max: LOW }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.tuple(range, range, range, range).map((ranges) => ({ type: 'box' as const, ranges })),
    fc.record({
      type: fc.constantFrom('union', 'intersect', 'subtract'),
      a: tie('expression'),
      b: tie('expression'),
    }),
  ),
}));

/** 5 stands for everything from 5 up, so that the end of a domain is tried as well. */
const high = (level: Level, value: number, like: Value): Value =>
  value === LOW ? lastOf(level, like) : typeof like === 'bigint' && level === ADDRESS ? BigInt(value) : value;

function build(store: Diagrams, of: Expression, like: Value): Diagram {
  if (of.type !== 'box') return store[of.type](build(store, of.a, like), build(store, of.b, like));
  return LEVELS.reduceRight<Diagram>((child, level) => {
    const [from, to] = of.ranges[level] ?? [0, 0];
    const first = typeof like === 'bigint' && level === ADDRESS ? BigInt(from) : from;
    return store.interval(level, first, high(level, to, like), child);
  }, FULL);
}

function holds(of: Expression, point: readonly number[]): boolean {
  switch (of.type) {
    case 'box':
      return of.ranges.every(([from, to], level) => (point[level] ?? 0) >= from && (point[level] ?? 0) <= to);
    case 'union':
      return holds(of.a, point) || holds(of.b, point);
    case 'intersect':
      return holds(of.a, point) && holds(of.b, point);
    case 'subtract':
      return holds(of.a, point) && !holds(of.b, point);
  }
}

const packet = (
  [address = 0, protocol = 0, port = 0, sourcePort = 0]: readonly number[],
  like: Value,
): PacketPoint => ({
  address: high(ADDRESS, address, like),
  protocol: Number(high(PROTOCOL, protocol, 0)),
  port: Number(high(PORT, port, 0)),
  sourcePort: Number(high(SOURCE_PORT, sourcePort, 0)),
});

const points: (readonly number[])[] = [];
for (let a = 0; a <= LOW; a += 1)
  for (let b = 0; b <= LOW; b += 1)
    for (let c = 0; c <= LOW; c += 1) for (let d = 0; d <= LOW; d += 1) points.push([a, b, c, d]);

const inBox = (box: Box, of: PacketPoint): boolean =>
  isIn(box.addresses, of.address) &&
  isIn(box.protocols, of.protocol) &&
  isIn(box.ports, of.port) &&
  isIn(box.sourcePorts, of.sourcePort);
const isIn = (intervals: readonly Interval[] | null, value: Value): boolean =>
  intervals === null || intervals.some(([from, to]) => value >= from && value <= to);

describe('interval decision diagrams', () => {
  it.each([
    ['IPv4', 0],
    ['IPv6', 0n],
  ])('hold the packets that the sets they are made of hold (%s)', (_family, like) => {
    const store = new Diagrams();
    fc.assert(
      fc.property(expression, (of) => {
        const set = build(store, of, like);
        for (const point of points)
          if (contains(set, packet(point, like)) !== holds(of, point))
            expect.fail(`differs at ${point.join()}`);
      }),
      RUNS,
    );
  });

  it('are the same object where the sets are equal', () => {
    const store = new Diagrams();
    const outcomes = { same: 0, different: 0 };
    fc.assert(
      fc.property(expression, expression, (one, other) => {
        const equal = points.every((point) => holds(one, point) === holds(other, point));
        outcomes[equal ? 'same' : 'different'] += 1;
        expect(build(store, one, 0) === build(store, other, 0)).toBe(equal);
      }),
      RUNS,
    );
    fc.assert(
      fc.property(expression, expression, (one, other) => {
        const [a, b] = [build(store, one, 0), build(store, other, 0)];
        expect(store.complement(store.union(a, b))).toBe(
          store.intersect(store.complement(a), store.complement(b)),
        );
        expect(store.union(store.subtract(a, b), store.intersect(a, b))).toBe(a);
        expect(store.covers(a, store.intersect(a, b))).toBe(true);
      }),
      RUNS,
    );
    expect(Math.min(outcomes.same, outcomes.different)).toBeGreaterThan(0);
  });

  it('name a packet of every set that is not empty, and all of them as boxes that do not overlap', () => {
    const store = new Diagrams();
    fc.assert(
      fc.property(expression, fc.constantFrom<Value>(0, 0n), (of, like) => {
        const set = build(store, of, like);
        const witness = witnessOf(set, like);
        expect(witness === null).toBe(set === EMPTY);
        if (witness) expect(contains(set, witness)).toBe(true);
        const boxes = boxesOf(set);
        for (const point of points) {
          const one = packet(point, like);
          const count = boxes.filter((box) => inBox(box, one)).length;
          if (count !== (holds(of, point) ? 1 : 0)) expect.fail(`${count} boxes at ${point.join()}`);
        }
      }),
      RUNS,
    );
  });

  it('answer what is left where a value is known, and what is possible where it is not', () => {
    const store = new Diagrams();
    fc.assert(
      fc.property(expression, fc.constantFrom(...LEVELS), fc.nat({ max: LOW }), (of, level, value) => {
        const set = build(store, of, 0);
        const known = store.at(set, level, high(level, value, 0));
        const possible = store.forget(set, level);
        for (const point of points) {
          const fixed = point.map((one, index) => (index === level ? value : one));
          const any = [0, 1, 2, 3, 4, 5].some((one) =>
            holds(
              of,
              point.map((other, index) => (index === level ? one : other)),
            ),
          );
          const asked = packet(point, 0);
          if (contains(known, asked) !== holds(of, fixed)) expect.fail(`at differs at ${point.join()}`);
          if (contains(possible, asked) !== any) expect.fail(`forget differs at ${point.join()}`);
        }
      }),
      RUNS,
    );
  });

  it('hold an interval to the end of its domain without a cut there', () => {
    const store = new Diagrams();
    expect(store.interval(PORT, 0, 65535)).toBe(FULL);
    expect(store.interval(PROTOCOL, 0, 255)).toBe(FULL);
    expect(store.interval(ADDRESS, 0, 0xffffffff)).toBe(FULL);
    expect(store.interval(ADDRESS, 0n, (1n << 128n) - 1n)).toBe(FULL);
    expect(store.interval(PORT, 7, 6)).toBe(EMPTY);
    expect(store.interval(PORT, 1024, 65535).cuts).toEqual([1024]);
  });

  it('hold single values, whatever their order and wherever they are', () => {
    const store = new Diagrams();
    const value = fc.oneof(fc.nat({ max: 6 }), fc.integer({ min: 250, max: 255 }));
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const set = store.anyOf(PROTOCOL, values);
        expect(set).toBe(store.unionOf(values.map((one) => store.interval(PROTOCOL, one, one))));
      }),
      RUNS,
    );
    expect(store.anyOf(ADDRESS, [5n, 4n]).cuts).toEqual([4n, 6n]);
  });

  it('the union of ten thousand single addresses is found by halves and holds them all', () => {
    const store = new Diagrams();
    const singles = Array.from({ length: 10_000 }, (_, index) => index * 3);
    const set = store.unionOf(singles.map((address) => store.interval(ADDRESS, address, address)));
    expect(set.cuts.length).toBe(19_999);
    expect(boxesOf(set)).toHaveLength(1);
    expect(contains(set, { address: 2_997, protocol: 0, port: 0, sourcePort: 0 })).toBe(true);
    expect(contains(set, { address: 2_998, protocol: 0, port: 0, sourcePort: 0 })).toBe(false);
  });
});
