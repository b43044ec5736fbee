import { describe, expect, it } from 'vitest';
import { nextOption } from './search-list-keys';

const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
// A heading, two options, a heading, one option.
const ROWS = [false, true, true, false, true];

describe('keys in a list under a field', () => {
  it('steps over headings and goes round at both ends', () => {
    expect(nextOption(ROWS, 2, press('ArrowDown'))).toBe(4);
    expect(nextOption(ROWS, 4, press('ArrowDown'))).toBe(1);
    expect(nextOption(ROWS, 1, press('ArrowUp'))).toBe(4);
  });

  it('starts at either end when it stands nowhere', () => {
    expect(nextOption(ROWS, -1, press('ArrowDown'))).toBe(1);
    expect(nextOption(ROWS, -1, press('ArrowUp'))).toBe(4);
  });

  it('stops at the ends with a page', () => {
    expect(nextOption(ROWS, 2, press('PageDown'))).toBe(4);
    expect(nextOption(ROWS, 2, press('PageUp'))).toBe(1);
  });

  it('leaves Home and End to the text', () => {
    expect(nextOption(ROWS, 2, press('Home'))).toBeNull();
    expect(nextOption(ROWS, 2, press('End', { ctrlKey: true }))).toBe(4);
  });

  it('means nothing in an empty list, with Alt, and for letters', () => {
    expect(nextOption([false], -1, press('ArrowDown'))).toBeNull();
    expect(nextOption(ROWS, 1, press('ArrowDown', { altKey: true }))).toBeNull();
    expect(nextOption(ROWS, 1, press('a'))).toBeNull();
  });
});
