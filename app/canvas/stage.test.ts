import { describe, expect, it } from 'vitest';
import { slideBy } from './stage';

describe('sliding something into view', () => {
  it('moves nothing that is in view', () => {
    expect(slideBy(100, 200, 800)).toBe(0);
  });

  it('moves no further than to the nearer margin', () => {
    expect(slideBy(-50, 200, 800)).toBe(74);
    expect(slideBy(700, 200, 800)).toBe(-124);
  });

  it('shows the beginning of what is longer than the view', () => {
    expect(slideBy(300, 2000, 800)).toBe(-276);
  });
});
