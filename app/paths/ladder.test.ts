import { describe, expect, it } from 'vitest';
import type { LadderHop } from '../state/path-store';
import { ladderRungs, neighbour } from './ladder';

const hop = (resource: string, direction: 'forward' | 'return'): LadderHop => ({
  direction,
  hop: {
    resource,
    kind: 'interface',
    packetIn: { source: '10.0.0.1', destination: '10.0.0.2', protocol: 6 },
    verdict: 'pass',
    message: resource,
    source: 'https://docs.aws.amazon.com/',
  },
});

const path = (forward: string, back: string): readonly LadderHop[] => [
  ...[...forward].map((resource) => hop(resource, 'forward')),
  ...[...back].map((resource) => hop(resource, 'return')),
];

/** Each rung as what stands left and right. */
const drawn = (forward: string, back: string): readonly string[] => {
  const ladder = ladderRungs(path(forward, back));
  return Array.from({ length: ladder.rungs }, (_, rung) =>
    (['forward', 'return'] as const)
      .map((side) => ladder.hops.find((at) => at.rung === rung && at.direction === side)?.hop.resource ?? '·')
      .join(''),
  );
};

describe('the ladder of a path', () => {
  it('stands level where both ways pass the same resource', () => {
    expect(drawn('igaew', 'weatgi')).toEqual(['ii', 'gg', '·t', 'aa', 'ee', 'ww']);
  });

  it('sets side by side what only one of them passes', () => {
    expect(drawn('axyb', 'bza')).toEqual(['aa', 'x·', 'yz', 'bb']);
  });

  it('keeps a way of its own for a reply that shares nothing', () => {
    expect(drawn('abc', 'xy')).toEqual(['a·', 'by', 'cx']);
  });

  it('is one rail where there is no reply', () => {
    expect(drawn('abc', '')).toEqual(['a·', 'b·', 'c·']);
  });

  it('loses no hop and keeps the order of each way', () => {
    const ladder = ladderRungs(path('abcacad', 'dacxcba'));
    expect(ladder.hops.map(({ step }) => step)).toEqual([...Array(14).keys()]);
    const rungs = (side: string) =>
      ladder.hops.filter(({ direction }) => direction === side).map(({ rung }) => rung);
    expect(rungs('forward')).toEqual([...new Set(rungs('forward'))].sort((a, b) => a - b));
    expect(rungs('return')).toEqual([...new Set(rungs('return'))].sort((a, b) => b - a));
  });
});

describe('arrow keys on the ladder', () => {
  const ladder = ladderRungs(path('abc', 'cxba'));

  it('go down the way there, over the foot and up the reply', () => {
    expect(neighbour(ladder, 1, 'ArrowDown')).toBe(2);
    expect(neighbour(ladder, 2, 'ArrowDown')).toBe(3);
    expect(neighbour(ladder, 3, 'ArrowUp')).toBe(4);
    expect(neighbour(ladder, 4, 'ArrowDown')).toBe(3);
    expect(neighbour(ladder, 0, 'ArrowUp')).toBe(0);
    expect(neighbour(ladder, 6, 'ArrowUp')).toBe(6);
  });

  it('cross to what stands level on the other side', () => {
    expect(neighbour(ladder, 1, 'ArrowRight')).toBe(5);
    expect(neighbour(ladder, 5, 'ArrowLeft')).toBe(1);
    expect(neighbour(ladder, 5, 'ArrowRight')).toBe(5);
  });

  it('stay where there is no reply to cross to', () => {
    expect(neighbour(ladderRungs(path('ab', '')), 1, 'ArrowRight')).toBe(1);
  });
});
