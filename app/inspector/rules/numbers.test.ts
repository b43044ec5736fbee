import { describe, expect, it } from 'vitest';
import { moveEntry, numbersAsc, renumber } from './numbers';

const entry = (ruleNumber: number, egress = false) => ({
  ruleNumber,
  egress,
  protocol: `${ruleNumber}`,
  ruleAction: 'allow' as const,
  cidrBlock: '0.0.0.0/0',
});
/** Numbers and what they stand for, in the order in which they are asked. */
const order = (entries: Parameters<typeof numbersAsc>[0] | null, egress = false) =>
  numbersAsc(entries ?? [], egress).map(({ entry: one }) => `${one.ruleNumber}: ${one.protocol}`);

describe('the order of an ACL’s entries', () => {
  const entries = [entry(110), entry(90, true), entry(5), entry(40)];

  it('changes by an exchange of numbers with the neighbour in the same direction', () => {
    expect(order(moveEntry(entries, 0, -1))).toEqual(['5: 5', '40: 110', '110: 40']);
    expect(order(moveEntry(entries, 2, 1))).toEqual(['5: 40', '40: 5', '110: 110']);
    expect(order(moveEntry(entries, 0, -1), true)).toEqual(['90: 90']);
  });

  it('does not change where there is no neighbour', () => {
    expect(moveEntry(entries, 0, 1)).toBeNull();
    expect(moveEntry(entries, 2, -1)).toBeNull();
    expect(moveEntry(entries, 1, 1)).toBeNull();
  });

  it('is kept when the numbers are made round', () => {
    expect(order(renumber(entries, false))).toEqual(['100: 5', '200: 40', '300: 110']);
    expect(order(renumber(entries, false), true)).toEqual(['90: 90']);
    expect(renumber([entry(100), entry(200)], false)).toBeNull();
  });

  it('stays within the numbers there are, however many entries', () => {
    const many = Array.from({ length: 400 }, (_, index) => entry(index + 1));
    expect(numbersAsc(renumber(many, false) ?? [], false).at(-1)?.entry.ruleNumber).toBeLessThan(32_767);
  });
});
