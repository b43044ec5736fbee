import { describe, expect, it } from 'vitest';
import { createRandomStreams, type RandomStreams } from './random-streams';

const draws = (random: RandomStreams, stream: string, thing: string, count: number): number[] =>
  Array.from({ length: count }, () => random.integer(stream, thing, 0, 999_999));

describe('random streams', () => {
  it('draw these very numbers from seed 1, in Node and in every browser', () => {
    expect(draws(createRandomStreams(1), 'boot', 'i-1', 4)).toMatchInlineSnapshot(`
      [
        627574,
        515294,
        111095,
        17339,
      ]
    `);
  });

  it('give a thing the same numbers whoever else draws in between', () => {
    const alone = draws(createRandomStreams(1), 'boot', 'i-1', 5);
    const random = createRandomStreams(1);
    const shared = Array.from({ length: 5 }, () => {
      draws(random, 'boot', 'i-2', 3);
      draws(random, 'placement', 'i-1', 2);
      return random.integer('boot', 'i-1', 0, 999_999);
    });
    expect(shared).toEqual(alone);
  });

  it('differ by seed, by stream and by thing', () => {
    const firsts = [
      draws(createRandomStreams(1), 'boot', 'i-1', 3),
      draws(createRandomStreams(2), 'boot', 'i-1', 3),
      draws(createRandomStreams(1), 'stop', 'i-1', 3),
      draws(createRandomStreams(1), 'boot', 'i-2', 3),
    ].map(String);
    expect(new Set(firsts).size).toBe(4);
  });

  it('are the same by the number of a thing as by its name', () => {
    const things = ['i-1', 'i-2'];
    const byNumber = createRandomStreams(1, undefined, things);
    const byName = createRandomStreams(1);
    for (const subject of [0, 1, 1, 0, 0, 1])
      expect(byNumber.integerFor('boot', subject, 1, 2 ** 20)).toBe(
        byName.integer('boot', things[subject] ?? '', 1, 2 ** 20),
      );
    expect(byNumber.integer('boot', 'i-1', 1, 99)).toBe(byName.integer('boot', 'i-1', 1, 99));
    expect(byNumber.snapshot()).toEqual(byName.snapshot());
    const on = createRandomStreams(1, byNumber.snapshot(), things);
    expect(on.integerFor('boot', 1, 1, 99)).toBe(byName.integer('boot', 'i-2', 1, 99));
    expect(() => byNumber.integerFor('boot', 2, 1, 99)).toThrow('no thing 2');
  });

  it('go on from a snapshot, and the snapshot stays as it was', () => {
    const random = createRandomStreams(9);
    draws(random, 'boot', 'i-1', 3);
    const snapshot = random.snapshot();
    const next = draws(random, 'boot', 'i-1', 3);
    expect(draws(createRandomStreams(9, snapshot), 'boot', 'i-1', 3)).toEqual(next);
    expect(draws(createRandomStreams(9, snapshot), 'boot', 'i-1', 3)).toEqual(next);
  });

  it('keep within their bounds, both included, and reach them evenly', () => {
    const counts = [0, 0, 0, 0];
    const random = createRandomStreams(3);
    for (let draw = 0; draw < 4000; draw += 1) {
      const value = random.integer('die', 'x', 5, 8) - 5;
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(counts).toHaveLength(4);
    // 4.5 standard errors of a binomial with n = 4000, p = 1/4.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(4.5 * 27.4);
  });

  it('differ in their first draw for neighbouring seeds and things', () => {
    const firsts = new Set<number>();
    for (let n = 0; n < 200; n += 1) firsts.add(createRandomStreams(n).integer('boot', 'i-1', 0, 2 ** 31));
    for (let n = 0; n < 200; n += 1) firsts.add(createRandomStreams(0).integer('boot', `i-${n}`, 0, 2 ** 31));
    expect(firsts.size).toBeGreaterThan(395);
  });
});
