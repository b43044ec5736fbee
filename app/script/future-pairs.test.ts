import { describe, expect, it } from 'vitest';
import { addPair, otherOf, readPairs, withoutPair } from './future-pairs';

const pair = (one: string, other: string) => ({ documents: [one, other] as const, at: 5 });

describe('two futures', () => {
  it('are each the other of the other', () => {
    const pairs = addPair([], pair('a', 'b'));
    expect(otherOf(pairs, 'a')).toEqual({ other: 'b', at: 5 });
    expect(otherOf(pairs, 'b')).toEqual({ other: 'a', at: 5 });
    expect(otherOf(pairs, 'c')).toBeNull();
  });

  it('are two: who branches again lets go of the one before', () => {
    const pairs = addPair(addPair([], pair('a', 'b')), pair('a', 'c'));
    expect(otherOf(pairs, 'a')?.other).toBe('c');
    expect(otherOf(pairs, 'b')).toBeNull();
    expect(withoutPair(pairs, 'c')).toEqual([]);
  });

  it('are read from what was remembered, whatever stands there', () => {
    const pairs = [pair('a', 'b')];
    expect(readPairs(JSON.stringify(pairs))).toEqual(pairs);
    for (const text of [null, '', '{', '7', '[1,null,{"documents":["a"],"at":1}]'])
      expect(readPairs(text)).toEqual([]);
  });
});
